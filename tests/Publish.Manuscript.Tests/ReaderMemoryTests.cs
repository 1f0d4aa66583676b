using System.Text;
using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>Readings that find files and sections of earlier ones, beside readings that don't.</summary>
public class ReaderMemoryTests
{
    private const string Head = "title: Spec\nlanguage: en\nmatter: { body: [ chapter: lead.md, chapter: text.md, chapter: end.md ], back: [ index, list-of-tables ] }\n";

    public static TheoryData<string, string, string> Specs() => SpecTests.Specs();

    // The book before it changes, grows and shrinks again: sections are found as they were, and made anew from files that were kept.
    [Theory]
    [MemberData(nameof(Specs))]
    public void Kept_files_and_sections_become_what_they_were(string name, string source, string tree)
    {
        _ = tree;
        var memory = new ReaderMemory();
        foreach (var lead in new[] { "One.", "Two.", "Two.\n\nThree.^[A note.]", "Two.\n\nThree.^[A note.]", "One." })
        {
            var files = MemoryFiles.Of(("book.yaml", Head), ("lead.md", "# Lead {#lead}\n\n" + lead + "\n"), ("text.md", source), ("end.md", "# End\n\nSee [](#lead).\n"));
            memory.Turn();
            var kept = ManuscriptReader.Read(files, new ReaderSettings { Memory = memory });
            var fresh = ManuscriptReader.Read(files, new ReaderSettings());

            Assert.Equal(fresh.Diagnostics, kept.Diagnostics);
            Same(name, fresh.Book!, kept.Book!);
        }
    }

    [Fact]
    public void A_note_called_again_in_a_section_that_changed_is_the_note_of_the_one_that_stayed()
    {
        var memory = new ReaderMemory();
        string[] texts = ["again[^n]", "and again[^n]", "and no more"];
        foreach (var text in texts)
        {
            var files = MemoryFiles.Of(
                ("book.yaml", "title: Notes\nlanguage: en\nmatter: { body: [ chapter: one.md, chapter: two.md ] }\n"), ("one.md", "# One\n\nA word[^n].\n\n[^n]: Said of it.\n"), ("two.md", $"# Two\n\nSaid {text}.\n\n[^n]: Said of this.\n"));
            memory.Turn();
            var kept = ManuscriptReader.Read(files, new ReaderSettings { Memory = memory });
            var fresh = ManuscriptReader.Read(files, new ReaderSettings());

            Assert.Equal(fresh.Diagnostics, kept.Diagnostics);
            Same(text, fresh.Book!, kept.Book!);
        }
    }

    [Theory]
    [InlineData("matter: { body: [ chapter: text.md ] }", "matter: { body: [ chapter: text.md ], back: [ list-of-tables ] }")]
    [InlineData("language: en", "language: de")]
    [InlineData("title: Plan", "title: Another")]
    public void Another_plan_makes_sections_anew(string before, string after)
    {
        var memory = new ReaderMemory();
        var head = "title: Plan\nlanguage: en\nmatter: { body: [ chapter: text.md ] }\n";
        foreach (var plan in new[] { head, head.Replace(before, after, StringComparison.Ordinal), head })
        {
            var files = MemoryFiles.Of(("book.yaml", plan), ("text.md", "# Text\n\nHe said \"yes\".\n\n| a |\n|---|\n| 1 |\n\n: Numbers\n"));
            memory.Turn();
            Same(plan, ManuscriptReader.Read(files, new ReaderSettings()).Book!, ManuscriptReader.Read(files, new ReaderSettings { Memory = memory }).Book!);
        }
    }

    // Places and numbers count.
    private static void Same(string name, Book fresh, Book kept)
    {
        var memory = new BookMemory();
        memory.Keep(fresh);
        var compared = memory.Keep(kept);
        for (var i = 0; i < fresh.Sections.Length; i++)
        {
            Assert.True(ReferenceEquals(fresh.Sections[i], compared.Sections[i]), $"{name}: section {i}\n{Told(fresh.Sections[i])}\n{Told(kept.Sections[i])}");
        }

        Assert.Equal(fresh.Sections.Length, kept.Sections.Length);
    }

    private static string Told(Section section)
    {
        var text = new StringBuilder(BookDump.Of(section.Blocks));
        foreach (var block in Walk.Blocks(section.Blocks))
        {
            text.Append(block.Ordinal).Append(' ').Append(block.Span).Append('\n');
        }

        return text.ToString();
    }
}
