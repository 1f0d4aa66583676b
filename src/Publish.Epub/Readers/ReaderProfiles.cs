using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Fonts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publish.Epub;

/// <summary>Finds reader profiles among the assets.</summary>
public static class ReaderProfiles
{
    /// <summary>The profile of an edition that names none: readers of any age and make.</summary>
    public const string Usual = "compat";

    private const string Folder = "readers";

    /// <summary>The profile an edition asks for.</summary>
    /// <param name="assets">The program's assets.</param>
    /// <param name="plan">The edition.</param>
    /// <param name="diagnostics">Takes an unknown name and faults of the file.</param>
    /// <returns>The profile; EPUB 3.3 alone where there is none of that name.</returns>
    public static ReaderProfile Find(IAssets assets, EditionPlan plan, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var name = plan.Reader ?? Usual;
        var path = Folder + "/" + name + ".yaml";
        if (assets.List(Folder).Contains(path, StringComparer.Ordinal) && assets.TryRead(path, out var data))
        {
            return Read(name, path, Encoding.UTF8.GetString(data.Span), diagnostics);
        }

        var known = assets.List(Folder).Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)).Select(f => f[(Folder.Length + 1)..^5]);
        diagnostics.Add(EpubDiagnostics.UnknownReader.At(plan.Span, $"the edition '{plan.Name}' is for '{name}', a reader nobody described", "described are " + string.Join(", ", known)));
        return new ReaderProfile();
    }

    /// <summary>Reads a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="path">The file, for diagnostics.</param>
    /// <param name="yaml">What the file says: a mapping of keys to words, numbers, true and false.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static ReaderProfile Read(string name, string path, string yaml, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var profile = new ReaderProfile { Name = name };
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>();
                var value = parser.Consume<Scalar>();
                if (With(profile, key.Value, value.Value) is { } changed)
                {
                    profile = changed;
                }
                else
                {
                    Report(key.Start, $"'{key.Value}: {value.Value}' means nothing in a reader profile");
                }
            }
        }
        catch (YamlException e)
        {
            Report(e.Start, "this is not a mapping of keys to words");
        }

        return profile;

        void Report(Mark at, string message) => diagnostics.Add(EpubDiagnostics.BadReader.At(SourceSpan.At(path, (int)at.Line, (int)at.Column), message));
    }

    private static ReaderProfile? With(ReaderProfile profile, string key, string value) => (key, value) switch
    {
        ("title", _) => profile with { Title = value },
        ("ending", ['.', ..]) => profile with { Ending = value },
        ("ncx", _) when Flag(value) is { } flag => profile with { Ncx = flag },
        ("guide", _) when Flag(value) is { } flag => profile with { Guide = flag },
        ("cover-meta", _) when Flag(value) is { } flag => profile with { CoverMeta = flag },
        ("isbn-first", _) when Flag(value) is { } flag => profile with { IsbnFirst = flag },
        ("kobo-spans", _) when Flag(value) is { } flag => profile with { KoboSpans = flag },
        ("specified-fonts", _) when Flag(value) is { } flag => profile with { SpecifiedFonts = flag },
        ("page-source", "source-of") => profile with { PageSource = PageSourceForm.SourceOf },
        ("page-source", "page-break-source") => profile with { PageSource = PageSourceForm.PageBreakSource },
        ("font-format", "woff") => profile with { FontFormat = WebFontFormat.Woff },
        ("font-format", "opentype") => profile with { FontFormat = WebFontFormat.OpenType },
        ("largest-document", _) when Number(value) is { } number => profile with { LargestDocument = number },
        ("picture-width", _) when Number(value) is { } number => profile with { PictureWidth = number },
        ("picture-height", _) when Number(value) is { } number => profile with { PictureHeight = number },
        _ => null,
    };

    private static bool? Flag(string value) => value switch { "true" => true, "false" => false, _ => null };

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
