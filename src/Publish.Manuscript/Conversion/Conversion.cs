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

    /// <summary>Automatic identifiers of headings that were thought of: whether any is asked for, and whether this one is.</summary>
    public List<(string Id, bool Any, bool Wanted)> Automatic { get; } = [];

    /// <summary>How often something was made of the registers that other sections have a part in: such a section is made anew.</summary>
    public int Surveys { get; set; }

    /// <summary>The counters.</summary>
    public ConversionCounters Counters
    {
        get => new(_ordinal, _indexMarks, _listed, Notes.Numbers);
        set => (_ordinal, _indexMarks, _listed, Notes.Numbers) = (value.Ordinal, value.IndexMarks, value.Listed, value.Notes);
    }

    /// <summary>How far the conversion is.</summary>
    public ConversionState State => new(Counters, Ids.Declared.Count, Ids.References.Count, Automatic.Count, Notes.LookedUp.Count, Emendations.Marked.Count, IndexMarks.Count, Reading.LookedFor.Count);

    /// <summary>Whether an automatic identifier is asked for as it was. One that a heading got stands among the identifiers declared; one that wasn't free is looked at again.</summary>
    public bool IsStill((string Id, bool Any, bool Wanted) automatic) =>
        automatic.Any == (Wanted.Count > 0) && automatic.Wanted == (automatic.Any && Wanted.Contains(automatic.Id) && !Ids.Has(automatic.Id));

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
            Automatic.Add(("", Any: false, Wanted: false));
            return null;
        }

        var automatic = AutomaticId.Of(PlainText.Of(title));
        var wanted = Wanted.Contains(automatic) && !Ids.Has(automatic);
        Automatic.Add((automatic, Any: true, wanted));
        return wanted ? Ids.Declare(automatic, span, titled: true) : null;
    }
}
