using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;

namespace Publish.Typesetting.Display;

/// <summary>What an item is when it is not content.</summary>
public enum ArtifactKind
{
    /// <summary>It is content.</summary>
    None,

    /// <summary>A running head.</summary>
    RunningHead,

    /// <summary>A folio.</summary>
    Folio,

    /// <summary>A rule, an ornament, a background.</summary>
    Layout,

    /// <summary>Crop marks and their like.</summary>
    PrinterMark,
}

/// <summary>Which structure element an item is content of.</summary>
/// <param name="Element">Index into <see cref="StructureTree.Elements"/>; −1 for an artifact.</param>
/// <param name="Sequence">
/// Place in reading order among the content and the child elements of <paramref name="Element"/> (compare with <see cref="StructureElement.Sequence"/>);
/// pieces of one run on several lines or pages share it and follow each other as drawn.
/// </param>
/// <param name="Artifact">What it is when it isn't content.</param>
public readonly record struct StructureReference(int Element, int Sequence, ArtifactKind Artifact)
{
    /// <summary>Not content.</summary>
    public static StructureReference ArtifactOf(ArtifactKind kind) => new(-1, 0, kind);
}

/// <summary>Something drawn on a page.</summary>
/// <param name="Structure">What it is content of.</param>
public abstract record DisplayItem(StructureReference Structure);

/// <summary>A colour of ink or screen. Components are thousandths.</summary>
/// <param name="Space">Its space.</param>
/// <param name="A">Gray, cyan or red; the tint of an ink of its own, 1000 full.</param>
/// <param name="B">Magenta or green.</param>
/// <param name="C">Yellow or blue.</param>
/// <param name="D">Black of CMYK.</param>
public readonly record struct InkColor(ColorSpace Space, int A, int B, int C, int D)
{
    /// <summary>Black ink only.</summary>
    public static readonly InkColor Black;

    /// <summary>Full ink on every plate, for marks by which plates are laid on each other (ISO 32000-1, 8.6.6.4: the colorant All).</summary>
    public static readonly InkColor Registration = new(ColorSpace.Spot, 1000, 0, 0, 0) { Ink = new SpotInk("All", new InkColor(ColorSpace.Cmyk, 1000, 1000, 1000, 1000)) };

    /// <summary>The ink, where it is one of its own (<see cref="ColorSpace.Spot"/>); null otherwise.</summary>
    public SpotInk? Ink { get; init; }

    /// <summary>The colour that stands for inks on a screen; null for gray and RGB, which are what they are.</summary>
    public ScreenColor? Screen { get; init; }

    /// <summary>A gray: 0 black … 1000 white.</summary>
    public static InkColor Gray(int thousandths) => new(ColorSpace.Gray, thousandths, 0, 0, 0);
}

/// <summary>A colour space.</summary>
public enum ColorSpace
{
    /// <summary>Gray: 0 is black.</summary>
    Gray,

    /// <summary>Red, green, blue (sRGB).</summary>
    Rgb,

    /// <summary>Cyan, magenta, yellow, black inks.</summary>
    Cmyk,

    /// <summary>An ink of its own.</summary>
    Spot,
}

/// <summary>An ink of its own, by the name that its plate bears.</summary>
/// <param name="Name">The name: <c>PANTONE 186 C</c>.</param>
/// <param name="Alternate">What stands for it at full tint where a device doesn't have it.</param>
public sealed record SpotInk(string Name, InkColor Alternate);

/// <summary>A colour of screens (sRGB), in thousandths.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
public sealed record ScreenColor(int R, int G, int B);

/// <summary>A turn about a run's origin.</summary>
public enum QuarterTurn
{
    /// <summary>Upright: it reads from left to right.</summary>
    None,

    /// <summary>It reads downwards.</summary>
    Down,

    /// <summary>It reads upwards.</summary>
    Up,
}

/// <summary>A glyph and where it stands.</summary>
public readonly record struct PlacedGlyph
{
    // A page has some thousand glyphs and a book a million: eight bytes each.
    private readonly ushort _cluster;

    /// <summary>A glyph at its place.</summary>
    /// <param name="glyph">Glyph id in the face.</param>
    /// <param name="x">From the run's origin to the glyph's.</param>
    /// <param name="cluster">Offset into the run's text; a line has far fewer characters than the 65,535 that count.</param>
    public PlacedGlyph(ushort glyph, int x, int cluster)
    {
        (Glyph, X) = (glyph, x);
        Cluster = cluster;
    }

    /// <summary>Glyph id in the face.</summary>
    public ushort Glyph { get; init; }

    /// <summary>From the run's <see cref="GlyphRun.X"/> to the glyph's origin, in scaled points, expansion and spacing included.</summary>
    public int X { get; init; }

    /// <summary>Offset into <see cref="GlyphRun.Characters"/> of the first character it stands for. Glyphs of one cluster share it; a cluster ends where the next begins.</summary>
    public int Cluster
    {
        get => _cluster;
        init => _cluster = (ushort)Math.Clamp(value, 0, ushort.MaxValue);
    }
}

