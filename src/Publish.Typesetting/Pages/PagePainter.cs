using Publish.Document;
using Publish.Styles;
using Publish.Styles.Pages;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;

namespace Publish.Typesetting.Pages;

/// <summary>Draws the text and the notes of a page.</summary>
internal sealed class PagePainter(StyleSheet sheet)
{
    /// <summary>Thickness of the rule above a note that goes on from the page before, where the style has none.</summary>
    private static readonly Length HairRule = Length.FromPoints(0.35);

    /// <summary>The drawn page.</summary>
    /// <param name="page">What stands on it.</param>
    /// <param name="flow">Its section.</param>
    /// <param name="index">Its place in the file.</param>
    /// <param name="structureBase">What is added to the section's structure indices.</param>
    /// <param name="first">True for the first page of its section.</param>
    public PageCanvas Paint(SectionPage page, SectionFlow flow, int index, int structureBase, bool first)
    {
        var side = BookLayout.SideOf(page.Side);
        var style = sheet.Page(flow.PageName, side, first);
        var verso = side == Publish.Styles.Pages.PageSide.Left;
        var canvas = new PageCanvas(index, structureBase) { OuterIsLeft = verso, OuterEdge = verso ? style.MarginLeft : style.MarginLeft + style.TextWidth };
        foreach (var placed in page.Blocks)
        {
            placed.Block.Draw(canvas, style.MarginLeft + placed.Left, style.MarginTop + placed.Top, placed.Variant, placed.From, placed.To, placed.Spread);
        }

        canvas.EndBody();
        if (!page.Notes.IsEmpty)
        {
            PaintNotes(canvas, page, style);
        }

        return canvas;
    }

    private static void PaintNotes(PageCanvas canvas, SectionPage page, PageStyle style)
    {
        var goesOn = page.Notes[0].From > 0;
        var width = goesOn ? style.TextWidth : style.Notes.RuleWidth;
        var thickness = style.Notes.RuleThickness > Length.Zero ? style.Notes.RuleThickness : HairRule;
        if (width > Length.Zero)
        {
            var y = style.MarginTop + page.NotesTop + (style.Notes.Gap / 2);
            canvas.Add(new Rule(StructureReference.ArtifactOf(ArtifactKind.Layout), new Rect(style.MarginLeft, y, width, thickness), InkColors.Of(style.Notes.RuleColor)));
        }

        // The last lines of text and notes stand on one baseline, though their leadings differ.
        var rise = Length.Zero;
        if (page.Notes[^1].Note.Blocks is [.., { Block: TextFlow last }])
        {
            rise = Length.Max(Length.Zero, style.Leading - style.FirstBaseline - (last.Leading - last.Baseline));
        }

        foreach (var note in page.Notes)
        {
            note.Note.Draw(canvas, style.MarginLeft, style.MarginTop + note.Top - rise, note.From, note.To);
        }
    }
}
