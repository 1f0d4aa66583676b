using System.Security.Cryptography;
using System.Text;
using Publish.Document;

namespace Publish.Manuscript.Tests;

/// <summary>What the edition of the first book promises of its text.</summary>
public class FirstBookTests
{
    private static readonly string[] _paragraphs = [.. ReadingText.Of(FirstBook.Book)];

    private static string Text => string.Join("\n\n", _paragraphs).Replace('\u00A0', ' ');

    [Fact]
    public void Nothing_is_wrong_with_it() => Assert.Empty(FirstBook.Result.Diagnostics);

    [Fact]
    public void Its_text_has_25_blocks_and_2007_words()
    {
        Assert.Equal(25, _paragraphs.Length);
        Assert.Equal(2007, Words(Text).Length);
    }

    [Fact]
    public void Its_text_is_the_collated_one_to_the_last_byte() =>
        Assert.Equal("2e0cb761908fd4fbecd548a446e845ca136b61dc26877366c0e023f69f7aa1af", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));

    [Theory]
    [InlineData('“', 19)]
    [InlineData('”', 19)]
    [InlineData('"', 0)]
    [InlineData('\'', 0)]
    [InlineData('‘', 0)]
    [InlineData('–', 5)]
    public void Its_marks_are_counted(char mark, int count) => Assert.Equal(count, Text.Count(c => c == mark));

    [Theory]
    [InlineData("must he exiled")]
    [InlineData("abroad In")]
    [InlineData("he Is providing")]
    [InlineData("thirdly. In")]
    [InlineData("camp the")]
    [InlineData("threats of")]
    [InlineData("tighten mare")]
    [InlineData("in. Mexico")]
    [InlineData("she must")]
    [InlineData("of. the")]
    [InlineData("Administator")]
    [InlineData("natalia in red")]
    [InlineData("Last updated")]
    [InlineData("ArchiveMarxist")]
    public void Slips_of_the_copy_text_are_gone(string words) => Assert.DoesNotContain(words, Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("dissolved in 1942")]
    [InlineData("“Monard,”")]
    [InlineData("“Vandendresche”")]
    [InlineData("Lazaro Cardenas")]
    [InlineData("Oumansky")]
    [InlineData("On July 18, 1933")]
    [InlineData("On February 6, 1934")]
    [InlineData("In June, 1935")]
    [InlineData("On June 10")]
    [InlineData("political bureau")]
    public void Readings_left_standing_stand(string words) => Assert.Contains(words, Text, StringComparison.Ordinal);

    [Fact]
    public void Reverting_the_emendations_gives_the_words_of_the_copy_text()
    {
        var copyText = File.ReadAllLines(Path.Combine(FirstBook.Folder, "source", "000_9175b49dd5f8300d.txt"));
        string[] headings = ["Much Is Unsaid", "The Exile of Trotsky", "The Armed Assault"];
        var body = copyText[15..66].Where(line => line.Length > 0 && !headings.Contains(line)).Select(Regularised).ToArray();
        Assert.Equal(23, body.Length);
        Assert.Equal(body, ReadingText.Reverted(FirstBook.Book).Select(Regularised));
    }

    [Fact]
    public void It_has_14_emendations_each_marked_once()
    {
        var marked = Walk.Blocks(FirstBook.Book).OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content)).OfType<EmendedText>().Select(text => text.Record.Id).ToArray();
        Assert.Equal(Enumerable.Range(1, 14).Select(i => $"E{i}").Order(StringComparer.Ordinal), FirstBook.Book.Emendations.Select(emendation => emendation.Id).Order(StringComparer.Ordinal));
        Assert.Equal(14, marked.Length);
        Assert.Equal(14, marked.Distinct().Count());
    }

    [Fact]
    public void It_has_47_notes_numbered_in_order_each_called_once()
    {
        var notes = Walk.Notes(FirstBook.Book).ToArray();
        Assert.Equal(Enumerable.Range(1, 47), notes.Select(note => note.Number));
        var calls = Walk.Blocks(FirstBook.Book).OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content)).OfType<NoteCall>().ToArray();
        Assert.Equal(47, calls.Length);
        Assert.All(calls, call => Assert.False(call.Repeated));
    }

    [Fact]
    public void It_has_29_queries_of_which_11_are_printed()
    {
        Assert.Equal(29, FirstBook.Book.Queries.Length);
        var list = Assert.Single(Walk.Blocks(FirstBook.Book).OfType<Table>(), table => table.Classes.Contains("queries"));
        Assert.Equal(11, list.Body.Length);
    }

    [Fact]
    public void Its_list_of_emendations_points_to_every_one()
    {
        var list = Assert.Single(Walk.Blocks(FirstBook.Book).OfType<Table>(), table => table.Classes.Contains("emendations"));
        var ids = Walk.Blocks(FirstBook.Book).OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content)).OfType<EmendedText>().Select(text => text.Id).ToArray();
        var targets = list.Body.Select(row => Assert.IsType<CrossReference>(Assert.IsType<Paragraph>(row.Cells[0].Blocks[0]).Content[0])).ToArray();
        Assert.All(targets, target => Assert.Equal(ReferenceForm.PageAndLine, target.Form));
        Assert.Equal(ids, targets.Select(target => target.TargetId));
    }

    [Fact]
    public void Ordinals_are_unique_and_in_reading_order()
    {
        var ordinals = Walk.Blocks(FirstBook.Book).Select(block => block.Ordinal).ToArray();
        Assert.Equal(ordinals.Order(), ordinals);
        Assert.Equal(ordinals.Length, ordinals.Concat(Walk.Sections(FirstBook.Book).Select(section => section.Ordinal)).Distinct().Count() - Walk.Sections(FirstBook.Book).Count());
    }

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the edition does in silence: forms of quotation marks and of the ellipsis, plain spaces, the capitals of the opening word.</summary>
    private static string Regularised(string text) =>
        string.Concat(text.Replace("...", "…", StringComparison.Ordinal).Select(c => c is '“' or '”' or '‘' or '’' or '"' ? '\'' : c == '\u00A0' ? ' ' : c))
            .Replace("ON June", "On June", StringComparison.Ordinal);
}
