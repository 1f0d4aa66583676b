using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Styles.Pages;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Furniture;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Pages;
using Publish.Typesetting.References;
using Publish.Typesetting.Structure;
using PageSide = Publish.Typesetting.Display.PageSide;

namespace Publish.Typesetting;

/// <summary>
/// Keeps from build to build what a book's sections came to in one house style: their lines, their pages, the pages drawn. A section that is the same object as before
/// (<see cref="BookMemory"/>), and to whose questions about the rest of the book the answers are the same, isn't set again; the pages are those of a first build. What the
/// last build didn't use is forgotten. For one build at a time.
/// </summary>
public sealed class TypesettingMemory
{
    private readonly ValueMemory<Section, List<KeptFlow>> _flows = new(ReferenceEqualityComparer.Instance);
    private readonly ValueMemory<int, BlockMemory> _blocks = new();
    private readonly ValueMemory<(SectionFlow Flow, PageSide Side), ImmutableArray<SectionPage>> _pages = new(FlowIdentity.Instance);
    private readonly ValueMemory<(SectionPage Page, int Index, int StructureBase, bool First), PageCanvas> _painted = new(PageIdentity.Instance);
    private readonly ValueMemory<int, PageCanvas> _blank = new();
    private readonly ValueMemory<Section, NamedTitles> _titles = new(ReferenceEqualityComparer.Instance);
    private readonly ValueMemory<PageCanvas, KeptPage> _shown = new(ReferenceEqualityComparer.Instance);
    private object? _facts;
    private int _build;
    private FontLibrary? _fonts;
    private ParagraphSetter? _paragraphs;

    /// <summary>The tree of the last build, with what it was put together from.</summary>
    internal JoinedStructure? Structure { get; set; }

    /// <summary>Where the named places of the last build came to stand.</summary>
    internal FoundPlaces? Places { get; set; }

    /// <summary>The titles of a section's named places.</summary>
    internal NamedTitles TitlesOf(Section section) => _titles.Of(section, NamedTitles.Of);

    /// <summary>A build begins.</summary>
    /// <param name="fonts">Its faces; others than before, and nothing that was kept counts.</param>
    /// <param name="paragraphs">Its setter of paragraphs; the same.</param>
    /// <param name="facts">What stands in the margins of pages besides titles and folios, compared by value.</param>
    internal void Begin(FontLibrary fonts, ParagraphSetter paragraphs, object facts)
    {
        if (!ReferenceEquals(_fonts, fonts) || !ReferenceEquals(_paragraphs, paragraphs))
        {
            (_fonts, _paragraphs) = (fonts, paragraphs);
            _flows.Clear();
            _blocks.Clear();
            _pages.Clear();
            _painted.Clear();
            _blank.Clear();
            _shown.Clear();
            Structure = null;
            Places = null;
        }

        if (!Equals(_facts, facts))
        {
            _facts = facts;
            _shown.Clear();
        }

        _build++;
        _flows.Turn();
        _blocks.Turn();
        _pages.Turn();
        _painted.Turn();
        _blank.Turn();
        _titles.Turn();
        _shown.Turn();
    }

    /// <summary>How many things it keeps: sections set, sections paged, pages drawn.</summary>
    internal (int Sections, int Paged, int Drawn) Counts => (_flows.Count, _pages.Count, _shown.Count);

    /// <summary>How many blocks it keeps of sections, and how many were found so far.</summary>
    internal (int Kept, int Found) Blocks => (_blocks.Values.Sum(section => section.Count), _blocks.Values.Sum(section => section.Hits));

    /// <summary>A section as it was set before, where nothing it asked has another answer now; null where there is none.</summary>
    internal KeptFlow? FlowOf(Section section, Func<KeptFlow, bool> holds)
    {
        _blocks.TryGet(section.Ordinal, out _);
        if (!_flows.TryGet(section, out var kept))
        {
            return null;
        }

        foreach (var flow in kept)
        {
            if (holds(flow))
            {
                flow.Build = _build;
                return flow;
            }
        }

        return null;
    }

    /// <summary>Keeps a section that was set: one way for each answer that passes printed, of this build and the one before. A section is set by one thread at a time.</summary>
    internal void Keep(Section section, KeptFlow flow)
    {
        var known = _flows.Of(section, static _ => []);
        known.RemoveAll(other => other.Build < _build - 1);
        flow.Build = _build;
        known.Add(flow);
    }

