using Publish.Document;

namespace Publish.Styles.Tests;

/// <summary>White at the sides is margin and padding together; each cascades by itself.</summary>
public class PaddingTests
{
    [Fact]
    public void A_later_padding_replaces_an_earlier_one()
    {
        var sheet = StyleSheet.Load(new DictionaryAssets(("styles/classic/a.css", "p { margin-left: 10pt; padding-left: 20pt; } p.x { padding-left: 5pt; }")), "classic", StyleMedium.Print, []);
        var root = ElementNames.Root.Within(null);
        Assert.Equal(Length.FromPoints(30), sheet.Compute(new ElementName("p").Within(root)).MarginLeft);
        Assert.Equal(Length.FromPoints(15), sheet.Compute(new ElementName("p", ["x"]).Within(root)).MarginLeft);
    }
}
