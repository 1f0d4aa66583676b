using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>Specs are Markdown files: after each "# name" what is read, and behind a line of three hyphens the tree it becomes.</summary>
public class SpecTests
{
    private const string Head = "title: Spec\nlanguage: en\nmatter: { body: [ chapter: text.md ] }\n";

    public static TheoryData<string, string, string> Specs()
    {
        var specs = new TheoryData<string, string, string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var spec in ("\n" + File.ReadAllText(file).ReplaceLineEndings("\n")).Split("\n# ", StringSplitOptions.RemoveEmptyEntries))
            {
                var name = spec[..spec.IndexOf('\n', StringComparison.Ordinal)];
                var parts = spec[name.Length..].Split("\n---\n");
                specs.Add(name, parts[0].Trim('\n') + "\n", parts[1].Trim('\n') + "\n");
            }
        }

        return specs;
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void It_becomes(string name, string source, string tree)
    {
        var result = ManuscriptReader.Read(MemoryFiles.Of(("book.yaml", Head), ("text.md", source)), new ReaderSettings());
        Assert.True(result.Diagnostics.IsEmpty, name + ": " + string.Join("\n", result.Diagnostics));
        Assert.Equal(tree, BookDump.Of(Assert.Single(result.Book!.Sections).Blocks));
    }
}
