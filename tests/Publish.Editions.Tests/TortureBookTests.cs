using Publish.Document;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>A book that uses everything builds in all editions, and every reader is silent on them.</summary>
public sealed class TortureBookTests(TortureBook built)
{
    [Fact]
    public void It_builds_without_an_error()
    {
        Assert.DoesNotContain(built.Report.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(["print", "screen", "epub", "archive", "classic"], built.Report.Editions.Select(e => e.Plan.Name));
    }

    [Fact]
    public void It_has_every_block_and_inline_of_the_model()
    {
        var book = built.Report.Book!;
        var blocks = Walk.Blocks(book).ToList();
        var inlines = Walk.Sections(book).SelectMany(section => Walk.Inlines(section.Title)).Concat(blocks.OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content)));
        var nodes = blocks.Concat<Node>(inlines).Select(node => node.GetType()).ToHashSet();
        var kinds = typeof(Node).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && (type.IsSubclassOf(typeof(Block)) || type.IsSubclassOf(typeof(Inline))));
        Assert.Empty(kinds.Where(kind => !nodes.Contains(kind)).Select(kind => kind.Name));
    }

    [Fact]
    public void It_has_every_kind_of_section() =>
        // The generated lists of figures and tables have books of their own (ListOfFiguresTests).
        Assert.Equal([SectionKind.ListOfFigures, SectionKind.ListOfTables], Enum.GetValues<SectionKind>().Except(Walk.Sections(built.Report.Book!).Select(section => section.Kind)));

    [Fact]
    public void The_print_pdf_passes_its_judges() => EditionJudges.OfPdf(built.PathOf("print"), blackOnly: true).MustPass();

    [Fact]
    public void The_screen_pdf_passes_its_judges() => EditionJudges.OfPdf(built.PathOf("screen"), blackOnly: false, flavour: "ua1").MustPass();

    [Fact]
    public void An_archive_carries_the_manuscript_and_the_emendations()
    {
        var path = built.PathOf("archive");
        EditionJudges.OfPdf(path, blackOnly: false, flavour: "3a").MustPass();
        VeraPdf.Validate("ua1", path)[0].MustPass();
        var listed = ExternalTool.Require("pdfdetach").Run("-list", path).Output;
        foreach (var name in (string[])["book.yaml", "emendations.yaml", "queries.yaml", "index.yaml", "source/copy.txt", "text/inlines.md"])
        {
            Assert.Contains(": " + name + "\n", listed, StringComparison.Ordinal);
        }

        using var scratch = new ScratchFolder();
        ExternalTool.Require("pdfdetach").Run("-savefile", "emendations.yaml", "-o", scratch.File("emendations.yaml"), path);
        Assert.Equal(File.ReadAllBytes(RepositoryRoot.Combine("tests", "books", "torture", "emendations.yaml")), File.ReadAllBytes(scratch.File("emendations.yaml")));

        // What was only looked at to build the book, pictures and fonts, stays out.
        Assert.DoesNotContain(".png", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_classic_mode_passes_both_judges_of_PDF_A_1b()
    {
        EditionJudges.OfPdf(built.PathOf("classic"), blackOnly: false, flavour: "1b").MustPass();
        PdfBoxPreflight.Validate(built.PathOf("classic"))[0].MustPass();
    }

    [Fact]
    public void The_screen_pdf_is_for_good_too() => VeraPdf.Validate("2a", built.PathOf("screen"))[0].MustPass();
}
