using Publish.Document;

namespace Publish.Styles.Tests;

/// <summary>Colours of stylesheets: gray, RGB, inks, and inks of their own with what stands for them.</summary>
public sealed class ColorTests
{
    private const string Red = "spot(\"PANTONE 186 C\", device-cmyk(0% 100% 80% 5%), #c8102e)";

    private readonly List<Diagnostic> diagnostics = [];

    [Theory]
    [InlineData("black", "Gray 0")]
    [InlineData("#000", "Gray 0")]
    [InlineData("rgb(0, 0, 0)", "Gray 0")]
    [InlineData("device-cmyk(0 0 0 1)", "Gray 0")]
    [InlineData("device-cmyk(0% 0% 0% 40%)", "Gray 600")]
    [InlineData("gray(20%)", "Gray 200")]
    [InlineData("#777", "Gray 467")]
    [InlineData("white", "Gray 1000")]
    [InlineData("rebeccapurple", "Rgb 400 200 600")]
    [InlineData("#c8102e", "Rgb 784 63 180")]
    [InlineData("rgb(200 16 46)", "Rgb 784 63 180")]
    [InlineData("rgb(100%, 0%, 50%)", "Rgb 1000 0 498")]
    [InlineData("hsl(120, 100%, 25%)", "Rgb 0 502 0")]
    [InlineData("device-cmyk(0% 100% 80% 5%)", "Cmyk 0 1000 800 50")]
    [InlineData("device-cmyk(0 1 .8 .05)", "Cmyk 0 1000 800 50")]
    [InlineData("cmyk(0%, 100%, 80%, 5%)", "Cmyk 0 1000 800 50")]
    [InlineData("device-cmyk(0% 100% 80% 5%, #c8102e)", "Cmyk 0 1000 800 50 on screens #c8102e")]
    [InlineData("spot(\"Gold\", device-cmyk(0 .2 1 .1))", "Spot 1000 of Gold, Cmyk 0 200 1000 100")]
    [InlineData("spot('Gold' 40%, device-cmyk(0 .2 1 .1))", "Spot 400 of Gold, Cmyk 0 200 1000 100")]
    [InlineData("spot(\"PANTONE 186 C\", 50%, device-cmyk(0 1 .8 .05), #c8102e)", "Spot 500 of PANTONE 186 C, Cmyk 0 1000 800 50 on screens #e38896")]
    [InlineData("spot(\"Dark, Thing\", device-cmyk(0 0 0 1))", "Spot 1000 of Dark, Thing, Cmyk 0 0 0 1000")]
    public void AColourIsRead(string value, string expected)
    {
        Assert.Equal(expected, Words(ColorOf($"p {{ color: {value} }}")));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("reddish", "isn't a colour")]
    [InlineData("#12345", "isn't a colour")]
    [InlineData("device-cmyk(0 1 1)", "four inks")]
    [InlineData("device-cmyk(0 101% 1 0)", "four inks")]
    [InlineData("device-cmyk(0 1 1 0, device-cmyk(0 1 0 0))", "colour of screens")]
    [InlineData("spot(Gold, device-cmyk(0 1 1 0))", "no name of an ink")]
    [InlineData("spot(\"Gold\")", "in CMYK")]
    [InlineData("spot(\"Gold\", #c8102e)", "in CMYK")]
    [InlineData("spot(\"Gold\" 140%, device-cmyk(0 1 1 0))", "tint")]
    [InlineData("spot(\"All\", device-cmyk(0 1 1 0))", "no ink of its own")]
    public void AColourThatIsNoneIsToldOfWithItsPlace(string value, string fault)
    {
        Assert.Equal("Gray 0", Words(ColorOf($"p {{\n  color: {value} }}")));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("STY003", diagnostic.Code);
        Assert.Equal(2, diagnostic.Span.Line);
        Assert.Contains(fault, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AColourIsInheritedAndNamedOnce()
    {
        var sheet = Load($":root {{ --rubric: {Red} }} section {{ color: var(--rubric) }} em {{ color: var(--none, #777) }} b {{ color: currentcolor }}");
        var section = new StyledElement("section", [], new StyledElement("body", [], null, null), null);
        var paragraph = new StyledElement("p", [], section, null);
        Assert.Equal("PANTONE 186 C", sheet.Compute(paragraph).Characters.Color.Ink);
        Assert.Equal("PANTONE 186 C", sheet.Compute(new StyledElement("b", [], paragraph, null)).Characters.Color.Ink);
        Assert.Equal("Gray 467", Words(sheet.Compute(new StyledElement("em", [], paragraph, null)).Characters.Color));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("border-top: 0.5pt solid device-cmyk(0 1 1 0)", 0.5, "Cmyk 0 1000 1000 0")]
    [InlineData("border: 1pt solid spot(\"Gold\" 30%, device-cmyk(0 .2 1 .1))", 1, "Spot 300 of Gold, Cmyk 0 200 1000 100")]
    [InlineData("border-top: 0.5pt solid #c8102e", 0.5, "Rgb 784 63 180")]
    [InlineData("border-top: 0.5pt solid; border-color: device-cmyk(0 1 1 0) blue", 0.5, "Cmyk 0 1000 1000 0")]
    [InlineData("border-top: device-cmyk(0 1 1 0) 0.5pt", 0, "Cmyk 0 1000 1000 0")]
    [InlineData("border-top: 0.5pt solid", 0.5, null)]
    public void ARuleHasItsOwnColour(string css, double width, string? expected)
    {
        var style = Load($"p {{ {css} }}").Compute(new StyledElement("p", [], new StyledElement("body", [], null, null), null));
        Assert.Equal(Length.FromPoints(width), style.RuleAbove);
        Assert.Equal(expected, style.RuleAboveColor is { } color ? Words(color) : null);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void ReadingSystemsGetColoursOfScreens()
    {
        var css = HouseFiles.EpubCss(
            new DictionaryAssets(("styles/x/a.css", $":root {{ --rubric: {Red}; }}\nh1 {{ color: var(--rubric); }}\nem {{ color: device-cmyk(0% 100% 100% 0%); border-top: 1pt solid cmyk(0 0 0 1) }}\nb {{ color: gray(20%); background: url(cmyk(1)); }}")),
            "x",
            diagnostics);
        Assert.Contains("h1 { color: #c8102e; }", css, StringComparison.Ordinal);
        Assert.Contains("em { color: #ff0000; border-top: 1pt solid #000000 }", css, StringComparison.Ordinal);
        Assert.Contains("b { color: #333333; background: url(cmyk(1)); }", css, StringComparison.Ordinal);
        Assert.DoesNotContain("spot(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("--rubric", css, StringComparison.Ordinal);
    }

    private static string Words(StyleColor color)
    {
        var words = color.Kind switch
        {
            StyleColorKind.Gray => $"Gray {color.A}",
            StyleColorKind.Rgb => $"Rgb {color.A} {color.B} {color.C}",
            StyleColorKind.Cmyk => $"Cmyk {color.A} {color.B} {color.C} {color.D}",
            _ => $"Spot {color.A} of {color.Ink}, {Words(color.Process!)}",
        };
        return color.Screen is null ? words : $"{words} on screens {color.ToCss()}";
    }

    private StyleColor ColorOf(string css) => Load(css).Compute(new StyledElement("p", [], new StyledElement("body", [], null, null), null)).Characters.Color;

    private StyleSheet Load(string css) => StyleSheet.Load(new DictionaryAssets(("styles/x/a.css", css)), "x", StyleMedium.Print, diagnostics);
}
