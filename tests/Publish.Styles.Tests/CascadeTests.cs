using Publish.Document;

namespace Publish.Styles.Tests;

public sealed class CascadeTests
{
    private readonly List<Diagnostic> diagnostics = [];

    [Theory]
    [InlineData("p { text-indent: 1em } .a { text-indent: 2em }", 22)]
    [InlineData(".a { text-indent: 2em } p { text-indent: 1em }", 22)]
    [InlineData("p { text-indent: 1em } p { text-indent: 3em }", 33)]
    [InlineData("#i { text-indent: 4em } p.a { text-indent: 1em }", 44)]
    [InlineData("p { text-indent: 5em !important } #i { text-indent: 4em }", 55)]
    [InlineData("section p { text-indent: 2em } p { text-indent: 1em }", 22)]
    [InlineData("body > p { text-indent: 2em } p { text-indent: 1em }", 11)]
    [InlineData("h1 + p { text-indent: 0 } p { text-indent: 1em }", 0)]
    [InlineData("p:first-child { text-indent: 0 } p { text-indent: 1em }", 11)]
    [InlineData("p:not(.a) { text-indent: 3em } p { text-indent: 1em }", 11)]
    [InlineData("section.chapter h1 + p { text-indent: 2em } p { text-indent: 1em }", 22)]
    [InlineData("section { text-indent: 2em }", 22)]
    [InlineData("p { text-indent: 12.5pt }", 12.5)]
    [InlineData("p { text-indent: 1lh }", 14)]
    [InlineData("p { text-indent: 1in }", 72)]
    [InlineData("p { font-size: 2em; text-indent: 1em }", 22)]
    public void TheStrongestDeclarationDecides(string css, double points)
    {
        var sheet = Load("body { font-size: 11pt; line-height: 14pt } " + css);
        var body = new StyledElement("body", [], null, null);
        var section = new StyledElement("section", ["chapter"], body, null);
        var title = new StyledElement("h1", [], section, null);
        var paragraph = new StyledElement("p", ["a"], section, title) { Id = "i" };
        Assert.Equal(Length.FromPoints(points), sheet.Compute(paragraph).TextIndent);
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void ElementsThatLookAlikeShareOneStyle()
    {
        var sheet = Load("p + p { text-indent: 1em }");
        var body = new StyledElement("body", [], null, null);
        var first = new StyledElement("p", [], body, null);
        var second = new StyledElement("p", ["unheard-of"], body, first) { Id = "x" };
        var third = new StyledElement("p", [], body, second);
        var fourth = new StyledElement("p", [], body, third);
        Assert.NotSame(sheet.Compute(first), sheet.Compute(second));
        Assert.Same(sheet.Compute(third), sheet.Compute(fourth));
    }

    [Fact]
    public void ACopyOfAnElementIsAskedForAnew()
    {
        var sheet = Load("#i { font-style: italic }");
        var body = new StyledElement("body", [], null, null);
        var plain = new StyledElement("p", [], body, null);
        Assert.False(sheet.Compute(plain).Characters.Italic);
        Assert.True(sheet.Compute(plain with { Id = "i" }).Characters.Italic);
    }

    [Fact]
    public void CharactersAreInheritedAndMarginsAreNot()
    {
        var sheet = Load("div { font-style: italic; margin: 1pt 2pt; hyphens: none } em { font-style: normal }");
        var body = new StyledElement("body", [], null, null);
        var div = new StyledElement("div", [], body, null);
        var p = new StyledElement("p", [], div, null);
        Assert.Equal(Length.FromPoints(2), sheet.Compute(div).MarginLeft);
        Assert.Equal(Length.Zero, sheet.Compute(p).MarginLeft);
        Assert.True(sheet.Compute(p).Characters.Italic);
        Assert.False(sheet.Compute(p).Hyphenate);
        Assert.False(sheet.Compute(new StyledElement("em", [], p, null)).Characters.Italic);
    }

    [Fact]
    public void ALineHeightWithoutUnitIsInheritedAsAFactor()
    {
        var sheet = Load("body { font-size: 10pt; line-height: 1.5 } p { font-size: 2em }");
        Assert.Equal(Length.FromPoints(30), sheet.Compute(new StyledElement("p", [], new StyledElement("body", [], null, null), null)).Leading);
    }

    [Fact]
    public void TypographyIsRead()
    {
        var sheet = Load("""
            p { font-variant-caps: all-small-caps; font-variant-numeric: lining-nums tabular-nums; letter-spacing: 0.05em; font-feature-settings: "zero", "case" 0;
                -publish-expansion: 1.5%; break-before: recto; border-top: .5pt solid; column-count: 2; color: #808080; hyphens: auto; -publish-ornament: "❦"; font-family: "A B", serif }
            p::before { content: "\2014 " "x" }
            """);
        var style = sheet.Compute(new StyledElement("p", [], new StyledElement("body", [], null, null), null));
        Assert.Empty(diagnostics);
        Assert.Equal(CapsVariant.AllSmallCaps, style.Characters.Caps);
        Assert.Equal(new FigureVariant(false, true), style.Characters.Figures);
        Assert.Equal(50, style.Characters.LetterSpacing);
        Assert.Equal<IEnumerable<string>>(["-case", "zero"], style.Characters.Features);
        Assert.Equal<IEnumerable<string>>(["A B"], style.Characters.Families);
        Assert.Equal(StyleColor.Gray(502), style.Characters.Color);
        Assert.Equal(150, style.Expansion);
        Assert.Equal(PageBreak.Recto, style.BreakBefore);
        Assert.Equal(Length.FromPoints(0.5), style.RuleAbove);
        Assert.Equal(2, style.Columns);
        Assert.Equal("\"❦\"", style.Custom["-publish-ornament"]);
        Assert.Equal("—x", style.Before);
    }

    [Theory]
    [InlineData("p {\n  text-indnet: 1em;\n}", "STY002", 2, 3)]
    [InlineData("p { text-indent: 12px }", "STY003", 1, 5)]
    [InlineData("p { margin: 1em 3quux }", "STY003", 1, 5)]
    [InlineData("p { text-align: middle }", "STY003", 1, 5)]
    [InlineData("a ~ b { text-indent: 0 }", "STY004", 1, 1)]
    [InlineData("p:hover { text-indent: 0 }", "STY004", 1, 1)]
    public void WhatIsWrongIsSaidWithItsPlace(string css, string code, int line, int column)
    {
        Load(css);
        Assert.Contains(diagnostics, d => d.Code == code);
        var found = diagnostics.First(d => d.Code == code);
        Assert.Equal(("styles/x/a.css", line, column), (found.Span.File, found.Span.Line, found.Span.Column));
    }

    [Fact]
    public void AMissingHouseIsReportedAndTheClassicOneTaken()
    {
        var sheet = StyleSheet.Load(new RepositoryAssets(), "no-such", StyleMedium.Print, diagnostics);
        Assert.Equal("STY001", Assert.Single(diagnostics).Code);
        Assert.Equal(Length.FromPoints(14), sheet.Root.Leading);
    }

    private StyleSheet Load(string css) => StyleSheet.Load(new DictionaryAssets(("styles/x/a.css", css)), "x", StyleMedium.Print, diagnostics);
}
