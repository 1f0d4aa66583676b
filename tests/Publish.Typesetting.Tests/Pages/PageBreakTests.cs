namespace Publish.Typesetting.Tests.Pages;

/// <summary>Where pages break: paragraphs, headings, figures, tables; no notes.</summary>
public class PageBreakTests
{
    private static void Expect(string input, string pages) => Assert.Equal(pages, Geometry.Pages(input));

    [Fact]
    public void Text_fills_pages() => Expect(
        """
        page 10
        text A 6
        text B 12
        """,
        """
        1r: A1-6 B1-4
        2v: B5-12
        """);

    [Fact]
    public void A_lone_last_line_does_not_begin_a_page() => Expect(
        """
        page 10
        text A 11
        text B 9
        """,
        """
        1r +1: A1-11
        2v: B1-9
        """);

    [Fact]
    public void A_lone_first_line_does_not_end_a_page() => Expect(
        """
        page 10
        text A 9
        text B 9
        """,
        """
        1r -1: A1-9
        2v: B1-9
        """);

    [Fact]
    public void A_paragraph_is_set_longer_to_save_a_line() => Expect(
        """
        page 10 longer 0 shorter 0
        text A 9 or 10:50
        text B 9
        """,
        """
        1r: A1-10
        2v: B1-9
        """);

    [Fact]
    public void Both_pages_of_a_spread_run_long() => Expect(
        """
        page 10 verso
        text A 11
        text B 11
        text C 8
        """,
        """
        1v +1: A1-11
        2r +1: B1-11
        3v: C1-8
        """);

    [Fact]
    public void A_heading_keeps_with_its_text() => Expect(
        """
        page 10
        text A 7
        head H 1 before 1 after 1
        text B 8
        """,
        """
        1r -3: A1-7 !ShortPage
        2v: H1 B1-8
        """);

    [Fact]
    public void One_line_under_a_heading_does_not_hold_it_at_the_foot() => Expect(
        """
        page 10
        text A 8
        head H 1 before 1
        text S 1
        text B 8
        """,
        """
        1r -2: A1-8 !ShortPage
        2v: H1 S1 B1-8
        """);

    [Fact]
    public void An_ornament_at_the_head_of_a_page_stays() => Expect(
        """
        page 10
        text A 10
        box O 1 before 1 after 1
        text B 8
        """,
        """
        1r: A1-10
        2v: O1 B1-8
        """);

    [Fact]
    public void White_above_a_heading_grows_to_fill_the_page() => Expect(
        """
        page 10 longer 0 shorter 0
        text A 4
        head H 1 before 1 after 1 stretch 1
        text B 4
        text C 6
        """,
        """
        1r: A1-4 H1 B1-2
        2v: B3-4 C1-6
        """);

    [Fact]
    public void No_hyphen_goes_over_a_leaf() => Expect(
        """
        page 10
        text A 20 hyphen 10
        """,
        """
        1r +1: A1-11
        2v: A12-20
        """);

    [Fact]
    public void A_figure_that_does_not_fit_goes_to_the_next_page_and_text_fills_this_one() => Expect(
        """
        page 10
        text A 7
        box F 5 float before 1 after 1
        text B 7
        """,
        """
        1r: A1-7 B1-3
        2v: F1 B4-7
        """);

    [Fact]
    public void A_table_that_runs_on_repeats_its_head() => Expect(
        """
        page 10
        text A 4
        rows T 14 head 2
        text B 5
        """,
        """
        1r: A1-4 T1-6
        2v: T7-14
        3r: B1-5
        """);

    [Fact]
    public void Something_taller_than_the_page_sticks_out_and_is_named() => Expect(
        """
        page 10
        text A 3
        box F 15
        text B 3
        """,
        """
        1r -7: A1-3 !ShortPage
        2v: F1 !Overflow
        3r: B1-3
        """);

    [Fact]
    public void Quotations_with_half_a_line_of_white_keep_what_follows_on_the_grid()
    {
        var page = Assert.Single(Geometry.Parse(
            """
            page 12
            text A 3
            text Q 4 leading 5/6 before 0.5 after 0.5
            text B 3
            """).Find().Pages);
        var grid = Geometry.Grid;
        Assert.Equal([0, (3 * grid) + (grid / 2) + (grid / 3), 8 * grid], page.Blocks.Select(b => b.Top.Scaled));
    }
}
