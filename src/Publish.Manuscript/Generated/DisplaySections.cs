using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The sections made from the metadata: half-title, title page, imprint, contents, index.</summary>
/// <param name="conversion">What the conversion shares.</param>
internal sealed class DisplaySections(Conversion conversion)
{
    private Metadata Metadata => conversion.Plan.Metadata;

    /// <summary>Makes a section; null where the metadata give nothing to put on it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="matter">Where it stands.</param>
    /// <param name="span">Where it is asked for.</param>
    /// <param name="contentsDepth">Heading levels of the contents.</param>
    public Section? Make(SectionKind kind, Matter matter, SourceSpan span, int contentsDepth) => kind switch
    {
        SectionKind.HalfTitle => Page(kind, matter, span, "half-title", [("title", Metadata.Title)]),
        SectionKind.TitlePage => Page(kind, matter, span, "title-page", TitlePage()),
        SectionKind.Imprint when Imprint() is { Count: > 0 } lines => Page(kind, matter, span, "imprint", lines),
        SectionKind.Contents => Titled(kind, matter, span, conversion.Words.Contents, ordinal => new ContentsList(contentsDepth) { Ordinal = ordinal, Span = span }),
        SectionKind.ListOfFigures => Titled(kind, matter, span, conversion.Words.Figures, ordinal => new ContentsList(1) { Of = ContentsKind.Figures, Ordinal = ordinal, Span = span }),
        SectionKind.ListOfTables => Titled(kind, matter, span, conversion.Words.Tables, ordinal => new ContentsList(1) { Of = ContentsKind.Tables, Ordinal = ordinal, Span = span }),
        SectionKind.Index => Titled(kind, matter, span, conversion.Words.Index, ordinal => new IndexList([]) { Ordinal = ordinal, Span = span }),
        _ => null,
    };

    private List<(string Class, string Text)> TitlePage()
    {
        var words = conversion.Words;
        var lines = new List<(string, string)>();
        lines.AddRange(Names("aut").Select(name => ("author", name)));
        lines.Add(("title", Metadata.Title));
        Add(lines, "subtitle", Metadata.Subtitle);
        Contributor(lines, "trl", words.TranslatedBy);
        Contributor(lines, "edt", words.EditedBy);
        Contributor(lines, "ann", words.AnnotatedBy);
        Contributor(lines, "ill", words.IllustratedBy);
        Add(lines, "date", Metadata.Date);
        Add(lines, "publisher", Metadata.Publisher);
        Add(lines, "place", Metadata.Place);
        Add(lines, "year", Metadata.Published);
        return lines;
    }

    private List<(string Class, string Text)> Imprint()
    {
        var lines = new List<(string, string)>();
        Add(lines, "series", Metadata.Series is { } series ? series.Number is { } number ? $"{series.Name}, {number}" : series.Name : null);
        Add(lines, "source", Metadata.Source);
        foreach (var (edition, isbn) in Metadata.Isbns)
        {
            Add(lines, "isbn", $"ISBN {isbn} ({edition})");
        }

        Add(lines, "rights", Metadata.Rights);
        return lines;
    }

    private void Contributor(List<(string, string)> lines, string role, string phrase)
    {
        var names = Names(role);
        if (names.Count > 0)
        {
            lines.Add(("contributor", string.Format(CultureInfo.InvariantCulture, phrase, Joined(names))));
        }
    }

    private List<string> Names(string role) => [.. Metadata.Contributors.Where(contributor => contributor.Role == role).Select(contributor => contributor.Name)];

    private string Joined(List<string> names) =>
        names.Count == 1 ? names[0] : string.Join(", ", names[..^1]) + $" {conversion.Words.And} {names[^1]}";

    private static void Add(List<(string, string)> lines, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            lines.Add((name, text));
        }
    }

    private Section Page(SectionKind kind, Matter matter, SourceSpan span, string name, List<(string Class, string Text)> lines)
    {
        var ordinal = conversion.NextOrdinal();
        var division = conversion.NextOrdinal();
        var paragraphs = ImmutableArray.CreateBuilder<Block>(lines.Count);
        foreach (var (style, text) in lines)
        {
            paragraphs.Add(new Paragraph([new Text(text)]) { Ordinal = conversion.NextOrdinal(), Span = span, Classes = [style] });
        }

        return new(kind, matter, [], [new Division(paragraphs.ToImmutable()) { Ordinal = division, Span = span, Classes = [name] }], [])
        {
            Ordinal = ordinal,
            Span = span,
            NavigationTitle = conversion.Words.NameOf(kind),
            Listed = false,
        };
    }

    private Section Titled(SectionKind kind, Matter matter, SourceSpan span, string title, Func<int, Block> list)
    {
        var ordinal = conversion.NextOrdinal();
        return new(kind, matter, [new Text(title)], [list(conversion.NextOrdinal())], [])
        {
            Ordinal = ordinal,
            Span = span,
            NavigationTitle = title,
            Listed = SectionKinds.Listed(kind),
        };
    }
}