    /// <summary>The blocks of a section that is about to be set: those of the section that stood at its place, which it may be but for a word.</summary>
    internal BlockMemory BlocksOf(Section section)
    {
        var blocks = _blocks.Of(section.Ordinal, static _ => new BlockMemory());
        blocks.Begin(_build);
        return blocks;
    }

    /// <summary>The pages of a section that opens on a side: broken before, else now.</summary>
    internal ImmutableArray<SectionPage> PagesOf(SectionFlow flow, PageSide side, Func<SectionFlow, PageSide, ImmutableArray<SectionPage>> pageBreak) =>
        _pages.Of((flow, side), key => pageBreak(key.Flow, key.Side));

    /// <summary>The pages of a section that opens on a side, broken before; none where they weren't.</summary>
    internal ImmutableArray<SectionPage> KnownPagesOf(SectionFlow flow, PageSide side) => _pages.TryGet((flow, side), out var pages) ? pages : default;

    /// <summary>A page drawn before; null where it isn't the same or stands elsewhere.</summary>
    internal PageCanvas? Painted(SectionPage page, int index, int structureBase, bool first) => _painted.TryGet((page, index, structureBase, first), out var canvas) ? canvas : null;

    /// <summary>Keeps a page that was drawn.</summary>
    internal void Keep(SectionPage page, int index, int structureBase, bool first, PageCanvas canvas) => _painted.Keep((page, index, structureBase, first), canvas);

    /// <summary>The page with an index, with nothing on it.</summary>
    internal PageCanvas Blank(int index) => _blank.Of(index, static at => new PageCanvas(at, 0));

    /// <summary>A page with what stands in its margins, as it was shown before; null where it was drawn anew.</summary>
    internal KeptPage? Shown(PageCanvas canvas) => _shown.TryGet(canvas, out var page) ? page : null;

    /// <summary>Keeps a page as it is shown.</summary>
    internal void Keep(PageCanvas canvas, KeptPage page) => _shown.Keep(canvas, page);

    private sealed class FlowIdentity : IEqualityComparer<(SectionFlow Flow, PageSide Side)>
    {
        public static readonly FlowIdentity Instance = new();

        public bool Equals((SectionFlow Flow, PageSide Side) x, (SectionFlow Flow, PageSide Side) y) => ReferenceEquals(x.Flow, y.Flow) && x.Side == y.Side;

        public int GetHashCode((SectionFlow Flow, PageSide Side) key) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Flow);
    }
}

/// <summary>Compares drawn pages by what stands on them, and where.</summary>
internal sealed class PageIdentity : IEqualityComparer<(SectionPage Page, int Index, int StructureBase, bool First)>
{
    public static readonly PageIdentity Instance = new();

    public bool Equals((SectionPage Page, int Index, int StructureBase, bool First) x, (SectionPage Page, int Index, int StructureBase, bool First) y) =>
        x.Index == y.Index && x.StructureBase == y.StructureBase && x.First == y.First && x.Page.IsLike(y.Page);

    public int GetHashCode((SectionPage Page, int Index, int StructureBase, bool First) page) => page.Index;
}

/// <summary>A section set before.</summary>
/// <param name="Flow">Its lines.</param>
/// <param name="Said">What was said of its characters.</param>
/// <param name="Pictures">The pictures it shows, as they were found.</param>
/// <param name="Readings">What it shows of other sections (contents, notes of the whole book); empty for nothing.</param>
internal sealed record KeptFlow(SectionFlow Flow, ImmutableArray<Diagnostic> Said, ImmutableArray<(Picture Picture, ImageResource? Found)> Pictures, ImmutableArray<object> Readings)
{
    /// <summary>The build that used it last.</summary>
    public int Build { get; set; }
}

/// <summary>A page as it was shown.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Style">Its style.</param>
/// <param name="Marks">What its running heads could name.</param>
/// <param name="Page">The page.</param>
/// <param name="Report">What the page stage says of it.</param>
/// <param name="Said">What is said of it.</param>
internal sealed record KeptPage(int Number, PageStyle Style, PageMarks? Marks, DisplayPage Page, PageReport Report, ImmutableArray<Diagnostic> Said);
