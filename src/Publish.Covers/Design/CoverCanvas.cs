using System.Collections.Immutable;
using Publish.Covers.Lettering;
using Publish.Document;
using Publish.Imaging;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>Gathers what is drawn. Places are measured from the top left corner of the panel it is moved to.</summary>
internal sealed class CoverCanvas
{
    private static readonly StructureReference Content = new(0, 0, ArtifactKind.None);
    private static readonly StructureReference Layout = StructureReference.ArtifactOf(ArtifactKind.Layout);

    private readonly ImmutableArray<DisplayItem>.Builder _items = ImmutableArray.CreateBuilder<DisplayItem>();
    private Length _left;
    private int _sequence;

    /// <summary>Where the panel begins.</summary>
    public Length Left => _left;

    /// <summary>Goes on at a panel.</summary>
    public void MoveTo(Length left) => _left = left;

    /// <summary>All that was drawn, in order.</summary>
    public ImmutableArray<DisplayItem> Items() => _items.ToImmutable();

    /// <summary>Fills a rectangle.</summary>
    public void Fill(Length x, Length y, Length width, Length height, InkColor color, ArtifactKind kind = ArtifactKind.Layout) =>
        _items.Add(new Rule(kind == ArtifactKind.Layout ? Layout : StructureReference.ArtifactOf(kind), new Rect(_left + x, y, width, height), color));

    /// <summary>Draws four rules around a rectangle, inside it.</summary>
    public void Frame(Length x, Length y, Length width, Length height, Length weight, InkColor color)
    {
        Fill(x, y, width, weight, color);
        Fill(x, y + height - weight, width, weight, color);
        Fill(x, y + weight, weight, height - weight - weight, color);
        Fill(x + width - weight, y + weight, weight, height - weight - weight, color);
    }

    /// <summary>Sets a line of text.</summary>
    public void Text(LetterLine line, Length x, Length baseline, InkColor color, QuarterTurn turn = QuarterTurn.None, bool isOrnament = false)
    {
        var reference = isOrnament ? Layout : Content with { Sequence = _sequence++ };
        foreach (var run in line.Runs)
        {
            var (dx, dy) = turn switch { QuarterTurn.None => (run.X, Length.Zero), QuarterTurn.Down => (Length.Zero, run.X), _ => (Length.Zero, -run.X) };
            _items.Add(new GlyphRun(reference, run.Face, line.Size, _left + x + dx, baseline + dy, run.Glyphs, isOrnament ? default : run.Text.AsMemory()) { Color = color, Turn = turn, Width = run.Width, Rises = run.Rises });
        }
    }

    /// <summary>Sets a line of text about an axis.</summary>
    public void Centred(LetterLine line, Length axis, Length baseline, InkColor color, bool isOrnament = false) =>
        Text(line, axis - (line.Width / 2), baseline, color, isOrnament: isOrnament);

    /// <summary>Shows a picture so that it fills a rectangle, what stands over cut off evenly.</summary>
    public void Picture(ImageResource image, Length x, Length y, Length width, Length height)
    {
        var shown = new Rect(_left + x, y, width, height);
        var scaledHeight = width.Scale(image.PixelHeight, image.PixelWidth);
        var (w, h) = scaledHeight >= height ? (width, scaledHeight) : (height.Scale(image.PixelWidth, image.PixelHeight), height);
        _items.Add(new PlacedPicture(Layout, new Rect(shown.X - ((w - width) / 2), y - ((h - height) / 2), w, h), image) { Clip = shown });
    }
}
