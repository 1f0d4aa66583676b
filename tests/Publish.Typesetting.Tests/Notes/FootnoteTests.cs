using Publish.Typesetting.Tests.Pages;

namespace Publish.Typesetting.Tests.Notes;

/// <summary>Notes at the foot of mock pages. Cases known from other systems' trackers carry their numbers.</summary>
public class FootnoteTests
{
    private static void Expect(string input, string pages) => Assert.Equal(pages, Geometry.Pages(input));

    [Fact]
    public void A_note_stands_at_the_foot_of_its_calls_page() => Expect(
        """
        page 10
        text A 6 note 2:2
        text B 12
        """,
        """
        1r +1: A1-6 B1-2 | n1:1-2
        2v: B3-12
        """);

    [Fact]
    public void A_note_near_the_foot_takes_its_line_with_it_or_is_split() => Expect(
        """
        page 12
        text A 16 note 9:8
        text B 12
        """,
        """
        1r +1: A1-9 | n1:1-3
        2v +1: A10-16 | n1:4-8
        3r: B1-12
        """);

    [Fact]
    public void Typst_5405_every_call_of_a_line_counts_not_only_the_first() => Expect(
        """
        page 12
        text A 8
        text B 6 note 2:2 note 2:2
        text C 9
        """,
        """
        1r -4: A1-8 !ShortPage
        2v: B1-6 | n1:1-2 n2:1-2
        3r: C1-9
        """);

    [Fact]
    public void Typst_5314_a_note_longer_than_the_page_runs_on() => Expect(
        """
        page 10
        text A 6 note 3:25
        text B 12
        """,
        """
        1r: A1-4 | n1:1-5
        2v: A5-6 B1-2 | n1:6-10
        3r: B3-6 | n1:11-15
        4v: B7-10 | n1:16-20
        5r: B11-12 | n1:21-25
        """);

    [Fact]
    public void Typst_5603_a_heading_with_a_note_keeps_with_its_text() => Expect(
        """
        page 10
        text A 6
        head H 1 note 1:2
        text B 9
        """,
        """
        1r +1: A1-6 H1 B1-2 | n1:1 !NoteStub
        2v: B3-9 | n1:2
        """);

    [Fact]
    public void Typst_6268_a_note_called_from_an_unbreakable_block_stands_under_it() => Expect(
        """
        page 10
        text A 5
        box F 4 note 1:2
        text B 9
        """,
        """
        1r +1: A1-5 F1 | n1:1 !NoteStub
        2v +1: B1-9 | n1:2
        """);

    [Fact]
    public void Typst_8636_no_note_starts_before_or_after_its_calls_page() => Expect(
        """
        page 10
        text A 10 note 1:7 note 4:6 note 8:5
        text B 10
        """,
        """
        1r +1: A1-3 | n1:1-7
        2v: A4-6 | n2:1-6
        3r: A7-10 | n3:1-5
        4v: B1-10
        """);

    [Fact]
    public void Typst_8603_notes_stay_in_order_when_one_is_carried() => Expect(
        """
        page 10
        text A 8 note 4:9
        text B 8 note 1:2 note 7:3
        """,
        """
        1r: A1-4 | n1:1-5
        2v: A5-8 | n1:6-9
        3r: B1-6 | n2:1-2
        4v: B7-8 | n3:1-3
        """);

    [Fact]
    public void Typst_8792_notes_called_from_the_items_of_a_list() => Expect(
        """
        page 10
        rows L 9 note 2:1 note 4:1 note 6:1 note 8:2
        text B 5
        """,
        """
        1r: L1-6 | n1:1 n2:1 n3:1
        2v +1: L7-9 B1-5 | n4:1-2
        """);

    [Fact]
    public void Typst_2449_a_note_called_on_the_last_line_of_a_full_page() => Expect(
        """
        page 10
        text A 10 note 10:1
        text B 8
        """,
        """
        1r -1: A1-9 !Widow
        2v +1: A10 B1-8 | n1:1
        """);

    [Fact]
    public void Typst_1275_a_note_in_a_figure_that_fills_the_page() => Expect(
        """
        page 10
        text A 4
        box F 10 note 1:2
        text B 4
        """,
        """
        1r -6: A1-4 !ShortPage
        2v: F1 !NoteApart
        3r: B1-4 | n1:1-2
        """);

    [Fact]
    public void Pagedjs_130_no_text_is_lost_around_long_notes() => Expect(
        """
        page 8
        text A 5 note 1:12 note 2:12
        text B 5 note 5:12
        """,
        """
        1r -1: A1 | n1:1-5 !Orphan
        2v -1: | n1:6-10
        3r -1: A2 | n1:11-12 n2:1-3
        4v +1: A3-5 | n2:4-8
        5r +1: B1-3 | n2:9-12
        6v +1: B4-5 | n3:1-6
        7r +1: | n3:7-12
        """);
}
