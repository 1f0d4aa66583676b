using Publish.Document;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>A book that uses everything builds in all editions, and every reader is silent on them.</summary>
public sealed class TortureBookTests(TortureBook built) : IClassFixture<TortureBook>
{
    [Fact]
    public void It_builds_without_an_error()
    {
        Assert.DoesNotContain(built.Report.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(["print", "screen", "epub"], built.Report.Editions.Select(e => e.Plan.Name));
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
        Assert.Empty(Enum.GetValues<SectionKind>().Except(Walk.Sections(built.Report.Book!).Select(section => section.Kind)));

    [Fact]
    public void The_print_pdf_passes_its_judges() => EditionJudges.OfPdf(built.PathOf("print"), blackOnly: true).MustPass();

    [Fact]
    public void The_screen_pdf_passes_its_judges() => EditionJudges.OfPdf(built.PathOf("screen"), blackOnly: false, flavour: "ua1").MustPass();

    [Fact]
    public void The_screen_pdf_is_for_good_too() => VeraPdf.Validate("2a", built.PathOf("screen"))[0].MustPass();
}
