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

/// <summary>Writes down which codes a page asks for, each once, in order; and which of them nobody had asked for before.</summary>
internal sealed class CodeLog
{
    private List<CodeUse>? _uses;
    private List<CodeUse> _changes = [];

    /// <summary>Which page is being settled: what was asked for by others before is asked for again.</summary>
    public int Page { get; private set; }

    /// <summary>What was asked for since <see cref="BeginGroup"/> and hadn't been before, in order: asking for it again leaves fonts as they are now.</summary>
    public IReadOnlyList<CodeUse> Changes => _changes;

    /// <summary>Whether anything is written down.</summary>
    public bool IsOpen => _uses is not null;

    /// <summary>How many codes the page asked for so far.</summary>
    public int Count => _uses?.Count ?? 0;

    /// <summary>Pages that depend on no others begin.</summary>
    public void BeginGroup()
    {
        _changes = [];
        _uses = null;
    }

    /// <summary>Begins with another page.</summary>
    public void BeginPage()
    {
        Page++;
        _uses = [];
    }

    /// <summary>What the page asked for.</summary>
    public CodeUse[] EndPage()
    {
        CodeUse[] uses = [.. _uses ?? []];
        _uses = null;
        return uses;
    }

    /// <summary>Writes one down.</summary>
    public void Add(CodeUse use) => _uses?.Add(use);

    /// <summary>Writes down one that nobody had asked for.</summary>
    public void Change(CodeUse use) => _changes.Add(use);
}
