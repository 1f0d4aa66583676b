using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Publish.Document;
using Inline = Publish.Document.Inline;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>What a bracketed span means: marks that print nothing, and the container for its words.</summary>
/// <param name="Before">Marks at its start.</param>
/// <param name="Shape">The container, empty; null where the words stand as they are.</param>
/// <param name="After">Marks at its end.</param>
internal sealed record SpanMarks(ImmutableArray<Inline> Before, InlineContainer? Shape, ImmutableArray<Inline> After)
{
    private static readonly HashSet<string> _known = new(StringComparer.Ordinal) { "index", "page", "emendation", "smallcaps", "sc", "title", "abbr", "sup", "sub" };

    public static SpanMarks Read(Conversion conversion, MarkdownFile file, BracketedSpan span, SourceSpan place)
    {
        var attributes = span.Attributes;
        var before = ImmutableArray.CreateBuilder<Inline>();
        var after = ImmutableArray.CreateBuilder<Inline>();
        if (attributes.Has("index"))
        {
            Index(conversion, span, place, before, after);
        }

        if (attributes.Has("page"))
        {
            if (attributes["n"] is { Length: > 0 } label)
            {
                before.Add(new SourcePageMark(label) { Span = place });
            }
            else
            {
                conversion.Report(ManuscriptDiagnostics.IncompleteMark, place, "the page mark has no number", "write []{.page n=\"3\"}");
            }
        }

        return new(before.DrainToImmutable(), Container(conversion, attributes, place, span.FirstChild is null), after.DrainToImmutable());
    }

    private static InlineContainer? Container(Conversion conversion, AttributeList attributes, SourceSpan place, bool empty)
    {
        var language = conversion.Language(attributes, place);
        ImmutableArray<string> classes = attributes.Classes.Any(_known.Contains) ? [.. attributes.Classes.Where(name => !_known.Contains(name))] : attributes.Classes;
        InlineContainer? shape =
            attributes.Has("emendation") ? Emended(conversion, attributes, place)
            : attributes.Has("smallcaps") || attributes.Has("sc") ? new SmallCaps([])
            : attributes.Has("title") ? new WorkTitle([])
            : attributes.Has("abbr") ? new Abbreviation([], attributes["title"] ?? attributes["expansion"])
            : attributes.Has("sup") ? new Superscript([])
            : attributes.Has("sub") ? new Subscript([])
            : language is not null ? new Foreign([])
            : classes.Length > 0 || attributes.Id is not null ? new StyledSpan([])
            : null;
        return shape is null || (empty && attributes.Id is null && shape is not EmendedText)
            ? null
            : shape with { Span = place, Id = shape.Id ?? conversion.Ids.Declare(attributes.Id, place), Classes = classes, Language = language };
    }

    private static EmendedText? Emended(Conversion conversion, AttributeList attributes, SourceSpan place) =>
        conversion.Emendations.Mark(attributes["ref"], place, conversion.BlockId) is { } record
            ? new([], record) { Id = conversion.Ids.Declare(EmendationRegister.IdOf(record), place) }
            : null;

    private static void Index(Conversion conversion, BracketedSpan span, SourceSpan place, ImmutableArray<Inline>.Builder before, ImmutableArray<Inline>.Builder after)
    {
        var term = span.Attributes["term"] ?? Words(span);
        var terms = Terms(term);
        if (terms.IsEmpty)
        {
            conversion.Report(ManuscriptDiagnostics.IncompleteMark, place, "the index mark has no term", "write []{.index term=\"Headword!sub-heading\"}");
            return;
        }

        switch (span.Attributes["range"])
        {
            case null:
                before.Add(Make(conversion, terms, IndexRange.Point, place));
                break;
            case "start":
                before.Add(Make(conversion, terms, IndexRange.Start, place));
                break;
            case "end":
                after.Add(Make(conversion, terms, IndexRange.End, place));
                break;
            case var other:
                conversion.Report(ManuscriptDiagnostics.IncompleteMark, place, $"the index mark has the range '{other}'", "a range has 'start' or 'end'");
                break;
        }
    }

    private static IndexMark Make(Conversion conversion, ImmutableArray<string> terms, IndexRange range, SourceSpan place)
    {
        var mark = new IndexMark(terms, range) { Id = conversion.NextIndexMarkId(), Span = place };
        conversion.IndexMarks.Add(mark);
        return mark;
    }

    /// <summary>Levels are divided by <c>!</c>; <c>\!</c> is an exclamation mark.</summary>
    private static ImmutableArray<string> Terms(string term)
    {
        var terms = ImmutableArray.CreateBuilder<string>();
        var level = new StringBuilder();
        for (var i = 0; i <= term.Length; i++)
        {
            if (i < term.Length && term[i] == '\\' && i + 1 < term.Length && term[i + 1] == '!')
            {
                level.Append('!');
                i++;
            }
            else if (i == term.Length || term[i] == '!')
            {
                var text = WhiteSpace.Collapse(level.ToString());
                if (text.Length > 0)
                {
                    terms.Add(text);
                }

                level.Clear();
            }
            else
            {
                level.Append(term[i]);
            }
        }

        return terms.ToImmutable();
    }

    private static string Words(ContainerInline span)
    {
        var words = new StringBuilder();
        foreach (var literal in span.Descendants<LiteralInline>())
        {
            words.Append(literal.Content.AsSpan());
        }

        return words.ToString();
    }
}
