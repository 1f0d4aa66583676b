using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Pdf.Color;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests;

/// <summary>Builds pages by hand, from really shaped text: what a typesetter would hand over, in a few lines of a test.</summary>
internal sealed class TestBook
{
    private readonly List<StructureElement> _elements = [new(-1, StructureRole.Document, 0)];
    private readonly List<List<DisplayItem>> _pages = [];
    private readonly List<List<LinkArea>> _links = [];
    private readonly List<Destination> _destinations = [];
    private int _sequence;

    public PageBoxes Boxes { get; set; } = new(Length.FromPoints(396), Length.FromPoints(612), Length.Zero, Length.Zero);

    public List<OutlineEntry> Outline { get; } = [];

    /// <summary>Folios: by default 1, 2, 3.</summary>
    public Func<int, (int Number, FolioStyle Style, string Label)> Folio { get; set; } = index => (index + 1, FolioStyle.Decimal, $"{index + 1}");

    public int NextSequence() => ++_sequence;

    public int Element(StructureRole role, int parent = 0, Func<StructureElement, StructureElement>? with = null)
    {
        var element = new StructureElement(parent, role, NextSequence());
        _elements.Add(with?.Invoke(element) ?? element);
        return _elements.Count - 1;
    }

    public StructureReference In(int element) => new(element, NextSequence(), ArtifactKind.None);

    public TestBook Page()
    {
        _pages.Add([]);
        _links.Add([]);
        return this;
    }

    public void Add(DisplayItem item) => _pages[^1].Add(item);

    public void Link(Rect area, string? destination, int structure, string description = "A link", string? uri = null) =>
        _links[^1].Add(new LinkArea(area, destination, uri, structure, description));

    public void Place(string id, double x, double y) => _destinations.Add(new Destination(id, _pages.Count - 1, Length.FromPoints(x), Length.FromPoints(y), -1));

    /// <summary>Sets a line and returns where it ends.</summary>
    public Length Line(StructureReference structure, double x, double baseline, string text, LineStyle? style = null)
    {
        var run = Shape(structure, Length.FromPoints(x), Length.FromPoints(baseline), text, style ?? new LineStyle());
        Add(run);
        return run.X + run.Width;
    }

    public static GlyphRun Shape(StructureReference structure, Length x, Length baseline, string text, LineStyle style)
    {
        var shaped = new List<ShapedGlyph>();
        var face = style.Face;
        face.Shape(text, new ShapingSettings("Latn", "en", FontFeatures.Of([.. style.Features.Select(tag => new FontFeature(tag, 1))])), shaped);
        if (style.Hyphen)
        {
            var hyphen = face.GlyphOf('-');
            shaped.Add(new ShapedGlyph(hyphen, text.Length, face.AdvanceOf(hyphen), 0, 0, false));
        }

        var glyphs = new List<PlacedGlyph>();
        var pen = 0.0;
        var scale = style.Size.Scaled * (style.HorizontalScale / 10_000.0) / face.UnitsPerEm;
        foreach (var glyph in shaped)
        {
            var position = (int)Math.Round(pen + (glyph.OffsetX * scale));
            glyphs.Add(new PlacedGlyph(glyph.Glyph, position, glyph.Cluster));
            pen += (glyph.Advance * scale) + (glyph.Cluster < text.Length && text[glyph.Cluster] == ' ' ? style.WordSpace * Length.Unit : 0) + (style.LetterSpace * Length.Unit);
        }

        return new GlyphRun(structure, face, style.Size, x, baseline, [.. glyphs], text.AsMemory())
        {
            HorizontalScale = style.HorizontalScale,
            EndsInHyphen = style.Hyphen,
            Color = style.Color,
            Source = style.Source,
            Width = new Length((long)Math.Round(pen)),
            Rises = [.. shaped.Select(glyph => (int)Math.Round(glyph.OffsetY * (double)style.Size.Scaled / face.UnitsPerEm))],
        };
    }

    public PageSet Build() => new(
        [.. _pages.Select((items, i) => new DisplayPage(i, Folio(i).Number, Folio(i).Style, Folio(i).Label, i % 2 == 0 ? PageSide.Recto : PageSide.Verso, Boxes, [.. items], [.. _links[i]]))],
        new StructureTree([.. _elements]),
        [.. Outline],
        [.. _destinations],
        new PageMap("screen", []));

    public static Document.Metadata Metadata { get; } = new("test", "A Test of Pages", "en")
    {
        Contributors = [new Contributor("Ada Proof", "Proof, Ada", "aut"), new Contributor("B. Hand", "Hand, B.", "edt")],
        Modified = new DateTimeOffset(2024, 2, 29, 12, 30, 0, TimeSpan.Zero),
        Subjects = [new Subject(null, "x", "Typography"), new Subject(null, "y", "Proofs & <tests>")],
        Description = "A paragraph “about” the book.",
    };

    public static OutputIntent Screen { get; } = new("sRGB IEC61966-2.1", RepositoryAssets.Read("icc/sRGB.icc"));

    public static PdfSettings ScreenSettings { get; } = new(new EditionPlan("screen", EditionFormat.Pdf)
    {
        Links = true,
        Tagged = true,
        Standards = ["PDF/UA-1", "PDF/A-2a"],
    })
    {
        OutputIntent = Screen,
    };

    public static PdfSettings PrintSettings { get; } = new(new EditionPlan("print", EditionFormat.Pdf));

    public PdfResult Write(PdfSettings settings) => PdfWriter.Write(Build(), Metadata, settings);
}

/// <summary>How a test sets a line.</summary>
internal sealed record LineStyle
{
    public FontFace Face { get; init; } = TestFonts.Roman;

    public Length Size { get; init; } = Length.FromPoints(11);

    public ImmutableArray<string> Features { get; init; } = [];

    public double WordSpace { get; init; }

    public double LetterSpace { get; init; }

    public int HorizontalScale { get; init; } = 10_000;

    public bool Hyphen { get; init; }

    public InkColor Color { get; init; } = InkColor.Black;

    public TextPosition? Source { get; init; }
}
