using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>What the whole conversion of a book shares: counters, registers, the dialect.</summary>
internal sealed class Conversion
{
    private int _ordinal;
    private int _indexMarks;
    private int _listed;

    public Conversion(Reading reading, BookPlan plan, EmendationRegister emendations)
    {
        Reading = reading;
        Plan = plan;
        Ids = new(reading);
        Notes = new(reading);
        Emendations = emendations;
        Words = Words.For(plan.Metadata.Language);
        Inlines = new(this);
        Blocks = new(this);
    }

    public Reading Reading { get; }

    public BookPlan Plan { get; }

    public Dialect Dialect => Plan.Dialect;

    public Words Words { get; }

    public IdRegister Ids { get; }

    public NoteRegister Notes { get; }

    public EmendationRegister Emendations { get; }

    public InlineConverter Inlines { get; }

    public BlockConverter Blocks { get; }

    /// <summary>Identifiers that cross-references ask for: a heading without one of its own may answer by its words.</summary>
    public HashSet<string> Wanted { get; } = new(StringComparer.Ordinal);

    /// <summary>Readings left standing.</summary>
    public ImmutableArray<Query> Queries { get; init; } = [];

    /// <summary>Marks of the index in document order.</summary>
    public List<IndexMark> IndexMarks { get; } = [];

    /// <summary>Whether a note is being converted: it may not call another.</summary>
    public bool InNote { get; set; }

    /// <summary>The identifier of the block being converted, for emendations.</summary>
    public string? BlockId { get; set; }

    /// <summary>The next number of <see cref="Block.Ordinal"/>.</summary>
    public int NextOrdinal() => ++_ordinal;

    public string NextIndexMarkId() => Ids.Make("index-mark-", ref _indexMarks);

    /// <summary>An identifier for a figure or table that has none, where the book lists its like; null where it doesn't.</summary>
    public string? NextListedId(SectionKind list) => Plan.Matter.Any(entry => entry.Kind == list) ? Ids.Make("listed-", ref _listed) : null;

    public void Report(DiagnosticKind kind, SourceSpan span, string message, string? hint = null) => Reading.Report(kind, span, message, hint);

    /// <summary>A language that attributes give, checked; null for none.</summary>
    public string? Language(AttributeList attributes, SourceSpan span) =>
        attributes.Language is { } language && LanguageTag.Check(Reading, language, span) ? language : null;

    /// <summary>An identifier for a heading: its own, or its automatic one where a reference asks for that.</summary>
    public string? HeadingId(AttributeList attributes, ImmutableArray<Inline> title, SourceSpan span)
    {
        if (attributes.Id is not null)
        {
            return Ids.Declare(attributes.Id, span, titled: true);
        }

        if (Wanted.Count == 0)
        {
            return null;
        }

        var automatic = AutomaticId.Of(PlainText.Of(title));
        return Wanted.Contains(automatic) && !Ids.Has(automatic) ? Ids.Declare(automatic, span, titled: true) : null;
    }
}
