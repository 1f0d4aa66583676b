using System.Collections.Immutable;

namespace Publish.Document.Tests;

public class IndexPunctuationTests
{
    [Theory]
    [InlineData("“Apparatus”", "en-US", "“Apparatus,”")]
    [InlineData("“Apparatus”", "EN-us", "“Apparatus,”")]
    [InlineData("“Apparatus”", "en-GB", "“Apparatus”,")]
    [InlineData("„Apparat“", "de", "„Apparat“,")]
    [InlineData("boys’", "en-US", "boys’,")]
    [InlineData("GPU", "en-US", "GPU,")]
    [InlineData("", "en-US", ",")]
    public void The_comma_stands_where_the_language_has_it(string term, string language, string expected) =>
        Assert.Equal(expected, PlainText.Of(IndexPunctuation.WithComma([new Text(term)], language)));

    [Fact]
    public void What_stands_before_the_last_words_is_left_alone()
    {
        ImmutableArray<Inline> term = [new Emphasis([new Text("Hamlet")]), new Text(" (“Prince”)"), new Text("”")];
        Assert.Equal("Hamlet (“Prince”),”", PlainText.Of(IndexPunctuation.WithComma(term, "en-US")));
        Assert.Equal("Hamlet,", PlainText.Of(IndexPunctuation.WithComma(term[..1], "en-US")));
    }
}
