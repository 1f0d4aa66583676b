using Publish.Fonts;

namespace Publish.Pdf.Fonts;

/// <summary>A code that was asked of a font, and what came of it.</summary>
/// <param name="Face">The face.</param>
/// <param name="Font">Its number in the file.</param>
/// <param name="Glyph">The glyph; meaningless for the space between words that a line's end stands for.</param>
/// <param name="Text">The text; null for that space.</param>
/// <param name="Code">The code.</param>
/// <param name="IsExact">Whether it gives back the text.</param>
internal readonly record struct CodeUse(FontFace Face, int Font, ushort Glyph, string? Text, int Code, bool IsExact)
{
    /// <summary>Asks for it again; true where the same comes of it. Asking in the order of the log leaves fonts as settling the text again would.</summary>
    public bool Repeat(FontUse font)
    {
        if (font.Index != Font)
        {
            return false;
        }

        if (Text is null)
        {
            font.UseSpace();
            return font.SpaceCode == Code;
        }

        return font.TryCode(Glyph, Text, out var code) == IsExact && code == Code;
    }
}

/// <summary>Writes down which codes some pages ask for, each once, in order.</summary>
internal sealed class CodeLog
{
    private List<CodeUse>? _uses;

    /// <summary>Which pages are being settled: what was asked for by others before is asked for again.</summary>
    public int Group { get; private set; }

    /// <summary>Begins with other pages.</summary>
    /// <param name="written">Whether anything is to be written down.</param>
    public void Begin(bool written)
    {
        Group++;
        _uses = written ? [] : null;
    }

    /// <summary>What the pages asked for.</summary>
    public IReadOnlyList<CodeUse> Uses => _uses ?? [];

    /// <summary>Whether anything is written down.</summary>
    public bool IsOpen => _uses is not null;

    /// <summary>Writes one down.</summary>
    public void Add(CodeUse use) => _uses?.Add(use);
}
