using System.Text;
using CsCheck;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Tests.Syntax;

public class StringsTests
{
    [Theory]
    [InlineData("Plain", "(Plain)")]
    [InlineData("a (b) \\ c", @"(a \(b\) \\ c)")]
    [InlineData("", "()")]
    [InlineData("Ж", "<FEFF0416>")]
    [InlineData("þÿ", "<FEFF00FE00FF>")]
    public void Text_is_written_as_a_literal_or_as_UTF16(string text, string expected)
    {
        var buffer = new ByteBuffer();
        buffer.AddString(Strings.Encode(text));
        Assert.Equal(expected, Encoding.Latin1.GetString(buffer.Written));
    }

    [Fact]
    public void What_PDFDocEncoding_has_takes_one_byte() =>
        Assert.Equal([0x8D, 0x84, 0x90, 0xE9, 0x92, 0xA0, 0x8E], Strings.Encode("“—’é™€”"));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal([0xFE, 0xFF, 0x00, 0x61, 0xFF, 0xFD, 0xD8, 0x35, 0xDC, 0x00], Strings.Encode("a\uD800\U0001D400"));

    [Fact]
    public void Any_bytes_come_back_from_a_literal() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        var buffer = new ByteBuffer();
        buffer.AddString(bytes);
        Assert.Equal(bytes, Unescape(buffer.Written));
    });

    private static byte[] Unescape(ReadOnlySpan<byte> written)
    {
        if (written[0] == '<')
        {
            return Convert.FromHexString(Encoding.ASCII.GetString(written[1..^1]));
        }

        var result = new List<byte>();
        for (var i = 1; i < written.Length - 1; i++)
        {
            if (written[i] != '\\')
            {
                result.Add(written[i]);
                continue;
            }

            i++;
            result.Add(written[i] switch { (byte)'r' => 13, (byte)'n' => 10, var other => other });
        }

        return [.. result];
    }
}
