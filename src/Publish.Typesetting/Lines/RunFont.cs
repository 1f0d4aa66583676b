using System.Runtime.CompilerServices;
using Publish.Typesetting.Text;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>A run's way of setting words at its size: turns font units into scaled points.</summary>
internal sealed class RunFont
{
    private readonly long factor; // scaled points to a font unit, times 2^16

    /// <summary>The way a run is set.</summary>
    /// <param name="font">The way its words are set.</param>
    /// <param name="run">The run.</param>
    public RunFont(WordFont font, StyledRun run)
    {
        Font = font;
        Run = run;
        factor = checked(run.Size.Scaled * 65536) / font.Face.UnitsPerEm;
        LetterSpace = run.Style.LetterSpacing == 0 ? 0 : run.Size.Scaled * run.Style.LetterSpacing / 1000;
        Space = Scale(font.SpaceAdvance) + LetterSpace;
        Hyphen = Scale(font.HyphenAdvance) + LetterSpace;
        HyphenHang = Scale(font.HyphenHang) + LetterSpace;
    }

    /// <summary>The way its words are set.</summary>
    public WordFont Font { get; }

    /// <summary>The run.</summary>
    public StyledRun Run { get; }

    /// <summary>Added after each cluster.</summary>
    public long LetterSpace { get; }

    /// <summary>Width of the space between words.</summary>
    public long Space { get; }

    /// <summary>Width of a hyphen.</summary>
    public long Hyphen { get; }

    /// <summary>What of a hyphen hangs at the right.</summary>
    public long HyphenHang { get; }

    /// <summary>Whether words that run on from one run to the other are shaped as one.</summary>
    public bool JoinsWith(RunFont other) =>
        ReferenceEquals(Font, other.Font) && Run.Size == other.Run.Size && Run.Rise == other.Run.Rise && LetterSpace == other.LetterSpace && Run.Picture is null && other.Run.Picture is null;

    /// <summary>Font units in scaled points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Scale(int units) => unchecked(((units * factor) + 32768) >> 16);

    /// <summary>Width of so many font units and clusters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Width(int units, int clusters) => unchecked((((units * factor) + 32768) >> 16) + (LetterSpace * clusters));

    /// <summary>Width of a space of any kind.</summary>
    public long SpaceWidth(char c)
    {
        if (Spaces.Stretches(c))
            return Space;
        var glyph = Font.Face.GlyphOf(c);
        return glyph == 0 ? Run.Size.Scaled * Spaces.ThousandthsOfEm(c) / 1000 : Scale(Font.Face.AdvanceOf(glyph));
    }
}
