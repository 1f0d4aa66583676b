using System.Collections.Immutable;
using Publish.Document;
using Publish.Imaging;
using Publish.Pdf.Content;
using Publish.Pdf.Fonts;
using Publish.Pdf.Text;
using Publish.Typesetting.Display;

namespace Publish.Pdf;

/// <summary>
/// Keeps from build to build what the pages of one edition came to: settled text, embedded fonts, content streams. A page that is the same object as before, drawn
/// with the same fonts and pictures, isn't written again; the file is that of a first build. What the last build didn't use is forgotten. For one build at a time.
/// </summary>
public sealed class PdfMemory
{
    private readonly ValueMemory<DisplayPage, KeptText> _texts = new(ReferenceEqualityComparer.Instance);
    private readonly ValueMemory<DisplayPage, KeptContent> _contents = new(ReferenceEqualityComparer.Instance);
    private readonly ValueMemory<DisplayPage, DisplayPage> _resolved = new(ReferenceEqualityComparer.Instance);
    private object? _inks;
    private object? _manner;
    private EmbeddedFont[] _fonts = [];
    private ImmutableArray<ImageResource> _pictures = [];

    /// <summary>Whether an earlier build left something.</summary>
    internal bool IsUsed => _manner is not null;

    /// <summary>How many contents of pages were found.</summary>
    internal int Found { get; private set; }

    /// <summary>How many contents of pages it keeps.</summary>
    internal int Kept => _contents.Count;

    /// <summary>A new build begins: what the one before didn't use is forgotten.</summary>
    public void Turn()
    {
        _texts.Turn();
        _contents.Turn();
        _resolved.Turn();
    }

    /// <summary>A page in the edition's colours: made so before, else now.</summary>
    /// <param name="page">The page.</param>
    /// <param name="make">Makes it.</param>
    internal DisplayPage Resolved(DisplayPage page, Func<DisplayPage, DisplayPage> make) => _resolved.Of(page, make);

    /// <summary>Colours are about to be made those of the edition.</summary>
    /// <param name="inks">All that they depend on besides the pages, compared by value.</param>
    internal void BeginColors(object inks)
    {
        if (!Equals(_inks, inks))
        {
            _inks = inks;
            _resolved.Clear();
        }
    }

    /// <summary>Something was said of the colours: the next build says it again.</summary>
    internal void ForgetColors() => _resolved.Clear();

    /// <summary>The text of pages that depend on no others, as it was settled before; null where they aren't the same.</summary>
    internal KeptText? TextOf(ReadOnlySpan<DisplayPage> pages, bool tagged)
    {
        if (!_texts.TryGet(pages[0], out var kept) || kept.IsTagged != tagged || kept.Pages.Length != pages.Length)
        {
            return null;
        }

        for (var i = 0; i < pages.Length; i++)
        {
            if (!ReferenceEquals(kept.Pages[i], pages[i]))
            {
                return null;
            }
        }

        return kept;
    }

    /// <summary>The text of a page as it was settled before, where it is settled like that again; else as it is settled now.</summary>
    internal PageText TextOf(DisplayPage page, PageText settled)
    {
        if (!_contents.TryGet(page, out var kept) || !kept.Text.IsLike(settled))
        {
            return settled;
        }

        kept.Text.TakeAsked(settled);
        return kept.Text;
    }

    /// <summary>The text of a page as it was settled before, whatever stood before it; null where it wasn't, or where it has to be looked at again.</summary>
    internal PageText? SettledOf(DisplayPage page) =>
        _contents.TryGet(page, out var kept) && kept.Text is { HasFaults: false } text && text.AskedAt.Length == page.Items.Length ? text : null;

    /// <summary>The groups of pages of the last build, in order.</summary>
    internal IReadOnlyList<SettledGroup> Groups { get; set; } = [];

    /// <summary>Keeps settled text.</summary>
    internal void Keep(KeptText text) => _texts.Keep(text.Pages[0], text);

    /// <summary>The font as the file before had it, where it shows the same glyphs by the same codes; null otherwise.</summary>
    internal EmbeddedFont? FontOf(FontUse use) => use.Index < _fonts.Length && _fonts[use.Index].Use.IsLike(use) ? _fonts[use.Index] : null;

    /// <summary>Contents are about to be written: those of before count only where fonts and pictures have kept their codes and numbers.</summary>
    /// <param name="fonts">The fonts.</param>
    /// <param name="pictures">The pictures in order of their numbers.</param>
    /// <param name="manner">How the file is written, compared by value.</param>
    internal void BeginContents(EmbeddedFont[] fonts, ImmutableArray<ImageResource> pictures, object manner)
    {
        if (!fonts.AsSpan().SequenceEqual(_fonts) || !pictures.SequenceEqual(_pictures) || !Equals(_manner, manner))
        {
            _contents.Clear();
        }

        (_fonts, _pictures, _manner) = (fonts, pictures, manner);
    }

    /// <summary>The content of a page as it was written before; null where it would be written otherwise.</summary>
    /// <param name="page">The page.</param>
    /// <param name="text">Its settled text.</param>
    /// <param name="structure">The tree its content belongs to; null in a file without tags.</param>
    internal PageContent? ContentOf(DisplayPage page, PageText text, StructureTree? structure)
    {
        if (!_contents.TryGet(page, out var kept) || !kept.Holds(text, structure))
        {
            return null;
        }

        Found++;
        return kept.Content;
    }

    /// <summary>Keeps the content of a page.</summary>
    internal void Keep(DisplayPage page, PageText text, StructureTree? structure, PageContent content) =>
        _contents.Keep(page, new KeptContent(text, structure is null ? [] : [.. content.Marks.Select(mark => structure.Elements[mark.Element].Role)], content));
}

/// <summary>Settled text of pages that depend on no others.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="IsTagged">Whether for a tagged file.</param>
/// <param name="Texts">The text of each.</param>
/// <param name="Codes">The codes they were settled with, page by page, in the order in which they were asked for.</param>
internal sealed record KeptText(ImmutableArray<DisplayPage> Pages, bool IsTagged, PageText[] Texts, CodeUse[][] Codes);

/// <summary>A group of pages in a build.</summary>
/// <param name="Text">Its text; null where it wasn't kept.</param>
/// <param name="Changes">The codes it asked for that nobody had asked for before.</param>
internal sealed record SettledGroup(KeptText? Text, IReadOnlyList<CodeUse> Changes);

/// <summary>The content of a page.</summary>
/// <param name="Text">Its settled text.</param>
/// <param name="Roles">What the elements are that its marks name, which the content says too.</param>
/// <param name="Content">The content.</param>
internal sealed record KeptContent(PageText Text, StructureRole[] Roles, PageContent Content)
{
    /// <summary>Whether the page would be written so again.</summary>
    public bool Holds(PageText text, StructureTree? structure)
    {
        if (!ReferenceEquals(text, Text))
        {
            return false;
        }

        for (var i = 0; i < Roles.Length; i++)
        {
            if (structure!.Elements[Content.Marks[i].Element].Role != Roles[i])
            {
                return false;
            }
        }

        return true;
    }
}
