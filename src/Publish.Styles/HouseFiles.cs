using System.Text;
using Publish.Document;
using Publish.Styles.Parsing;

namespace Publish.Styles;

/// <summary>The stylesheet files of a house for a medium.</summary>
public static class HouseFiles
{
    private const string Classic = "classic";

    /// <summary>The files in the order of the cascade: the shared ones by name, then those of the medium.</summary>
    /// <param name="assets">Where the styles of the house are, under <c>styles/</c>.</param>
    /// <param name="house">Name of a folder there, or of a folder of the book.</param>
    /// <param name="medium">What for.</param>
    /// <param name="diagnostics">Takes a house that isn't found.</param>
    /// <param name="book">The book's files; null to look only among the assets.</param>
    public static IReadOnlyList<(string File, ReadOnlyMemory<byte> Data)> Of(IAssets assets, string house, StyleMedium medium, ICollection<Diagnostic> diagnostics, IBookFiles? book = null)
    {
        var result = new List<(string, ReadOnlyMemory<byte>)>();
        var folder = "styles/" + house;
        var plain = house.Length > 0 && house.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        if (plain && Add(assets.List(folder), medium, assets.TryRead, result))
        {
            return result;
        }

        // A style of the book's own says what differs from the classic one.
        Add(assets.List("styles/" + Classic), medium, assets.TryRead, result);
        if (book is null || !Add(book.List(house.TrimEnd('/')), medium, book.TryRead, result))
        {
            diagnostics.Add(StyleDiagnostics.MissingStyle.At(SourceSpan.None, $"there is no house style “{house}”", $"styles are looked for in {assets.Location}/styles and in the book's folder"));
        }

        return result;
    }

    /// <summary>
    /// The stylesheet of an EPUB: all files of the house for that medium as one text, without comments, <c>@page</c> rules and our own <c>-publish-</c> properties.
    /// </summary>
    public static string EpubCss(IAssets assets, string house, ICollection<Diagnostic> diagnostics, IBookFiles? book = null) => EpubCssOf(Of(assets, house, StyleMedium.Epub, diagnostics, book));

    /// <summary>The same of files that were found (<see cref="Of"/>).</summary>
    public static string EpubCssOf(IReadOnlyList<(string File, ReadOnlyMemory<byte> Data)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var css = new StringBuilder();
        foreach (var (_, data) in files)
        {
            Append(css, Encoding.UTF8.GetString(data.Span));
        }

        return ReaderColors.Replace(css.ToString());
    }

    private delegate bool Reader(string path, out ReadOnlyMemory<byte> data);

    private static bool Add(IReadOnlyList<string> files, StyleMedium medium, Reader read, List<(string File, ReadOnlyMemory<byte> Data)> result)
    {
        var prefix = medium == StyleMedium.Print ? "print-" : "epub-";
        var any = false;
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var file in files)
            {
                var name = file[(file.LastIndexOf('/') + 1)..];
                var special = name.StartsWith("print-", StringComparison.Ordinal) || name.StartsWith("epub-", StringComparison.Ordinal);
                var wanted = pass == 0 ? !special : name.StartsWith(prefix, StringComparison.Ordinal);
                if (name.EndsWith(".css", StringComparison.Ordinal))
                {
                    any = true;
                    if (wanted && read(file, out var data))
                    {
                        result.Add((file, data));
                    }
                }
            }
        }

        return any;
    }

    private static void Append(StringBuilder css, string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
        for (var open = text.IndexOf("/*", StringComparison.Ordinal); open >= 0; open = text.IndexOf("/*", StringComparison.Ordinal))
        {
            var close = text.IndexOf("*/", open + 2, StringComparison.Ordinal);
            text = close < 0 ? text[..open] : text[..open] + text[(close + 2)..];
        }

        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            if (trimmed.Length > 0 && !trimmed.TrimStart().StartsWith("-publish-", StringComparison.Ordinal))
            {
                css.Append(trimmed).Append('\n');
            }
        }
    }
}
