using Publish.Document;
using Publish.Testing;

namespace Publish.Printers.Tests;

/// <summary>The profiles the program ships say what they are meant to say, and slips of the pen in a profile are found.</summary>
public class ProfileTests
{
    public static TheoryData<string> Shipped => [.. Directory.GetFiles(RepositoryRoot.Combine("assets", "printers"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_profile_is_whole_and_each_group_says_where_it_is_from(string name)
    {
        var profile = Read(name);

        Assert.NotEqual(default, profile.Checked);
        Assert.NotEmpty(profile.Sources);
        Assert.All(profile.Sources, source => Assert.NotEmpty(source.Source));
        Assert.NotEmpty(profile.Trims);
        Assert.NotNull(profile.Bleed);
    }

    [Theory]
    [InlineData(24, 0.375)]
    [InlineData(150, 0.375)]
    [InlineData(151, 0.5)]
    [InlineData(300, 0.5)]
    [InlineData(301, 0.625)]
    [InlineData(500, 0.625)]
    [InlineData(501, 0.75)]
    [InlineData(700, 0.75)]
    [InlineData(701, 0.875)]
    [InlineData(828, 0.875)]
    public void Kdp_asks_for_a_wider_gutter_the_more_pages_there_are(int pages, double inches) =>
        Assert.Equal(Length.FromInches(inches), Read("kdp").GutterOf(pages));

    [Theory]
    [InlineData("white", 100, 0.2252)]
    [InlineData("white", 400, 0.9008)]
    [InlineData("cream", 100, 0.25)]
    [InlineData("cream", 828, 2.07)]
    [InlineData("colour", 250, 0.58675)]
    public void A_kdp_spine_is_pages_times_the_paper(string paper, int pages, double inches) =>
        Assert.Equal(Length.FromInches(inches), Read("kdp").Spine.PaperOf(paper)!.Thickness(pages));

    [Fact]
    public void A_lulu_spine_is_pages_by_444_and_the_cover() =>
        Assert.Equal(Length.FromInches(1.06), Read("lulu").Spine.PaperOf(null)!.Thickness(444));

    [Fact]
    public void A_house_may_know_its_paper_by_the_leaf() =>
        Assert.Equal(Length.FromMillimetres(20).Points, SpinePaper.OfLeaf(Length.FromMillimetres(0.1)).Thickness(400).Points, 0.01);

    [Theory]
    [InlineData(78, false)]
    [InlineData(79, true)]
    public void Text_stands_on_a_spine_from_a_page_count_on(int pages, bool allowed) => Assert.Equal(allowed, Read("kdp").Spine.AllowsText(pages));

    [Theory]
    [InlineData("kdp", 101, false, 102)]
    [InlineData("kdp", 102, false, 102)]
    [InlineData("ingramspark", 101, false, 102)]
    [InlineData("ingramspark", 102, false, 104)]
    [InlineData("ingramspark", 102, true, 102)]
    [InlineData("ingramspark", 103, true, 104)]
    public void Page_counts_are_rounded_by_the_printers_rule(string name, int pages, bool lastIsBlank, int rounded) =>
        Assert.Equal(rounded, Read(name).Pages.Round(pages, lastIsBlank));

    [Theory]
    [InlineData("2027-11-27", false)]
    [InlineData("2027-11-28", true)]
    public void A_profile_is_out_of_date_after_a_year(string today, bool old)
    {
        var diagnostic = PrinterLibrary.Age(Read("kdp"), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(old ? PrinterDiagnostics.OutOfDate.Code : null, diagnostic?.Code);
    }

    [Theory]
    [InlineData("title: x\nchecked: yesterday\n", 2, "date")]
    [InlineData("title: x\nchecked: 2026-11-27\nbleed: { amount: 3, source: a, confidence: memory }\n", 3, "length")]
    [InlineData("title: x\nchecked: 2026-11-27\nbleed: { amount: 3mm, confidence: memory }\n", 3, "source")]
    [InlineData("title: x\nchecked: 2026-11-27\nbleed: { amount: 3mm, source: a, confidence: high }\n", 3, "memory")]
    [InlineData("title: x\nchecked: 2026-11-27\nbleeds: { amount: 3mm }\n", 3, "bleeds")]
    [InlineData("title: x\nchecked: 2026-11-27\npages: [1, 2]\n", 3, "mapping")]
    [InlineData("title: [x\n", 2, "YAML")]
    [InlineData("", 0, "mapping")]
    public void A_slip_in_a_profile_is_found_at_its_line(string yaml, int line, string word)
    {
        var diagnostics = new List<Diagnostic>();

        Assert.Null(ProfileReader.Read("own", "printers/own.yaml", yaml, diagnostics));
        Assert.All(diagnostics, diagnostic => Assert.Equal("PRN002", diagnostic.Code));
        Assert.Contains(diagnostics, diagnostic => diagnostic.Span.Line == line && diagnostic.Message.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_printer_is_told_with_those_that_are_known()
    {
        var diagnostics = new List<Diagnostic>();

        Assert.Null(new PrinterLibrary(new ShippedAssets()).Find("kpd", SourceSpan.None, diagnostics));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("PRN001", diagnostic.Code);
        Assert.Contains("kdp", diagnostic.Hint, StringComparison.Ordinal);
    }

    private static PrinterProfile Read(string name)
    {
        var diagnostics = new List<Diagnostic>();
        var profile = new PrinterLibrary(new ShippedAssets()).Find(name, SourceSpan.None, diagnostics);
        Assert.Empty(diagnostics);
        return profile!;
    }
}
