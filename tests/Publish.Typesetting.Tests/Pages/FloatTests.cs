namespace Publish.Typesetting.Tests.Pages;

/// <summary>Figures and tables that needn't stand where the manuscript has them.</summary>
public class FloatTests
{
    private static void Expect(string input, string pages) => Assert.Equal(pages, Geometry.Pages(input));

    [Fact]
    public void What_stands_here_is_never_moved_and_what_follows_waits() => Expect(
        """
        page 10
        text A 7
        box F 5 before 1 after 1
        text B 14
        """,
        """
        1r -3: A1-7 !ShortPage
        2v: F1 B1-4
        3r: B5-14
        """);

    [Fact]
    public void A_figure_for_the_head_stands_above_the_text_of_its_page() => Expect(
        """
        page 10
        text A 10
        text B 4
        box F 3 float-top before 1 after 1
        text C 9
        """,
        """
        1r: A1-10
        2v: F1 B1-4 C1-2
        3r: C3-9
        """);

    [Fact]
    public void A_figure_for_the_head_never_stands_before_the_page_of_its_place_in_the_text() => Expect(
        """
        page 10
        text A 12
        text B 12
        box F 3 float-top before 1 after 1
        text C 9
        """,
        """
        1r: A1-10
        2v: A11-12 B1-8
        3r: F1 B9-12 C1-2
        4v: C3-9
        """);

    [Fact]
    public void Nothing_stands_above_an_opening() => Expect(
        """
        page 10
        head T 1 sink 2 after 1
        text A 3
        box F 3 float-top before 1 after 1
        text B 9
        """,
        """
        1r: T1 A1-3 B1-3
        2v: F1 B4-9
        """);

    [Fact]
    public void A_figure_for_the_foot_stands_under_the_text_of_its_page() => Expect(
        """
        page 10
        text A 3
        box F 3 float-bottom before 1 after 1
        text B 9
        """,
        """
        1r: A1-3 B1-3 F1
        2v: B4-9
        """);

    [Fact]
    public void A_figure_for_the_foot_stands_above_the_notes()
    {
        var page = Geometry.Parse(
            """
            page 12
            text A 3 note 1:2
            box F 3 float-bottom before 1 after 1
            text B 9
            """).Find().Pages[0];
        Assert.Equal([0, 3, 6], page.Blocks.Select(b => b.Top.Scaled / Geometry.Grid));
        Assert.Equal(9 * Geometry.Grid, page.NotesTop.Scaled);
    }

    [Fact]
    public void A_figure_for_the_foot_that_does_not_fit_goes_to_the_foot_of_the_next_page() => Expect(
        """
        page 10
        text A 8
        box F 3 float-bottom before 1 after 1
        text B 12
        """,
        """
        1r: A1-8 B1-2
        2v -1: B3-7 F1
        3r: B8-12
        """);

    [Fact]
    public void A_figure_for_a_page_of_its_own_stands_on_the_next_and_the_text_goes_on_around_it() => Expect(
        """
        page 10
        text A 4
        box F 9 float-page
        text B 12
        """,
        """
        1r: A1-4 B1-6
        2v: F1
        3r: B7-12
        """);

    [Fact]
    public void Small_figures_share_a_page_of_their_own() => Expect(
        """
        page 10
        text A 4
        box F 4 float-page before 1 after 1
        box G 4 float-page before 1 after 1
        box H 4 float-page before 1 after 1
        text B 18
        """,
        """
        1r +1: A1-4 B1-7
        2v: F1 G1
        3r: H1
        4v +1: B8-18
        """);

    [Fact]
    public void Figures_keep_their_order() => Expect(
        """
        page 10
        text A 6
        box F 6 float before 1 after 1
        box G 2 float-top before 1 after 1
        text B 20
        """,
        """
        1r -1: A1-6 B1-3
        2v +1: F1 G1 B4
        3r +1: B5-15
        4v: B16-20
        """);

    [Fact]
    public void None_is_carried_past_the_end() => Expect(
        """
        page 10
        text A 8
        box F 4 float-bottom before 1 after 1
        """,
        """
        1r -1: A1-8
        2v: F1
        """);

    [Fact]
    public void A_heading_stays_with_its_text_around_a_figure_that_went_elsewhere() => Expect(
        """
        page 10
        text A 7
        head H 1 before 1 after 1
        box F 3 float-top before 1 after 1
        text B 8
        """,
        """
        1r -3: A1-7 !ShortPage
        2v -1: F1 H1 B1-3
        3r: B4-8
        """);
}
