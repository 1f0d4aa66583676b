using Publish.Fonts;

namespace Publish.Typesetting.Text.Words;

/// <summary>A place to break a shaped word, with all that the search for lines asks of it. Lengths in font units.</summary>
/// <param name="Break">The place.</param>
/// <param name="Advance">Advance of what stands before it, as it is set at a line's end: kerned with the hyphen set, not with what goes to the next line.</param>
/// <param name="Next">Sum of advances of the whole word from which the next line's part, shaped by itself, goes on to the word's end.</param>
/// <param name="Clusters">How many clusters stand before it (for letterspacing).</param>
/// <param name="RightHang">What hangs at the right of a line that ends here: of the hyphen set, or of the last glyph.</param>
/// <param name="LeftHang">What hangs at the left of a line that starts here.</param>
internal readonly record struct ShapedBreak(WordBreak Break, int Advance, int Next, int Clusters, int RightHang, int LeftHang);

/// <summary>A word (or piece of one) shaped in a face, independent of size. Immutable.</summary>
internal sealed class ShapedWord
{
    private readonly int leftHang;

    /// <summary>A shaped word.</summary>
    public ShapedWord(string text, ShapedGlyph[] glyphs, ShapedBreak[] breaks, WordTraits traits, int leftHang, int rightHang)
    {
        Text = text;
        Length = text.Length;
        Glyphs = glyphs;
        Breaks = breaks;
        Traits = traits;
        this.leftHang = leftHang;
        RightHang = rightHang;
        var advance = 0;
        var clusters = 0;
        var last = -1;
        foreach (ref readonly var glyph in glyphs.AsSpan())
        {
            advance += glyph.Advance;
            if (glyph.Cluster != last)
                clusters++;
            last = glyph.Cluster;
        }

        Advance = advance;
        Clusters = clusters;
        foreach (var c in text)
            HasSilent |= Spaces.IsSilent(c);
        foreach (ref readonly var glyph in glyphs.AsSpan())
            Rises |= glyph.OffsetY != 0;
    }

    /// <summary>Its characters.</summary>
    public string Text { get; }

    /// <summary>How many characters.</summary>
    public int Length { get; }

    /// <summary>Its glyphs; clusters are offsets into <see cref="Text"/>.</summary>
    public ShapedGlyph[] Glyphs { get; }

    /// <summary>Where a line may end in it, in order.</summary>
    public ShapedBreak[] Breaks { get; }

    /// <summary>What it is to its neighbours.</summary>
    public WordTraits Traits { get; }

    /// <summary>What hangs at the left of a line that it starts, in font units.</summary>
    public int LeftHang => leftHang;

    /// <summary>What hangs at the right of a line that it ends, in font units.</summary>
    public int RightHang { get; }

    /// <summary>Sum of advances, in font units.</summary>
    public int Advance { get; }

    /// <summary>How many clusters.</summary>
    public int Clusters { get; }

    /// <summary>Whether some of its characters leave no trace (<see cref="Spaces.IsSilent"/>).</summary>
    public bool HasSilent { get; }

    /// <summary>Whether some of its glyphs stand above or below the baseline.</summary>
    public bool Rises { get; }

    /// <summary>Fetches what is asked of it: a word of some lines before is often far away by now.</summary>
    public void Fetch() => Ahead.Fetch(in leftHang);

    /// <summary>Fetches its glyphs.</summary>
    public void FetchGlyphs()
    {
        if (Glyphs.Length > 0)
        {
            Ahead.Fetch(in Glyphs[0]);
            Ahead.Fetch(in Glyphs[^1]);
        }
    }

    /// <summary>Advance and clusters of what stands before an offset. A ligature that the offset cuts counts in parts.</summary>
    public (int Advance, int Clusters) Before(int offset) => Before(Glyphs, Text.Length, offset);

    /// <summary>The same for glyphs that are no word yet.</summary>
    public static (int Advance, int Clusters) Before(ShapedGlyph[] glyphs, int length, int offset)
    {
        if (glyphs.Length > 1 && glyphs[0].Cluster > glyphs[^1].Cluster)
            return BeforeRightToLeft(glyphs, offset);
        var advance = 0;
        var clusters = 0;
        for (var i = 0; i < glyphs.Length;)
        {
            var cluster = glyphs[i].Cluster;
            if (cluster >= offset)
                break;
            var width = 0;
            do
            {
                width += glyphs[i++].Advance;
            }
            while (i < glyphs.Length && glyphs[i].Cluster == cluster);
            var end = i < glyphs.Length ? glyphs[i].Cluster : length;
            clusters++;
            if (end <= offset)
                advance += width;
            else
                return (advance + (width * (offset - cluster) / (end - cluster)), clusters);
        }

        return (advance, clusters);
    }

    private static (int Advance, int Clusters) BeforeRightToLeft(ShapedGlyph[] glyphs, int offset)
    {
        var (advance, clusters, last) = (0, 0, -1);
        for (var i = glyphs.Length - 1; i >= 0 && glyphs[i].Cluster < offset; i--)
        {
            advance += glyphs[i].Advance;
            clusters += glyphs[i].Cluster != last ? 1 : 0;
            last = glyphs[i].Cluster;
        }

        return (advance, clusters);
    }
}
