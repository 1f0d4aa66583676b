using System.Globalization;
using System.Text;
using CsCheck;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Tests.Syntax;

public class NumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(65536, "1")]
    [InlineData(-65536, "-1")]
    [InlineData(32768, ".5")]
    [InlineData(-32768, "-.5")]
    [InlineData(27494187, "419.528")] // A5 is 419.5276 pt wide; three decimals lead back to the same scaled point
    [InlineData(1, ".00002")]
    [InlineData(65535, ".99998")]
    public void Scaled_points_are_written_with_the_fewest_decimals_that_lead_back(long scaled, string expected)
    {
        var buffer = new ByteBuffer();
        buffer.AddScaled(scaled);
        var text = Encoding.ASCII.GetString(buffer.Written);
        Assert.Equal(scaled, (long)Math.Round(decimal.Parse(text, CultureInfo.InvariantCulture) * 65536, MidpointRounding.AwayFromZero));
        Assert.True(text.Length <= expected.Length, text);
    }

    [Fact]
    public void Every_scaled_point_comes_back_and_no_decimal_is_wasted() => Gen.Long[-(1L << 40), 1L << 40].Sample(scaled =>
    {
        var buffer = new ByteBuffer();
        buffer.AddScaled(scaled);
        var text = Encoding.ASCII.GetString(buffer.Written);
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(scaled, (long)Math.Round(value * 65536, MidpointRounding.AwayFromZero));
        Assert.DoesNotContain("e", text, StringComparison.OrdinalIgnoreCase);

        // One decimal fewer would lead to another scaled point.
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        if (decimals > 0)
        {
            var shorter = Math.Round((decimal)scaled / 65536, decimals - 1, MidpointRounding.AwayFromZero);
            Assert.True(Math.Abs((shorter * 65536) - scaled) >= 0.5m, text);
        }
    });

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12_500, "12.5")]
    [InlineData(-30, "-.03")]
    [InlineData(1_001, "1.001")]
    [InlineData(-1_000, "-1")]
    public void Thousandths_are_written_without_trailing_zeros(long thousandths, string expected)
    {
        var buffer = new ByteBuffer();
        buffer.AddThousandths(thousandths);
        Assert.Equal(expected, Encoding.ASCII.GetString(buffer.Written));
    }
}
