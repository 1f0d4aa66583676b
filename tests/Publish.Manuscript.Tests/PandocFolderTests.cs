using Publish.Document;

namespace Publish.Manuscript.Tests;

public class PandocFolderTests
{
    private const string Metadata = "---\ntitle: A Tale\nauthor:\n  - Jane Roe\nillustrator: John Doe\nlang: en-GB\nrights: Public domain\ntop-level-division: chapter\n---\n";

    [Fact]
    public void Front_body_and_back_are_found_from_titles_and_names()
    {
        var result = Read(
            ("metadata.yaml", Metadata),
            ("chapters/001-dedication.md", "# Dedication\n\nTo M.\n"),
            ("chapters/002-chapter-1.md", "# I. Beginning\n\n## Scene\n\nText.\n"),
            ("chapters/003-chapter-2.md", "# II. End\n\nText.\n"),
            ("chapters/004-loi.md", "# List of Illustrations\n\n1. One\n"));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(
            [
                (SectionKind.HalfTitle, Matter.Front), (SectionKind.TitlePage, Matter.Front), (SectionKind.Imprint, Matter.Front), (SectionKind.Contents, Matter.Front),
                (SectionKind.Dedication, Matter.Front), (SectionKind.Chapter, Matter.Body), (SectionKind.Chapter, Matter.Body), (SectionKind.Appendix, Matter.Back),
            ],
            result.Book!.Sections.Select(section => (section.Kind, section.Matter)));
        Assert.Equal("a-tale", result.Book.Metadata.Id);
        Assert.Equal(["print", "screen", "epub"], result.Book.Editions.Select(edition => edition.Name));
        Assert.Equal([("Jane Roe", "Roe, Jane", "aut"), ("John Doe", "Doe, John", "ill")], result.Book.Metadata.Contributors.Select(c => (c.Name, c.SortName, c.Role)));
    }

    [Fact]
    public void Punctuation_stays_as_typed()
    {
        var book = Read(("metadata.yaml", Metadata), ("a.md", "# A\n\n\"straight\" -- it's... self\\-evident\n")).Book!;
        Assert.Equal("\"straight\" -- it's... self-evident", PlainText.Of(Assert.IsType<Paragraph>(book.Sections[^1].Blocks[0]).Content));
    }

    [Fact]
    public void Parts_hold_their_chapters()
    {
        var book = Read(("metadata.yaml", Metadata.Replace("chapter", "part", StringComparison.Ordinal)), ("a.md", "# First\n\n## One\n\nText.\n\n### Inside\n\n## Two\n\nText.\n")).Book!;
        var part = book.Sections[^1];
        Assert.Equal(SectionKind.Part, part.Kind);
        Assert.Equal(["One", "Two"], part.Sections.Select(section => PlainText.Of(section.Title)));
        Assert.Equal(2, Assert.IsType<Heading>(part.Sections[0].Blocks[1]).Level);
    }

    private static ManuscriptResult Read(params (string, string)[] files) => ManuscriptReader.Read(MemoryFiles.Of(files), new ReaderSettings());
}
