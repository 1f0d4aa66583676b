using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;
using Publish.Styles;

namespace Publish.Epub.Content;

/// <content>Running text: page markers at their words, calls of notes, references, dashes kept off the start of a line.</content>
internal sealed partial class ContentWriter
{
    // The longest word that is kept together with its dash; a longer one may have to be broken to fit a narrow screen.
    private const int LongestKept = 14;

    private void TextContent(TextBlock block)
    {
        var pages = CursorOf(block.Ordinal, block.Content);
        Inlines(block.Content, pages);
        Flush(pages, int.MaxValue);
    }

    // The pages that begin in a block, each at the start of a word where the block's text is given.
    private PageCursor? CursorOf(int ordinal, ImmutableArray<Inline> text = default)
    {
        if (plan.TakePages(ordinal) is not { } starts)
        {
            return null;
        }

        var flat = text.IsDefault ? null : PlainText.Of(text);
        return new PageCursor([.. starts.Select(s => flat is null ? s : s with { Offset = WordStart(flat, s.Offset) }).OrderBy(s => s.Offset)]);
    }

    /// <summary>The start of the word that an offset falls into; after white space, the next word.</summary>
    internal static int WordStart(string flat, int offset)
    {
        offset = Math.Clamp(offset, 0, flat.Length);
        var start = offset;
        while (start > 0 && start < flat.Length && InWord(flat[start - 1]) && InWord(flat[start]))
        {
            start--;
        }

        while (start == offset && start < flat.Length && char.IsWhiteSpace(flat[start]))
        {
            offset = ++start;
        }

        return start;
    }

    private static bool InWord(char c) => char.IsLetterOrDigit(c) || c is '\u00AD' or '’' or '\'' or '-' or '‐' or '‑' || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    private void Inlines(ImmutableArray<Inline> inlines, PageCursor? pages)
    {
        var ties = DashTie.Of(inlines);
        for (var i = 0; i < inlines.Length; i++)
        {
            var inline = inlines[i];
            if (ties is not null && ties[i].OpensBefore)
            {
                Flush(pages, pages?.Offset ?? 0);
                x.Start("span").Attribute("class", "nb");
            }

            switch (inline)
            {
                case Text text when ties is not null:
                    WriteTied(text.Value, ties[i], pages);
                    break;
                case Text text:
                    WriteText(text.Value, pages);
                    break;
                case Code code:
                    Flush(pages, pages?.Offset ?? 0);
                    Open(code).Text(code.Value).End();
                    pages?.Advance(code.Value.Length);
                    break;
                case LineBreak:
                    Flush(pages, pages?.Offset ?? 0);
                    x.Start("br").End();
                    pages?.Advance(1);
                    break;
                case InlineImage image:
                    Flush(pages, pages?.Offset ?? 0);
                    Image(image.Picture, image);
                    pages?.Advance(1);
                    break;
                case NoteCall call:
                    WriteCall(call, follows: i > 0 && inlines[i - 1] is NoteCall);
                    break;
                case IndexMark mark:
                    Open(mark).End();
                    break;
                case SourcePageMark mark:
                    SourcePage(mark);
                    break;
                case CrossReference reference:
                    WriteReference(reference, pages);
                    break;
                case Link link:
                    Flush(pages, pages?.Offset ?? 0);
                    Open(link).Attribute("href", link.Target);
                    Inlines(link.Content, pages);
                    x.End();
                    break;
                case Abbreviation abbreviation:
                    Flush(pages, pages?.Offset ?? 0);
                    Open(abbreviation).Attribute("title", abbreviation.Expansion);
                    Inlines(abbreviation.Content, pages);
                    x.End();
                    break;
                case InlineContainer container:
                    Flush(pages, pages?.Offset ?? 0);
                    Open(container);
                    Inlines(container.Content, pages);
                    x.End();
                    break;
                default:
                    break;
            }
        }
    }

    private void WriteTied(string value, DashTie tie, PageCursor? pages)
    {
        var at = Math.Max(tie.ClosesAt, 0);
        if (tie.ClosesAt >= 0)
        {
            WriteText(value[..at], pages);
            x.End();
        }

        var open = tie.OpensAt >= at ? tie.OpensAt : value.Length;
        WriteText(value[at..open], pages);
        if (tie.OpensAt >= at)
        {
            Flush(pages, pages?.Offset ?? 0);
            x.Start("span").Attribute("class", "nb");
            WriteText(value[open..], pages);
        }
    }

