using Markdig.Parsers;
using Markdig.Syntax;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>A Markdown file parsed: Markdig's tree with what its positions mean.</summary>
internal sealed class MarkdownFile
{
    private readonly LineIndex _lines;

    private MarkdownFile(string path, string text, MarkdownDocument document, string? frontMatter)
    {
        Path = path;
        Text = text;
        Document = document;
        FrontMatter = frontMatter;
        _lines = new(text);
    }

    public string Path { get; }

    public string Text { get; }

    public MarkdownDocument Document { get; }

    /// <summary>The block of YAML at the head of the file, without its fences; null where there is none.</summary>
    public string? FrontMatter { get; }

    /// <summary>Parses a text. Pure but for what is said to <paramref name="reading"/>, which must not be shared between threads.</summary>
    public static MarkdownFile Parse(Reading reading, string path, string text, Dialect dialect)
    {
        var source = Nesting.Bounded(reading, path, text);
        var frontMatter = TakeFrontMatter(ref source);
        var document = MarkdownParser.Parse(source, Pipelines.For(dialect));
        return new(path, source, document, frontMatter);
    }

    /// <summary>The span of offsets of the text; Markdig's ends are inclusive.</summary>
    public SourceSpan Span(Markdig.Syntax.SourceSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Text.Length);
        var end = Math.Clamp(span.End + 1, start, Text.Length);
        var (line, column) = _lines.Place(start);
        var (endLine, endColumn) = _lines.Place(end);
        return new(Path, line, column, endLine, endColumn);
    }

    /// <summary>The block of YAML at the head of a text; null where there is none.</summary>
    public static string? FrontMatterOf(string text) => TakeFrontMatter(ref text);

    /// <summary>A block of YAML between lines of three hyphens at the head of the file is replaced by blanks, so that offsets stay.</summary>
    private static string? TakeFrontMatter(ref string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal) || !Lines.Content(text, 0).SequenceEqual("---"))
        {
            return null;
        }

        var start = Lines.After(text, Lines.EndOf(text, 0));
        for (var at = start; at >= 0; at = Lines.After(text, Lines.EndOf(text, at)))
        {
            var end = Lines.EndOf(text, at);
            var line = text.AsSpan(at, end - at).TrimEnd();
            if (at == start && line.IsEmpty)
            {
                return null;
            }

            if (line is "---" or "...")
            {
                var yaml = text[start..at];
                text = string.Create(text.Length, (text, end), static (span, source) =>
                {
                    source.text.CopyTo(span);
                    foreach (ref var c in span[..source.end])
                    {
                        c = c is '\n' or '\r' ? c : ' ';
                    }
                });
                return yaml;
            }
        }

        return null;
    }
}
