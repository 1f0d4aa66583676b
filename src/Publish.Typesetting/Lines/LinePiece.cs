using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Lines;

/// <summary>Something drawn in a line, placed from the line's origin: the left end of the measure, or that of the page.</summary>
/// <param name="X">From the origin.</param>
/// <param name="Width">How wide.</param>
/// <param name="Run">The run of the text it belongs to.</param>
public abstract record LinePiece(Length X, Length Width, StyledRun Run)
{
    /// <summary>What a click on it leads to; null for plain text.</summary>
    public Inline? Link => Run.Link;

    /// <summary>The piece as drawn with the left edge of the measure at <paramref name="left"/>.</summary>
    /// <param name="left">Left edge of the measure on the page.</param>
    /// <param name="baseline">The baseline on the page, y down.</param>
    public abstract DisplayItem Place(Length left, Length baseline);
}

/// <summary>Glyphs of one face and size.</summary>
/// <param name="Glyphs">The run, with <see cref="GlyphRun.X"/> from the left edge of the measure and <see cref="GlyphRun.Baseline"/> from the line's (negative: raised).</param>
/// <param name="Run">The run of the text.</param>
public sealed record GlyphPiece(GlyphRun Glyphs, StyledRun Run) : LinePiece(Glyphs.X, Glyphs.Width, Run)
{
    /// <inheritdoc />
    public override GlyphRun Place(Length left, Length baseline) => Glyphs with { X = left + Glyphs.X, Baseline = baseline + Glyphs.Baseline };
}

/// <summary>Something written for once: glyphs, or a piece of another kind.</summary>
/// <param name="Glyphs">The glyphs; null for what else is drawn.</param>
/// <param name="Other">A piece of another kind; null for glyphs.</param>
/// <param name="Run">The run of the text it belongs to.</param>
internal readonly record struct WrittenPiece(GlyphRun? Glyphs, LinePiece? Other, StyledRun Run)
{
    /// <summary>Its left end.</summary>
    public Length X => Glyphs?.X ?? Other!.X;

    /// <summary>How wide.</summary>
    public Length Width => Glyphs?.Width ?? Other!.Width;
}

/// <summary>A picture that stands on the baseline.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="X">From the left edge of the measure.</param>
/// <param name="Run">The run of the text.</param>
public sealed record PicturePiece(SizedPicture Picture, Length X, StyledRun Run) : LinePiece(X, Picture.Width, Run)
{
    /// <inheritdoc />
    public override PlacedPicture Place(Length left, Length baseline) =>
        new(Run.Structure, new Rect(left + X, baseline - Picture.Height, Picture.Width, Picture.Height), Picture.Image);
}

/// <summary>A rule under or through words.</summary>
/// <param name="X">From the left edge of the measure.</param>
/// <param name="Width">How long.</param>
/// <param name="Top">Its upper edge, from the baseline, y down (negative: above).</param>
/// <param name="Thickness">How thick.</param>
/// <param name="Run">The run of the text.</param>
public sealed record RulePiece(Length X, Length Width, Length Top, Length Thickness, StyledRun Run) : LinePiece(X, Width, Run)
{
    /// <inheritdoc />
    public override Rule Place(Length left, Length baseline) =>
        new(StructureReference.ArtifactOf(ArtifactKind.Layout), new Rect(left + X, baseline + Top, Width, Thickness), InkColors.Of(Run.Style.Color));
}
