using System.Text.Json;
using Publish.Testing;

namespace Publish.Editions.Tests;

public class LineReportTests
{
    [Fact]
    public void The_report_on_lines_tells_of_every_line_and_a_books_own_hyphens_hold()
    {
        using var folder = new ScratchFolder();
        var text = string.Join(' ', Enumerable.Repeat("llanfairpwllgwyngyllgogerychwyrndrobwll", 60));
        File.WriteAllText(Path.Combine(folder.Path, "book.yaml"), "title: A\nlanguage: en-GB\nhyphenation: [llanfairpwllgwyn-gyllgogerychwyrndrobwll]\nmatter: { body: [ chapter: a.md ] }\n");
        File.WriteAllText(Path.Combine(folder.Path, "a.md"), "# A\n\n" + text + "\n");
        var report = BookBuild.Run(new BuildRequest(new FolderBookFiles(folder.Path), new FolderAssets(RepositoryRoot.Combine("assets"))) { Editions = ["print"], Reports = ["lines"] });

        var file = Assert.Single(report.Reports);
        Assert.Equal("a-lines.json", file.Name);
        var lines = JsonDocument.Parse(file.Data).RootElement.EnumerateArray().Where(l => l.GetProperty("place").GetString() == "a.md:3:1").ToList();
        Assert.Equal(text, string.Join(' ', lines.Select(l => l.GetProperty("text").GetString())).Replace("llanfairpwllgwyn gyll", "llanfairpwllgwyngyll", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(l => l.GetProperty("line").GetInt32()));
        Assert.All(lines, l => Assert.Equal(lines.Count, l.GetProperty("of").GetInt32()));
        Assert.All(lines.Where(l => l.GetProperty("hyphen").GetBoolean()), l => Assert.EndsWith("llanfairpwllgwyn", l.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Contains(lines, l => l.GetProperty("hyphen").GetBoolean());
    }
}
