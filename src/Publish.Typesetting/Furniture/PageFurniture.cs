using Publish.Document;
using Publish.Styles.Pages;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;

namespace Publish.Typesetting.Furniture;

/// <summary>Sets running heads and folios.</summary>
internal sealed class PageFurniture(Book book, GeneratedText generated)
{
    /// <summary>Draws what stands in the margins of a page.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="style">Its style.</param>
    /// <param name="number">Its number.</param>
    /// <param name="section">The section that ends on it.</param>
    /// <param name="part">The section around that; null for none.</param>
    public void Draw(PageCanvas canvas, PageStyle style, int number, Section section, Section? part)
    {
        foreach (var box in style.Boxes)
        {
            var words = string.Concat(box.Content.Select(c => WordsOf(c, number, section, part)));
            var head = box.Place is MarginBoxPlace.TopLeft or MarginBoxPlace.TopCenter or MarginBoxPlace.TopRight;
            var kind = box.Content.Any(c => c is FurnitureFolio) ? ArtifactKind.Folio : ArtifactKind.RunningHead;
            if (generated.Line(words, box.Style, book.Metadata.Language, StructureReference.ArtifactOf(kind)) is not { } line)
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
            var baseline = head ? style.MarginTop - style.HeadDistance : style.MarginTop + style.TextHeight + style.FootDistance;
            canvas.Draw(line, style.MarginLeft + x, baseline - style.FirstBaseline, style.Leading, baseline, false);
        }
    }

    private string WordsOf(FurnitureContent content, int number, Section section, Section? part) => content switch
    {
        FurnitureText text => text.Text,
        FurnitureFolio { Form: CounterForm.LowerRoman } => Folio.Roman(number),
        FurnitureFolio { Form: CounterForm.UpperRoman } => Folio.Roman(number).ToUpperInvariant(),
        FurnitureFolio => Folio.Label(number, FolioStyle.Decimal),
        FurnitureString { Name: "book-title" } => book.Metadata.ShortTitle ?? book.Metadata.Title,
        FurnitureString { Name: "book-author" } => string.Join(", ", book.Metadata.Contributors.Where(c => c.Role == "aut").Select(c => c.Name)) is { Length: > 0 } names ? names : book.Metadata.ShortTitle ?? book.Metadata.Title,
        FurnitureString { Name: "part-title" } => part is null ? TitleOf(section) : TitleOf(part),
        FurnitureString => TitleOf(section),
        _ => "",
    };

    private string TitleOf(Section section)
    {
        var title = section.ShortTitle ?? (References.PlainInlines.TextOf(section.Title) is { Length: > 0 } words ? words : section.NavigationTitle);
        return title == book.Metadata.Title && book.Metadata.ShortTitle is { } brief ? brief : title;
    }
}
