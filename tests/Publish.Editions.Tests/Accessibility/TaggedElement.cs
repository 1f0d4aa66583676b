using UglyToad.PdfPig.Tokens;

namespace Publish.Editions.Tests.Accessibility;

/// <summary>Something an element of a structure tree holds: an element, text or a link area.</summary>
public abstract record TaggedKid;

/// <summary>Marked content of a page.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Mcid">Its identifier there.</param>
/// <param name="Text">What a reader gets: the ActualText, or what the codes stand for.</param>
/// <param name="InSpan">Whether it is a Span of the content itself (with ActualText).</param>
public sealed record TaggedText(int Page, int Mcid, string Text, bool InSpan) : TaggedKid;

/// <summary>An annotation.</summary>
/// <param name="Number">Its object number.</param>
/// <param name="Annotation">Its dictionary.</param>
public sealed record TaggedAnnotation(long Number, DictionaryToken Annotation) : TaggedKid;

/// <summary>An element of the structure tree of a finished file.</summary>
/// <param name="Type">Its structure type.</param>
/// <param name="Number">Its object number.</param>
/// <param name="Kids">What it holds, in order.</param>
public sealed record TaggedElement(string Type, long Number, IReadOnlyList<TaggedKid> Kids) : TaggedKid
{
    private static readonly HashSet<string> InLine = ["Span", "Quote", "Reference", "Code", "Link", "Figure"];

    public string? Id { get; init; }

    public string? Language { get; init; }

    public string? Alternative { get; init; }

    /// <summary>What an abbreviation stands for.</summary>
    public string? Expansion { get; init; }

    /// <summary>What its attributes say, by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it stands in a line rather than on lines of its own.</summary>
    public bool IsInLine => InLine.Contains(Type);

    public bool IsHeading => Type is ['H', >= '1' and <= '6'];

    public IEnumerable<TaggedElement> Elements => Kids.OfType<TaggedElement>();

    public IEnumerable<TaggedElement> SelfAndInner => Elements.SelectMany(inner => inner.SelfAndInner).Prepend(this);

    public IEnumerable<TaggedText> Texts => Kids.SelectMany(kid => kid switch { TaggedText text => [text], TaggedElement inner => inner.Texts, _ => Enumerable.Empty<TaggedText>() });

    /// <summary>The links it holds itself.</summary>
    public IEnumerable<TaggedAnnotation> Annotations => Kids.OfType<TaggedAnnotation>();

    /// <summary>All its text in reading order; elements that stand on lines of their own are divided by line feeds.</summary>
    public string Text => TextBy(text => text.Text);

    /// <summary>The same, by what somebody else makes of each piece.</summary>
    public string TextBy(Func<TaggedText, string> read) => string.Concat(Kids.Select(kid => kid switch
    {
        TaggedText text => read(text),
        TaggedElement { IsInLine: true } inner => inner.TextBy(read),
        TaggedElement inner => "\n" + inner.TextBy(read) + "\n",
        _ => "",
    }));
}
