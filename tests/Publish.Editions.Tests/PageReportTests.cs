using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>The report of the pages, of the first book.</summary>
public sealed class PageReportTests
{
    private static readonly Lazy<BuildReport> Built = new(() => BookBuild.Run(
        new BuildRequest(new FolderBookFiles(RepositoryRoot.Combine("manuscript")), new FolderAssets(RepositoryRoot.Combine("assets")))
        {
            FolderName = "manuscript",
            Editions = ["print"],
            Reports = [ReportNames.Pages],
        }));

    private static string Text(string ending) => Encoding.UTF8.GetString(Built.Value.Reports.Single(r => r.Name.EndsWith(ending, StringComparison.Ordinal)).Data.Span);

    [Fact]
    public void It_has_every_page_with_its_cost_and_its_place_in_the_manuscript()
    {
        using var json = JsonDocument.Parse(Text("-pages.json"));
        var pages = json.RootElement.GetProperty("pages").EnumerateArray().ToList();
        Assert.Equal(Built.Value.Editions[0].Pages, pages.Count);
        Assert.Equal(Enumerable.Range(0, pages.Count), pages.Select(p => p.GetProperty("index").GetInt32()));
        Assert.All(pages, p => Assert.Equal(p.GetProperty("charges").EnumerateArray().Sum(c => c.GetProperty("cost").GetInt64()), p.GetProperty("cost").GetInt64()));
        Assert.True(pages.Count(p => p.TryGetProperty("file", out var file) && file.GetString()!.EndsWith(".md", StringComparison.Ordinal)) > pages.Count / 2);
    }

    [Fact]
    public void The_dearest_pages_come_first_each_with_a_picture()
    {
        var html = Text("-pages.html");
        using var json = JsonDocument.Parse(Text("-pages.json"));
        var dearest = json.RootElement.GetProperty("pages").EnumerateArray().Where(p => !p.TryGetProperty("blank", out _)).OrderByDescending(p => p.GetProperty("cost").GetInt64()).ThenBy(p => p.GetProperty("index").GetInt32()).First();
        Assert.Contains($"id=\"page-{dearest.GetProperty("index").GetInt32()}\"", html[..(html.IndexOf("<article", StringComparison.Ordinal) + 40)], StringComparison.Ordinal);
        var articles = html.Split("<article").Length - 1;
        Assert.True(articles >= 4);
        Assert.Equal(articles, html.Split("<svg class=\"page\"").Length - 1);
    }

    [Fact]
    public void It_stands_by_itself_and_every_glyph_it_uses_is_drawn_in_it()
    {
        var html = Text("-pages.html");
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        var from = html.IndexOf("<svg width", StringComparison.Ordinal);
        var outlines = XElement.Parse(html[from..(html.IndexOf("</svg>", from, StringComparison.Ordinal) + 6)]);
        var drawn = outlines.Descendants("path").Select(p => p.Attribute("id")!.Value).ToHashSet(StringComparer.Ordinal);
        var start = html.IndexOf("<svg class=\"page\"", StringComparison.Ordinal);
        var page = XElement.Parse(html[start..(html.IndexOf("</svg>", start, StringComparison.Ordinal) + 6)]);
        var used = page.Descendants("use").Select(u => u.Attribute("href")!.Value[1..]).ToList();
        Assert.NotEmpty(used);
        Assert.All(used, u => Assert.Contains(u, drawn));
    }

    [Fact]
    public void Nobody_gets_it_who_did_not_ask() => Assert.Empty(FirstBook.Build("print").Reports);
}
