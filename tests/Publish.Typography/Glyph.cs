namespace Publish.Typography;

/// <summary>A visible glyph on a page, in points, y up.</summary>
/// <param name="Left">Its origin.</param>
/// <param name="Right">Its origin and advance.</param>
/// <param name="Baseline">Its baseline.</param>
/// <param name="Size">Its size.</param>
/// <param name="Text">What it stands for.</param>
internal readonly record struct Glyph(double Left, double Right, double Baseline, double Size, string Text);

/// <summary>The glyphs of a page.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Glyphs">What stands upright on it.</param>
internal sealed record PageGlyphs(int Number, IReadOnlyList<Glyph> Glyphs)
{
    /// <summary>Bottoms and tops of its pictures.</summary>
    public IReadOnlyList<(double Bottom, double Top)> Pictures { get; init; } = [];
}
