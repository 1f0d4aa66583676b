using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>A folder written for Pandoc: <c>metadata.yaml</c> and Markdown files that read, in the order of their names, as one text.</summary>
internal static class PandocFolder
{
    public const string FileName = "metadata.yaml";

    private const int DepthLimit = 4;
    private static readonly string[] _notText = ["README", "LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING"];

    public static bool Exists(IBookFiles files) => files.TryRead(FileName, out _) && Texts(files).Count > 0;

    public static BookPlan? Read(Reading reading)
    {
        var texts = Texts(reading.Files);
        if (reading.Text(FileName, SourceSpan.WholeFile(FileName)) is not { } text)
        {
            return null;
        }

        var known = reading.Diagnostics.Count;
        var node = YamlFile.Parse(reading, FileName, text);
        if (reading.Diagnostics.Count > known)
        {
            return null;
        }

        if (node is not (YamlMapping or null))
        {
            reading.Report(ManuscriptDiagnostics.WrongValue, node.Span, "metadata.yaml must be a mapping of keys to values", "begin with 'title: …'");
            return null;
        }

        var mapping = WithFrontMatter(reading, node as YamlMapping, texts[0]);
        var metadata = PandocMetadata.Read(reading, mapping);
        if (metadata is null)
        {
            return null;
        }

        var whole = SourceSpan.WholeFile(FileName);
        ImmutableArray<MatterEntry> matter =
        [
            new(SectionKind.HalfTitle, Matter.Front, null, whole),
            new(SectionKind.TitlePage, Matter.Front, null, whole),
            new(SectionKind.Imprint, Matter.Front, null, whole),
            new(SectionKind.Contents, Matter.Front, null, whole),
            .. texts.Select(path => new MatterEntry(SectionKind.Chapter, Matter.Body, path, SourceSpan.WholeFile(path))),
        ];
        return new(metadata, EditionReader.Default, matter)
        {
            Dialect = Dialect.Pandoc,
            Style = Scalar(mapping, "style") ?? "classic",
            GuessKinds = true,
            Parts = Scalar(mapping, "top-level-division") == "part",
            ContentsDepth = int.TryParse(Scalar(mapping, "toc-depth"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var depth) ? Math.Clamp(depth, 1, 6) : null,
        };
    }

    /// <summary>The Markdown files of the folder and the folders in it, by name.</summary>
    private static List<string> Texts(IBookFiles files)
    {
        var texts = new List<string>();
        Add("", 0);
        texts.Sort(StringComparer.Ordinal);
        return texts;

        void Add(string folder, int depth)
        {
            texts.AddRange(files.List(folder).Where(IsText));
            if (depth < DepthLimit)
            {
                foreach (var inner in files.Folders(folder))
                {
                    if (inner[(inner.LastIndexOf('/') + 1)..] is not ['.', ..])
                    {
                        Add(inner, depth + 1);
                    }
                }
            }
        }
    }

    private static bool IsText(string path) =>
        (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase))
        && !_notText.Contains(BookPath.StemOf(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>What the first text says at its head fills what metadata.yaml leaves out.</summary>
    private static YamlMapping WithFrontMatter(Reading reading, YamlMapping? mapping, string first)
    {
        mapping ??= new([], SourceSpan.WholeFile(FileName));
        if (!reading.Files.TryRead(first, out var data) || !data.Span.StartsWith("---"u8))
        {
            return mapping;
        }

        var quiet = new Reading(reading.Files, reading.Settings);
        var yaml = MarkdownFile.FrontMatterOf(TextFile.Decode(quiet, first, data.Span));
        return yaml is not null && YamlFile.Parse(reading, first, yaml, 2) is YamlMapping more
            ? mapping with { Entries = [.. mapping.Entries, .. more.Entries.Where(entry => mapping[entry.Key.Value] is null)] }
            : mapping;
    }

    private static string? Scalar(YamlMapping mapping, string key) => (mapping[key] as YamlScalar)?.Value;
}
