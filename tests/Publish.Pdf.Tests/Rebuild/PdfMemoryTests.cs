using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests.Rebuild;

/// <summary>Files written after a change beside files written for the first time.</summary>
public class PdfMemoryTests
{
    [Fact]
    public void Of_pages_that_a_paragraph_runs_through_only_the_changed_one_is_written_again()
    {
        var pages = Pages("the first page", "the second page", "the third page");
        var memory = new PdfMemory();
        var settings = TestBook.ScreenSettings with { Memory = memory };
        PdfWriter.Write(pages, TestBook.Metadata, settings);
        memory.Turn();

        // One glyph fewer, the fonts' codes as they were.
        var changed = pages with { Pages = pages.Pages.SetItem(1, Pages("the first page", "the second pag", "the third page").Pages[1]) };
        var rebuilt = PdfWriter.Write(changed, TestBook.Metadata, settings);

        Assert.Equal(2, memory.Found);
        Assert.Equal(PdfWriter.Write(changed, TestBook.Metadata, settings with { Memory = null }).Bytes, rebuilt.Bytes);
    }

    [Fact]
    public void Pages_that_are_gone_are_forgotten()
    {
        var memory = new PdfMemory();
        for (var i = 0; i < 5; i++)
        {
            PdfWriter.Write(Pages("first " + i, "second", "third"), TestBook.Metadata, TestBook.ScreenSettings with { Memory = memory });
            memory.Turn();
        }

        Assert.InRange(memory.Kept, 3, 6);
    }

    private static PageSet Pages(params string[] lines)
    {
        var book = new TestBook();
        var paragraph = book.Element(StructureRole.P);
        var content = book.In(paragraph);
        var offset = 0;
        foreach (var line in lines)
        {
            book.Page().Line(content, 40, 60, line, new LineStyle { Source = new TextPosition(7, offset) });
            offset += line.Length + 1;
        }

        return book.Build();
    }
}