    private void WriteText(string value, PageCursor? pages, bool literal = false)
    {
        var at = 0;
        while (pages?.Next is { } next && next.Offset < pages.Offset + value.Length)
        {
            var cut = Math.Max(at, next.Offset - pages.Offset);
            Piece(at, cut);
            Marker(next);
            pages.Take();
            at = cut;
        }

        Piece(at, value.Length);
        pages?.Advance(value.Length);

        void Piece(int from, int to)
        {
            if (literal)
            {
                x.Text(value.AsSpan(from, to - from));
            }
            else
            {
                Dashes(value.AsSpan(from, to - from));
            }
        }
    }

    private void Flush(PageCursor? pages, int upTo)
    {
        while (pages?.Next is { } next && next.Offset <= upTo)
        {
            Marker(next);
            pages.Take();
        }
    }

    // A word and the dash that follows it close share a line; the text itself stays pure (no word joiners, which break searching and speech).
    private void Dashes(ReadOnlySpan<char> value)
    {
        while (value.Length > 0)
        {
            var dash = value.IndexOfAny("—―⸺⸻");
            if (dash < 0)
            {
                x.Text(value);
                return;
            }

            var end = dash + 1;
            while (end < value.Length && value[end] is '—' or '―' or '⸺' or '⸻')
            {
                end++;
            }

            var start = dash;
            while (start > 0 && dash - start < LongestKept && !char.IsWhiteSpace(value[start - 1]))
            {
                start--;
            }

            if (start == dash || (start > 0 && !char.IsWhiteSpace(value[start - 1])))
            {
                x.Text(value[..end]);
            }
            else
            {
                x.Text(value[..start]);
                x.Start("span").Attribute("class", "nb").Text(value[start..end]).End();
            }

            value = value[end..];
        }
    }

    // A call right after another keeps off it: 2 and 3 aren’t 23.
    private void WriteCall(NoteCall call, bool follows)
    {
        var (note, before) = plan.Call(call.Note);
        var id = before == 0 ? note.CallId : note.CallId + "-" + (before + 1).ToString(CultureInfo.InvariantCulture);
        x.Start("a").Attribute("id", id).Attribute("class", follows ? "noteref next" : "noteref").Attribute("href", Href(note.File, note.Id)).Attribute("epub:type", "noteref").Attribute("role", "doc-noteref").Text(note.Label).End();
    }

    // The label is shown by the style sheet: the text itself stays pure, and a phrase across the page's end is found.
    private void SourcePage(SourcePageMark mark)
    {
        var id = plan.SourcePageId(mark.Label);
        plan.Log?.Source(mark.Label, id);
        var name = ElementNames.Of(mark);
        x.Start("span").Attribute("id", id).Attribute("class", string.Join(' ', name.Classes)).Attribute("data-page", mark.Label).End();
        plan.SourceMarkers.Add(new PageMarker(mark.Label, file, id));
    }

    private void WriteReference(CrossReference reference, PageCursor? pages)
    {
        Flush(pages, pages?.Offset ?? 0);
        var anchor = plan.Find(reference.TargetId);
        var page = anchor is null ? null : plan.PageOf(reference.TargetId, anchor);

        // A reference to a page gives the page, in every edition; words of its own stand where no page is known.
        var made = reference.Content.IsDefaultOrEmpty || (page is not null && reference.Form is ReferenceForm.Page or ReferenceForm.PageAndLine);
        Open(reference);
        if (anchor is not null)
        {
            x.Attribute("href", Href(anchor.File, anchor.Id));
        }

        if (!made)
        {
            Inlines(reference.Content, pages);
        }
        else
        {
            var title = anchor is null ? reference.TargetId : anchor.Section.NavigationTitle.Length > 0 ? anchor.Section.NavigationTitle : PlainText.Of(anchor.Section.Title);
            x.Text(
                page is not null && reference.Form is ReferenceForm.Page or ReferenceForm.PageAndLine ? page
                : reference.Form == ReferenceForm.Number && plan.NumberOf(reference.TargetId) is { } number ? number
                : title);
        }

        x.End();
    }

    // A section that begins a document needs no fragment: with one, a Kobo would show a short section in a pop-up.
    private string Href(string target, string id) => target == file ? "#" + id : id + ".xhtml" == target ? target : target + "#" + id;

    private XhtmlWriter Open(Inline inline)
    {
        var name = ElementNames.Of(inline);
        return Open(name.Name, name.Classes, BookPlan.IdOf(inline), inline.Language);
    }

    /// <summary>Where in its flat text a block is, and which pages still begin in it.</summary>
    private sealed class PageCursor(List<PageStart> starts)
    {
        private int index;

        public int Offset { get; private set; }

        public PageStart? Next => index < starts.Count ? starts[index] : null;

        public void Take() => index++;

        public void Advance(int count) => Offset += count;
    }
}
