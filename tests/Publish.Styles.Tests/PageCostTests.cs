using System.Text;
using Publish.Document;
using Publish.Styles.Pages;

namespace Publish.Styles.Tests;

/// <summary>What page breaks cost, as a stylesheet says it.</summary>
public sealed class PageCostTests
{
    private static readonly RepositoryAssets Assets = new();

    [Fact]
    public void TheClassicStyleListsEveryCost()
    {
        var file = Assets.TryRead("styles/classic/print-page-costs.css", out var data) ? Encoding.UTF8.GetString(data.Span) : "";
        foreach (var (name, value) in PageCostProperties.Of(new PageCosts()))
        {
            Assert.Contains($"{name}: {value};", file, StringComparison.Ordinal);
        }

        Assert.Equal(new PageCosts(), StyleSheet.Load(Assets, "classic", StyleMedium.Print, []).Page("body", PageSide.Right).Costs);
    }

    [Fact]
    public void AStylesheetChangesACost()
    {
        var sheet = Load("@page { -publish-cost-widow: 7; } @page front { -publish-spread-longer: 0; }", out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(new PageCosts { Widow = 7 }, sheet.Page("body", PageSide.Left).Costs);
        Assert.Equal(new PageCosts { Widow = 7, Longer = 0 }, sheet.Page("front", PageSide.Left).Costs);
    }

    [Theory]
    [InlineData("-publish-cost-widow: dear", "STY003")]
    [InlineData("-publish-cost-widow: -5", "STY003")]
    [InlineData("-publish-spread-longer: 9", "STY003")]
    [InlineData("-publish-cost-window: 5", "STY002")]
    public void AWrongCostIsNamed(string declaration, string code)
    {
        _ = Load("@page { " + declaration + "; }", out var diagnostics);
        Assert.Equal([code], diagnostics.Select(d => d.Code).Distinct());
        Assert.All(diagnostics, d => Assert.Equal("house.css", d.Span.File));
    }

    private static StyleSheet Load(string css, out List<Diagnostic> diagnostics)
    {
        diagnostics = [];
        var sheet = StyleSheet.Load(Assets, "classic", StyleMedium.Print, diagnostics, extra: ("house.css", Encoding.UTF8.GetBytes(css)));
        _ = sheet.Page("body", PageSide.Left);
        diagnostics.AddRange(sheet.Diagnostics.Except(diagnostics));
        return sheet;
    }
}
