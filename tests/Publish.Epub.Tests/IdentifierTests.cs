using Publish.Epub.Package;

namespace Publish.Epub.Tests;

/// <summary>Identifiers of a publication.</summary>
public class IdentifierTests
{
    [Theory]
    [InlineData("9780306406157", true)]
    [InlineData("9780306406158", false)]
    [InlineData("097522980X", true)]
    [InlineData("0975229801", false)]
    [InlineData("123", false)]
    public void An_ISBN_is_added_up(string isbn, bool good) => Assert.Equal(good, Identifier.IsIsbn(isbn));

    [Fact]
    public void A_UUID_is_made_as_the_standard_says() =>
        // RFC 9562, appendix A.4: version 5 of www.example.com in the name space of DNS.
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), Identifier.Version5(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Theory]
    [InlineData("The Trial", "en-US", "Trial, The")]
    [InlineData("A Doll’s House", "en", "Doll’s House, A")]
    [InlineData("L’Étranger", "fr", "Étranger, L’")]
    [InlineData("Der Prozeß", "de", "Prozeß, Der")]
    [InlineData("Theory", "en", "Theory")]
    [InlineData("The Trial", "la", "The Trial")]
    public void A_title_is_sorted_without_its_article(string title, string language, string sorted) => Assert.Equal(sorted, SortTitle.Of(title, language));
}
