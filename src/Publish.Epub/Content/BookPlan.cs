using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Styles;

namespace Publish.Epub.Content;

/// <summary>What has to be known of the whole book before the first file is written: files, headings, notes, ids, pages.</summary>
internal sealed partial class BookPlan
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal) { "nav", "cover", "notes" };
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<SectionKind, int> kinds = [];
    private readonly Dictionary<Section, PlannedFile> firstFiles = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Heading, PlannedHeading> headings = new(ReferenceEqualityComparer.Instance);
    private readonly int largestDocument;
    private readonly EpubMemory? memory;
    private IReadOnlyDictionary<string, string>? numbers;
    private List<NoteGroup>? groups;

    /// <summary>Plans a publication.</summary>
    /// <param name="book">The book.</param>
    /// <param name="pages">The pages to be marked; null for none.</param>
    /// <param name="largestDocument">Bytes from which a document is divided; 0 to divide none.</param>
    /// <param name="memory">What sections said in earlier builds; null for nothing.</param>
    public BookPlan(Book book, PageMap? pages, int largestDocument = 0, EpubMemory? memory = null)
    {
        this.memory = memory;
        Book = book;
        Pages = pages;
        this.largestDocument = largestDocument;
        Words = EpubWords.For(book.Metadata.Language);
        NotesSection = Walk.Notes(book).Any() ? Walk.Sections(book).FirstOrDefault(s => s.Kind == SectionKind.Notes) : null;
        titles.UnionWith(NotesSection is null && Walk.Notes(book).Any() ? [Words.Cover, Words.Notes] : [Words.Cover]);
        foreach (var section in Walk.Sections(book))
        {
            kinds[section.Kind] = kinds.GetValueOrDefault(section.Kind) + 1;
        }

        PlanPages();
        var counters = new Dictionary<SectionKind, int>();
        foreach (var section in book.Sections)
        {
            PlanSection(section, 0, counters);
        }

        PlanNotes();
        PlanNoteFiles();
        foreach (var file in Files)
        {
            PlanHeadings(file);
            PlanAnchors(file);
        }
    }

    public Book Book { get; }

    /// <summary>What references by number print, by identifier.</summary>
    public IReadOnlyDictionary<string, string> Numbers => numbers ??= TargetNumbers.Of(Book);

    /// <summary>The headings over the notes of sections.</summary>
    public List<NoteGroup> Groups => groups ??= NotesWriter.Groups(this);

    /// <summary>What the document that is being written asks; null while nothing is written down.</summary>
    public DocumentLog? Log { get; set; }

    /// <summary>The words that are made for the book, in its language.</summary>
    public EpubWords Words { get; }

    public PageMap? Pages { get; }

    /// <summary>The book's own section for its notes, which holds them; null where they have a document of their own after the text.</summary>
    public Section? NotesSection { get; }

    /// <summary>Documents of sections in reading order; a long section has several.</summary>
    public List<PlannedFile> Files { get; } = [];

    /// <summary>The first document of a section.</summary>
    public PlannedFile FileOf(Section section) => firstFiles[section];

    /// <summary>File, id and level of a heading; a heading of a note is in the file of notes.</summary>
    public PlannedHeading Of(Heading heading)
    {
        var planned = PlanOf(heading);
        Log?.Planned(heading, planned);
        return planned;
    }

    /// <summary>The same, which no document asks.</summary>
    public PlannedHeading PlanOf(Heading heading) => headings.GetValueOrDefault(heading) ?? new PlannedHeading("", IdOfHeading(heading), Math.Clamp(heading.Level + 1, 3, 6));

    /// <summary>The headings of a section outside notes, in order.</summary>
    public IReadOnlyList<Heading> HeadingsOf(Section section) => FactsOf(section.Blocks).Headings;

    /// <summary>What references by number print of a place; null where it has none.</summary>
    public string? NumberOf(string id)
    {
        var number = Numbers.GetValueOrDefault(id);
        Log?.Number(id, number);
        return number;
    }

    /// <summary>An id that readers' CSS selectors and our own generated ids can live with: lower case, a letter first.</summary>
    public static string SafeId(string id)
    {
        var safe = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            safe.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        var text = safe.ToString().Trim('-');
        return text.Length == 0 || !char.IsAsciiLetterLower(text[0]) || IsGenerated(text) ? "id-" + text : text;
    }

    /// <summary>The id of an inline as written; null where it has none.</summary>
    public static string? IdOf(Node node) => node.Id ?? (node is EmendedText e ? "emendation-" + e.Record.Id.ToLowerInvariant() : null);

    private static bool IsGenerated(string id) =>
        id.StartsWith("page-", StringComparison.Ordinal) || id.StartsWith("source-page-", StringComparison.Ordinal) || id.StartsWith("notes-", StringComparison.Ordinal)
        || (id.StartsWith("h-", StringComparison.Ordinal) && id.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0)
        || (id.Length > 1 && id[0] is 'r' or 'n' && id.Skip(1).All(c => char.IsAsciiDigit(c) || c is '-' or 'a' or 's'));

    private void PlanSection(Section section, int depth, Dictionary<SectionKind, int> counters)
    {
        var count = counters[section.Kind] = counters.GetValueOrDefault(section.Kind) + 1;
        var kind = ElementNames.KindName(section.Kind);
        var stem = section.Kind == SectionKind.Contents && count == 1 ? "nav" : kinds[section.Kind] == 1 && section.Kind != SectionKind.Chapter ? kind : kind + "-" + count.ToString(CultureInfo.InvariantCulture);
        var holdsNotes = ReferenceEquals(section, NotesSection);
        stem = holdsNotes ? "notes" : stem;
        while (stem != "nav" && !holdsNotes && !names.Add(stem))
        {
            stem += "-x";
        }

        var title = section.NavigationTitle.Length > 0 ? section.NavigationTitle : PlainText.Of(section.Title).Trim() is { Length: > 0 } own ? own : kind;
        ImmutableArray<ImmutableArray<Block>> parts = stem == "nav" || holdsNotes ? [section.Blocks] : memory?.PartsOf(section.Blocks, largestDocument) ?? [.. DocumentDivision.Of(section.Blocks, largestDocument)];
        for (var part = 0; part < parts.Length; part++)
        {
            var tail = part == 0 ? "" : "-part-" + (part + 1).ToString(CultureInfo.InvariantCulture);
            var file = new PlannedFile(stem + tail + ".xhtml", Unique(part == 0 ? title : EpubWords.With(Words.Part, title, part + 1)), section, parts[part], part, depth);
            names.Add(stem + tail);
            Files.Add(file);
            firstFiles.TryAdd(section, file);
        }

        foreach (var inner in section.Sections)
        {
            PlanSection(inner, depth + 1, counters);
        }
    }

    private string Unique(string title)
    {
        var unique = title;
        for (var i = 2; !titles.Add(unique); i++)
        {
            unique = title + " (" + i.ToString(CultureInfo.InvariantCulture) + ")";
        }

        return unique;
    }

    // Levels have no gaps; where a section has no title, its headings begin at level 1. A divided section goes on where it was.
    private void PlanHeadings(PlannedFile file)
    {
        var last = file.Part > 0 ? 1 : file.Section.Title.IsDefaultOrEmpty ? 0 : 1;
        foreach (var heading in FactsOf(file.Blocks).Headings)
        {
            last = Math.Min(heading.Level, last + 1);
            headings.TryAdd(heading, new PlannedHeading(file.Name, IdOfHeading(heading), last));
        }
    }

    private BlockFacts FactsOf(ImmutableArray<Block> blocks) => memory?.FactsOf(blocks) ?? BlockFacts.Of(blocks);

    private BlockFacts TitleFactsOf(Section section) => memory?.TitleFactsOf(section) ?? BlockFacts.OfTitles(section);

    private string IdOfHeading(Heading heading) => heading.Id is { } id ? Look(id)?.Id ?? SafeId(id) : "h-" + heading.Ordinal.ToString(CultureInfo.InvariantCulture);
}