/// <summary>Glyphs of one face and size on one baseline.</summary>
/// <param name="Structure">What it is content of.</param>
/// <param name="Face">The face.</param>
/// <param name="Size">Font size.</param>
/// <param name="X">The left edge: origin of the first glyph, of the last where text runs from right to left.</param>
/// <param name="Baseline">The baseline, y down.</param>
/// <param name="Glyphs">In the order they are read, which is from left to right but for text that runs the other way; spaces between words included (as the face's space glyph, so that extracted text has them).</param>
/// <param name="Characters">
/// The characters of the model these glyphs stand for, as a reader should copy them: small capitals as the letters they are, ligatures as their letters;
/// a hyphen set at a line's end adds nothing here (its cluster is <c>Characters.Length</c> and covers nothing). Mostly a stretch of the paragraph's own text.
/// </param>
public sealed record GlyphRun(
    StructureReference Structure,
    FontFace Face,
    Length Size,
    Length X,
    Length Baseline,
    ImmutableArray<PlacedGlyph> Glyphs,
    ReadOnlyMemory<char> Characters) : DisplayItem(Structure)
{
    /// <summary><see cref="Characters"/> as a string.</summary>
    public string Text => Characters.ToString();

    /// <summary>Horizontal scale in ten-thousandths: 10,000 is none (font expansion, the same for a line).</summary>
    public int HorizontalScale { get; init; } = 10_000;

    // A book has some ten thousand runs, nearly all black, and an ink is as large as five pointers.
    private readonly OtherInk? _ink;

    /// <summary>Ink.</summary>
    public InkColor Color
    {
        get => _ink?.Color ?? InkColor.Black;
        init => _ink = value == InkColor.Black ? null : new OtherInk(value);
    }

    /// <summary>How the run is turned about its origin (the spine of a cover).</summary>
    public QuarterTurn Turn { get; init; }

    /// <summary>Where its text starts in the model; null for generated text (folios, note numbers).</summary>
    public TextPosition? Source { get; init; }

    /// <summary>True where the run ends with a hyphen that the text doesn't have.</summary>
    public bool EndsInHyphen { get; init; }

    /// <summary>From <see cref="X"/> to the end of the last glyph.</summary>
    public Length Width { get; init; }

    /// <summary>How far each glyph stands above the baseline, in scaled points (marks on letters); empty where all stand on it.</summary>
    public ImmutableArray<int> Rises { get; init; } = [];

    /// <summary>The rise of the glyph at an index, in scaled points.</summary>
    public int RiseOf(int index) => Rises.IsEmpty ? 0 : Rises[index];

    private sealed record OtherInk(InkColor Color);
}

/// <summary>A filled rectangle: rules of tables, note separators, underlines.</summary>
/// <param name="Structure">What it is content of; usually an artifact.</param>
/// <param name="Area">The rectangle.</param>
/// <param name="Color">Ink.</param>
public sealed record Rule(StructureReference Structure, Rect Area, InkColor Color) : DisplayItem(Structure);

/// <summary>A picture.</summary>
/// <param name="Structure">What it is content of.</param>
/// <param name="Area">Where it stands.</param>
/// <param name="Image">The picture.</param>
public sealed record PlacedPicture(StructureReference Structure, Rect Area, ImageResource Image) : DisplayItem(Structure)
{
    /// <summary>The part of the page it shows on; null for all of <see cref="Area"/>.</summary>
    public Rect? Clip { get; init; }

    /// <summary>The picture as large as it must be to cover a rectangle, in the middle of it, and cut to it; nothing is pulled out of shape.</summary>
    public PlacedPicture Covering(Rect frame)
    {
        long across = Math.Max(1, Image.PixelWidth);
        long down = Math.Max(1, Image.PixelHeight);
        var width = Length.Max(frame.Width, frame.Height.Scale(across, down));
        var height = Length.Max(frame.Height, width.Scale(down, across));
        return this with { Area = new Rect(frame.X - ((width - frame.Width) / 2), frame.Y - ((height - frame.Height) / 2), width, height), Clip = frame };
    }
}
