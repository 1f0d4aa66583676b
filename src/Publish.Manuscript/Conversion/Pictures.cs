using System.Globalization;
using System.Text;
using Markdig.Syntax.Inlines;
using Publish.Document;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>Pictures as the manuscript names them.</summary>
internal static class Pictures
{
    public static Picture Read(Conversion conversion, MarkdownFile file, LinkInline image)
    {
        var span = file.Span(image.Span);
        var attributes = image.GetData(typeof(AttributeList)) as AttributeList ?? AttributeList.Empty;
        var decorative = attributes.Has("decorative");
        var text = attributes["alt"] ?? (decorative ? "" : AlternativeText(image));
        if (text.Length == 0 && !decorative)
        {
            conversion.Report(ManuscriptDiagnostics.PictureWithoutText, span, $"the picture '{image.Url}' has no alternative text", "say between the brackets what it shows, or mark it {.decorative}");
        }

        return new(Path(conversion, file, image.Url ?? "", span) ?? "", text, Width(conversion, attributes, span)) { Span = span, Decorative = decorative };
    }

    /// <summary>The file, looked for from the book's folder (as Pandoc does) and then from the folder of the text.</summary>
    private static string? Path(Conversion conversion, MarkdownFile file, string url, SourceSpan span)
    {
        var written = Uri.UnescapeDataString(url);
        var fromBook = BookPath.Resolve(written);
        if (fromBook is not null && conversion.Reading.Has(fromBook))
        {
            return fromBook;
        }

        var fromText = BookPath.Resolve(written, BookPath.FolderOf(file.Path));
        if (fromText is not null && conversion.Reading.Has(fromText))
        {
            return fromText;
        }

        if (fromBook is null && fromText is null)
        {
            conversion.Report(ManuscriptDiagnostics.PathOutside, span, $"the picture '{url}' does not lie in the book's folder", "copy it into the book and name it relative to the book's folder");
            return null;
        }

        var folder = BookPath.FolderOf(fromBook ?? fromText!);
        var near = Spelling.Nearest(fromBook ?? fromText!, conversion.Reading.Files.List(folder));
        conversion.Report(ManuscriptDiagnostics.PictureMissing, span, $"there is no picture '{url}'", near is null ? "name it relative to the book's folder; upper and lower case are told apart" : $"did you mean '{near}'?");
        return null;
    }

    private static PictureWidth? Width(Conversion conversion, AttributeList attributes, SourceSpan span)
    {
        if (attributes["width"] is not { } written)
        {
            return null;
        }

        var text = written.AsSpan().Trim();
        if (text.EndsWith("%", StringComparison.Ordinal)
            && decimal.TryParse(text[..^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and <= 100)
        {
            return new((int)decimal.Round(percent * 10), null);
        }

        if (Lengths.Parse(text) is { Scaled: > 0 } length)
        {
            return new(null, length);
        }

        conversion.Report(ManuscriptDiagnostics.BadWidth, span, $"the width '{written}' is not understood", "write '70%', '8cm', '3in' or '120pt'");
        return null;
    }

    private static string AlternativeText(ContainerInline image)
    {
        var text = new StringBuilder();
        Append(text, image, 0);
        return WhiteSpace.Collapse(text.ToString());
    }

    private static void Append(StringBuilder text, ContainerInline container, int depth)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    break;
            }

            if (inline is ContainerInline inner && depth < 32)
            {
                Append(text, inner, depth + 1);
            }
        }
    }
}
