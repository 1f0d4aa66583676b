using System.Collections.Concurrent;
using Publish.Document;
using Publish.Styles;
using Publish.Styles.Pages;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Lines;
using Publish.Typesetting.References;

namespace Publish.Typesetting.Furniture;

/// <summary>Sets running heads and folios. Safe to use from several threads.</summary>
internal sealed class PageFurniture(Book book, GeneratedText generated)
{
    // A head is the same on all pages of a chapter.
    private readonly ConcurrentDictionary<ComputedStyle, ConcurrentDictionary<(string Words, Length Room), SetLine?>> heads = new(ReferenceEqualityComparer.Instance);

    /// <summary>Draws what stands in the margins of a page.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="style">Its style.</param>
    /// <param name="number">Its number.</param>
    /// <param name="marks">What its running heads may name.</param>
    public void Draw(PageCanvas canvas, PageStyle style, int number, PageMarks marks)
    {
        // Folios first: they keep their place, and running heads get what is left.
        var left = new Length[2];
        var right = new Length[2];
        foreach (var box in style.Boxes.OrderBy(b => IsFolio(b) ? 0 : IsCentre(b.Place) ? 2 : 1))
        {
            var row = IsHead(box.Place) ? 0 : 1;
            var words = string.Concat(box.Content.Select(c => WordsOf(c, number, marks)));
            var kind = IsFolio(box) ? ArtifactKind.Folio : ArtifactKind.RunningHead;
            var white = box.Style.Characters.Size;
            var side = Length.Max(left[row], right[row]);
            var room = IsCentre(box.Place) ? style.TextWidth - ((side + (side > Length.Zero ? white : Length.Zero)) * 2) : style.TextWidth - left[row] - right[row] - white;
            var fitted = kind == ArtifactKind.Folio
                ? Fit(words, box.Style, kind, room)
                : heads.GetOrAdd(box.Style, static _ => new()).GetOrAdd((words, room), key => Fit(key.Words, box.Style, kind, key.Room));
            if (fitted is not { } line)
            {
                continue;
            }

            var width = GeneratedText.WidthOf(line);
            var x = box.Place switch
            {
                MarginBoxPlace.TopLeft or MarginBoxPlace.BottomLeft => Length.Zero,
                MarginBoxPlace.TopCenter or MarginBoxPlace.BottomCenter => (style.TextWidth - width) / 2,
                _ => style.TextWidth - width,
            };
            if (box.Place is MarginBoxPlace.TopLeft or MarginBoxPlace.BottomLeft)
            {
                left[row] = width;
            }
            else if (!IsCentre(box.Place))
            {
                right[row] = width;
            }

            var baseline = row == 0 ? style.MarginTop - style.HeadDistance : style.MarginTop + style.TextHeight + style.FootDistance;
            canvas.Draw(line, style.MarginLeft + x, baseline - style.FirstBaseline, style.Leading, baseline, false);
        }
    }

    private static bool IsHead(MarginBoxPlace place) => place is MarginBoxPlace.TopLeft or MarginBoxPlace.TopCenter or MarginBoxPlace.TopRight;

    private static bool IsCentre(MarginBoxPlace place) => place is MarginBoxPlace.TopCenter or MarginBoxPlace.BottomCenter;

    private static bool IsFolio(MarginBox box) => box.Content.Any(c => c is FurnitureFolio);

    /// <summary>
    /// The words on one line within the room there is: as the style spaces them, then with half the space between letters and with none, then without their
    /// last words. A folio is never cut.
    /// </summary>
    private SetLine? Fit(string words, ComputedStyle style, ArtifactKind kind, Length room)
    {
        var structure = StructureReference.ArtifactOf(kind);
        var spacing = style.Characters.LetterSpacing;
        foreach (var thousandths in spacing > 0 ? new[] { spacing, spacing / 2, 0 } : [spacing])
        {
            var look = thousandths == spacing ? style : style with { Characters = style.Characters with { LetterSpacing = thousandths } };
            var line = generated.Line(words, look, book.Metadata.Language, structure);
            if (line is null || kind == ArtifactKind.Folio || GeneratedText.WidthOf(line) <= room)
            {
                return line;
            }
        }

        var tight = style with { Characters = style.Characters with { LetterSpacing = Math.Min(0, spacing) } };
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = parts.Length - 1; count > 0; count--)
        {
            var shorter = string.Join(' ', parts.Take(count)).TrimEnd(',', ';', ':', '.', '–', '—', ' ') + "\u00A0…";
            if (generated.Line(shorter, tight, book.Metadata.Language, structure) is { } line && GeneratedText.WidthOf(line) <= room)
            {
                return line;
            }
        }

        return null;
    }

    private string WordsOf(FurnitureContent content, int number, PageMarks marks) => content switch
    {
        FurnitureText text => text.Text,
        FurnitureFolio { Form: CounterForm.LowerRoman } => Folio.Roman(number),
        FurnitureFolio { Form: CounterForm.UpperRoman } => Folio.Roman(number).ToUpperInvariant(),
        FurnitureFolio => Folio.Label(number, FolioStyle.Decimal),
        FurnitureString { Name: "book-title" } => book.Metadata.ShortTitle ?? book.Metadata.Title,
        FurnitureString { Name: "book-author" } => string.Join(", ", book.Metadata.Contributors.Where(c => c.Role == "aut").Select(c => c.Name)) is { Length: > 0 } names ? names : book.Metadata.ShortTitle ?? book.Metadata.Title,
        FurnitureString { Name: "part-title" } => TitleOf(marks.Part ?? marks.Section),
        FurnitureString { Name: "heading-title" } s => marks.Heading(s.Mark) ?? TitleOf(marks.Section),
        FurnitureString { Name: "notes-to-pages" } => NotesTo(marks),
        FurnitureString => TitleOf(marks.Section),
        _ => "",
    };

    /// <summary>"Notes to pages 12–34"; in other languages the section's title and the pages.</summary>
    private string NotesTo(PageMarks marks) =>
        marks.NotePages.Length == 0 ? TitleOf(marks.Section)
        : !book.Metadata.Language.StartsWith("en", StringComparison.Ordinal) ? TitleOf(marks.Section) + ", " + marks.NotePages
        : (marks.NotePages.Contains('–', StringComparison.Ordinal) ? "Notes to pages " : "Notes to page ") + marks.NotePages;

    private string TitleOf(Section section)
    {
        var title = section.ShortTitle ?? (PlainInlines.TextOf(section.Title) is { Length: > 0 } words ? words : section.NavigationTitle);
        return title == book.Metadata.Title && book.Metadata.ShortTitle is { } brief ? brief : title;
    }
}
