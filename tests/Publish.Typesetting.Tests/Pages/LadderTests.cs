using System.Globalization;
using Publish.Document;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>Each step of the ladder down which rules are given up: what is said names the page, the cause and the place in the manuscript. Block n stands on line n.</summary>
public class LadderTests
{
    [Fact]
    public void TYP101_a_widow() => Expect(
        """
        page 4 longer 0 shorter 0
        text A 5
        """,
        "chapter.md:1:1: note TYP101: the page after 1 begins with the last line of a paragraph or list");

    [Fact]
    public void TYP102_an_orphan() => Expect(
        """
        page 4 longer 0 shorter 0
        text A 3
        text B 3
        """,
        "chapter.md:2:1: note TYP102: page 1 ends with the first line of a paragraph or list");

    [Fact]
    public void TYP103_a_short_page() => Expect(
        """
        page 10
        text A 4
        box F 8
        """,
        "chapter.md:2:1: note TYP103: page 1 ends 6 lines short: what follows doesn't fit on it and can't be divided there");

    [Fact]
    public void TYP104_kept_things_parted() => Expect(
        """
        page 10
        box A 8 with-next
        box B 8
        """,
        "chapter.md:1:1: warning TYP104: the foot of page 1 parts what belongs together",
        "chapter.md:2:1: note TYP103: page 1 ends 2 lines short: what follows doesn't fit on it and can't be divided there");

    [Fact]
    public void TYP105_a_note_apart_from_its_call() => Expect(
        """
        page 10
        box F 10 note 1:2
        text B 4
        """,
        "notes.md:1:1: warning TYP105: a note called on page 1 starts on a later page");

    [Fact]
    public void TYP106_taller_than_the_page() => Expect(
        """
        page 10
        box F 15
        text B 3
        """,
        "chapter.md:1:1: warning TYP106: something on page 1 is taller than the page");

    [Fact]
    public void TYP107_a_hyphen_over_a_leaf() => Expect(
        """
        page 4 longer 0 shorter 0
        text A 8 hyphen 4
        """,
        "chapter.md:1:1: note TYP107: the last word of page 1 is divided and its leaf turns");

    [Fact]
    public void TYP108_facing_pages_uneven() => Expect(
        """
        page 10 verso
        box A 11
        box B 9
        box C 9
        """,
        "chapter.md:2:1: note TYP108: page 2 doesn't end level with the page it faces");

    [Fact]
    public void TYP109_a_lone_line_of_a_note() => Expect(
        """
        page 10 longer 0 shorter 0
        box F 8 note 1:2
        text B 8
        """,
        "notes.md:1:1: note TYP109: a single line of a note stands alone on page 1 or the next");

    /// <summary>Compares what is said of the pages of a list.</summary>
    private static void Expect(string input, params string[] said)
    {
        var geometry = Geometry.Parse(input);
        var found = geometry.Find().Pages.SelectMany((page, i) => PageFaults.Of(new PageReport(i, (i + 1).ToString(CultureInfo.InvariantCulture), page.Delta, [.. page.Charges.Select(c => new PlacedCharge(c, SpanOf(c)))])
        {
            Lines = geometry.Frame.Lines,
            TextLines = page.BodyLines,
            NoteLines = page.Notes.IsEmpty ? 0 : geometry.Frame.Lines + page.Delta - page.BodyLines,
        }));
        Assert.Equal(said, found.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Span}: {(d.Severity == Severity.Warning ? "warning" : "note")} {d.Code}: {d.Message}")));
    }

    private static SourceSpan SpanOf(PageCharge charge) =>
        charge.Note >= 0 ? SourceSpan.At("notes.md", charge.Note + 1, 1) : SourceSpan.At("chapter.md", Math.Max(0, charge.Block) + 1, 1);
}
