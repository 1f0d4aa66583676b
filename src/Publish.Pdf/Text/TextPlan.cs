using System.Runtime.InteropServices;
using Publish.Pdf.Fonts;

namespace Publish.Pdf.Text;

/// <summary>What is settled about all text before a page is written: the codes of every glyph, and where other words must be given than the codes give.</summary>
/// <param name="Fonts">The faces used, in order of first use.</param>
/// <param name="Pages">For each page its part.</param>
internal sealed record TextPlan(IReadOnlyList<FontUse> Fonts, PageText[] Pages);

/// <summary>The text of a page.</summary>
internal sealed class PageText
{
    /// <summary>Codes of all glyphs of the page, run after run.</summary>
    public ushort[] Codes { get; set; } = [];

    /// <summary>For each item of the page, where it is a run, what is settled about it.</summary>
    public RunText[] Runs { get; init; } = [];

    /// <summary>Stretches of glyphs that stand for other words than their codes say, in order of item and glyph, none inside another.</summary>
    public List<Replacement> Replacements { get; } = [];

    /// <summary>The codes that settling it asked for, each once, in order. Empty where nothing was written down.</summary>
    public CodeUse[] Asked { get; set; } = [];

    /// <summary>For each item how many of <see cref="Asked"/> were asked for when it and those before it were settled.</summary>
    public int[] AskedAt { get; set; } = [];

    /// <summary>Whether standards may object to it, so that it has to be looked at again.</summary>
    public bool HasFaults { get; set; }

    /// <summary>Those of <see cref="Replacements"/> that depend on no other run, as they were found.</summary>
    public Replacement[] Own { get; set; } = [];

    /// <summary>What an item asked for; spaces that others asked for at line ends may be among them.</summary>
    public ReadOnlySpan<CodeUse> AskedBy(int item) => Asked.AsSpan((item == 0 ? 0 : AskedAt[item - 1])..AskedAt[item]);

    /// <summary>Takes what was written down when it was settled again.</summary>
    public void TakeAsked(PageText again) => (Asked, AskedAt, Own, HasFaults) = (again.Asked, again.AskedAt, again.Own, again.HasFaults);

    /// <summary>Whether another page's text is settled like this.</summary>
    public bool IsLike(PageText other) =>
        Codes.AsSpan().SequenceEqual(other.Codes)
        && Runs.AsSpan().SequenceEqual(other.Runs)
        && CollectionsMarshal.AsSpan(Replacements).SequenceEqual(CollectionsMarshal.AsSpan(other.Replacements));
}

/// <summary>What is settled about a run.</summary>
internal record struct RunText
{
    /// <summary>Index of the face in <see cref="TextPlan.Fonts"/>.</summary>
    public int Font;

    /// <summary>Where its codes begin in <see cref="PageText.Codes"/>.</summary>
    public int FirstCode;

    /// <summary>True where a word ends with the line, and a space has to say so (ISO 32000-1, 14.8.2.5).</summary>
    public bool SpaceAfter;
}

/// <summary>Glyphs that stand for other words than their codes say.</summary>
/// <param name="Item">Index of the run among the page's items.</param>
/// <param name="From">First glyph.</param>
/// <param name="To">One more than the last glyph.</param>
/// <param name="Text">The words (ActualText).</param>
internal readonly record struct Replacement(int Item, int From, int To, string Text);
