using Publish.Document;
using Publish.Styles.Pages;

namespace Publish.Styles.Tests;

public sealed class ClassicTests
{
    private static readonly RepositoryAssets Assets = new();

    [Fact]
    public void TheHouseStyleHasNothingToComplainOf()
    {
        var diagnostics = new List<Diagnostic>();
        var sheet = StyleSheet.Load(Assets, "classic", StyleMedium.Print, diagnostics);
        foreach (var side in new[] { PageSide.Left, PageSide.Right })
        {
            _ = sheet.Page("front", side, true);
            _ = sheet.Page("body", side);
        }

        Assert.Empty(diagnostics.Select(d => d.ToString()));
        Assert.Empty(sheet.Diagnostics);
    }

    [Theory]
    [InlineData(5.5, 8.5)]
    [InlineData(6, 9)]
    [InlineData(5.83, 8.27)]
    [InlineData(4.37, 7)]
    public void MarginsGrowFromTheSpineToTheFoot(double width, double height)
    {
        var diagnostics = new List<Diagnostic>();
        var plan = new EditionPlan("print", EditionFormat.Pdf) { TrimWidth = Length.FromInches(width), TrimHeight = Length.FromInches(height) };
        var page = StyleSheet.Load(Assets, "classic", StyleMedium.Print, diagnostics, plan).Page("body", PageSide.Right);
        Assert.Empty(diagnostics);
        Assert.True(page.MarginInner < page.MarginOuter, $"{page.MarginInner} {page.MarginOuter}");
        Assert.True(page.MarginTop < page.MarginBottom, $"{page.MarginTop} {page.MarginBottom}");
        Assert.Equal(Length.Zero, page.TextHeight % page.Leading);
        Assert.Equal(page.TrimHeight, page.MarginTop + page.TextHeight + page.MarginBottom);
        Assert.InRange(page.TextWidth.Points / page.TrimWidth.Points, 0.70, 0.76);
        Assert.InRange(page.TextHeight.Points / page.TrimHeight.Points, 0.74, 0.84);
    }

    [Fact]
    public void RunningHeadsStandOnTextPagesOnly()
    {
        var sheet = StyleSheet.Load(Assets, "classic", StyleMedium.Print, []);
        var left = sheet.Page("body", PageSide.Left);
        Assert.Equal([MarginBoxPlace.TopLeft, MarginBoxPlace.TopCenter], left.Boxes.Select(b => b.Place));
        Assert.IsType<FurnitureFolio>(Assert.Single(left.Boxes[0].Content));
        Assert.Equal(CapsVariant.AllSmallCaps, left.Boxes[1].Style.Characters.Caps);
        Assert.Equal(CounterForm.LowerRoman, Assert.IsType<FurnitureFolio>(Assert.Single(sheet.Page("front", PageSide.Right).Boxes[1].Content)).Form);
        Assert.Equal([MarginBoxPlace.BottomCenter], sheet.Page("body", PageSide.Right, opening: true).Boxes.Select(b => b.Place));
        Assert.Empty(sheet.Page("display", PageSide.Right).Boxes);
        Assert.Empty(sheet.Page("body", PageSide.Left, blank: true).Boxes);
    }

    [Fact]
    public void ParagraphsAreIndentedButNotAfterAHeading()
    {
        var sheet = StyleSheet.Load(Assets, "classic", StyleMedium.Print, []);
        var root = ElementNames.Root.Within(null);
        var section = ElementNames.Of(new Section(SectionKind.Chapter, Matter.Body, [], [], [])).Within(root);
        var title = ElementNames.SectionTitle.Within(section);
        var first = ElementNames.Of(new Paragraph([])).Within(section, title);
        var second = ElementNames.Of(new Paragraph([])).Within(section, first);
        Assert.Equal(Length.Zero, sheet.Compute(first).TextIndent);
        Assert.Equal(Length.FromPoints(11), sheet.Compute(second).TextIndent);
        Assert.Equal(Length.FromPoints(14), sheet.Compute(second).Leading);
        Assert.Equal("body", sheet.Compute(second).Page);
        Assert.Equal(PageBreak.Recto, sheet.Compute(section).BreakBefore);
        Assert.Equal(TextAlignment.Center, sheet.Compute(title).Alignment);
        Assert.Equal(400, sheet.Compute(title).Characters.Weight);
        Assert.Equal(Length.FromPoints(16.5), sheet.Compute(title).Characters.Size);
    }

    [Fact]
    public void TheEpubSheetFixesNothing()
    {
        var diagnostics = new List<Diagnostic>();
        var css = HouseFiles.EpubCss(Assets, "classic", diagnostics);
        Assert.Empty(diagnostics);
        Assert.DoesNotContain("px", css, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d(pt|rlh|lh|mm|in)\b", css);
        Assert.DoesNotContain("-publish-", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@page", css, StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", css, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"text-wrap[-\w]*:[^;}]*pretty", css);
        Assert.DoesNotContain("body {", css, StringComparison.Ordinal);
        Assert.Contains("hyphens: auto", css, StringComparison.Ordinal);
    }

    /// <summary>Dark lines on a clear ground stand on white, or they would be gone at night.</summary>
    [Fact]
    public void APictureWithClearPartsIsSeenAtNight() =>
        Assert.Matches(@"(?m)^img \{[^}]*background-color: #fff;", HouseFiles.EpubCss(Assets, "classic", new List<Diagnostic>()));
}
