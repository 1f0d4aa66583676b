using System.Text;
using Publish.Pdf.Fonts;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Tests.Fonts;

public class ToUnicodeTests
{
    [Fact]
    public void Letters_in_a_row_are_a_range_and_ligatures_give_all_their_letters()
    {
        var text = Encoding.ASCII.GetString(ToUnicodeMap.Write([(1, "a"), (2, "b"), (3, "c"), (4, "ffi"), (9, "\U0001D400")]));
        Assert.Contains("2 beginbfchar\n<0004><006600660069>\n<0009><D835DC00>\nendbfchar", text, StringComparison.Ordinal);
        Assert.Contains("1 beginbfrange\n<0001><0003><0061>\nendbfrange", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_never_runs_over_a_last_byte()
    {
        var text = Encoding.ASCII.GetString(ToUnicodeMap.Write([(0xFE, "\u0100"), (0xFF, "\u0101"), (0x100, "\u0102"), (0x101, "\u0103")]));
        Assert.Contains("2 beginbfrange\n<00FE><00FF><0100>\n<0100><0101><0102>\nendbfrange", text, StringComparison.Ordinal);
        Assert.Contains("1 beginbfrange\n<0001><0002><01FE>\nendbfrange", Encoding.ASCII.GetString(ToUnicodeMap.Write([(1, "\u01FE"), (2, "\u01FF"), (3, "\u0200")])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_has_at_most_a_hundred_entries()
    {
        var text = Encoding.ASCII.GetString(ToUnicodeMap.Write([.. Enumerable.Range(0, 250).Select(i => ((ushort)i, ((char)(0x4E00 + (i * 2))).ToString()))]));
        Assert.Contains("100 beginbfchar", text, StringComparison.Ordinal);
        Assert.Contains("50 beginbfchar", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 500, 500, 500 }, "/DW 500/W[]")]
    [InlineData(new[] { -1, 250, 500, 500, 300 }, "/DW 500/W[1[250]4[300]]")]
    [InlineData(new[] { 1, 2, 3, 9, 9, 9, 9, 9, 7, 7, 7, 7, 5 }, "/DW 9/W[0[1 2 3]8 11 7 12[5]]")]
    public void Widths_are_lists_and_ranges(int[] widths, string expected)
    {
        var table = new ObjectTable(SyntaxSettings.Default);
        var number = table.Reserve();
        using (var font = table.Dictionary(number))
        {
            WidthArray.Write(font, widths.Select(width => width < 0 ? -1 : width * 1000).ToArray());
        }

        Assert.Equal($"<<{expected}>>", Encoding.ASCII.GetString(table.Body(number.Number)));
    }
}
