using System.Text;
using CsCheck;
using Publish.Document;
using static Publish.Imaging.Tests.Pictures;

namespace Publish.Imaging.Tests;

public class InspectorTests
{
    [Fact]
    public void Each_format_is_known_by_its_bytes()
    {
        Assert.Equal((ImageFormat.Jpeg, 40, 30, PictureColor.Rgb), Facts(Jpeg(40, 30)));
        Assert.Equal((ImageFormat.Jpeg, 40, 30, PictureColor.Gray), Facts(GrayJpeg(40, 30)));
        Assert.Equal((ImageFormat.Jpeg, 40, 30, PictureColor.Cmyk), Facts(CmykJpeg(40, 30)));
        Assert.Equal((ImageFormat.Jpeg, 40, 30, PictureColor.Rgb), Facts(ProgressiveJpeg(40, 30)));
        Assert.Equal((ImageFormat.Tiff, 40, 30, PictureColor.Rgb), Facts(Tiff(40, 30)));
        Assert.Equal((ImageFormat.WebP, 40, 30, PictureColor.Rgb), Facts(WebP(40, 30, lossless: true)));
        Assert.Equal((ImageFormat.WebP, 40, 30, PictureColor.Rgb), Facts(WebP(40, 30, lossless: false)));
        Assert.Equal((ImageFormat.Gif, 40, 30, PictureColor.Rgb), Facts(Gif(40, 30)));
        Assert.Equal((ImageFormat.Png, 4, 2, PictureColor.Gray), Facts(PngMaker.Make(4, 2, 8, 0, new byte[8])));
        Assert.Equal((ImageFormat.Svg, 40, 30, PictureColor.Rgb), Facts(Svg("<path d='M0 0h9'/>")));
        Assert.True(Open(Jpeg(4, 4)).IsLossy);
        Assert.True(Open(WebP(4, 4, lossless: false)).IsLossy);
        Assert.False(Open(WebP(4, 4, lossless: true)).IsLossy);

        static (ImageFormat, int, int, PictureColor) Facts(byte[] data)
        {
            var image = Open(data);
            return (image.Format, image.PixelWidth, image.PixelHeight, image.Color);
        }
    }

    [Theory]
    [InlineData(1, 40, 30)]
    [InlineData(3, 40, 30)]
    [InlineData(6, 30, 40)]
    [InlineData(8, 30, 40)]
    public void Orientation_turns_width_and_height(int orientation, int width, int height)
    {
        var image = Open(TurnedJpeg(40, 30, orientation));
        Assert.Equal((orientation, width, height), (image.Orientation, image.PixelWidth, image.PixelHeight));
    }

    [Fact]
    public void Resolution_is_read()
    {
        Assert.Equal(300, Open(Tiff(4, 4)).PixelsPerInch!.Value, 0.1);
        byte[] perMetre = [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1];
        Assert.Equal(300, Open(PngMaker.Make(4, 2, 8, 0, new byte[8], extra: [("pHYs", perMetre)])).PixelsPerInch);
        Assert.Null(Open(PngMaker.Make(4, 2, 8, 0, new byte[8])).PixelsPerInch);
    }

    [Theory]
    [InlineData("width='2in' height='1in'", 192, 96)]
    [InlineData("width='72pt' height='36pt'", 96, 48)]
    [InlineData("viewBox='0 0 20 10'", 20, 10)]
    [InlineData("width='50' viewBox='0 0 20 10'", 50, 25)]
    [InlineData("width='100%' viewBox='0,0,20,10'", 20, 10)]
    [InlineData("", 300, 150)]
    public void An_svg_says_its_size_in_many_ways(string attributes, int width, int height)
    {
        var image = Open(Svg("", attributes));
        Assert.Equal((width, height), (image.PixelWidth, image.PixelHeight));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "holds the element 'script'")]
    [InlineData("<g onload='x()'/>", "has the event handler 'onload'")]
    [InlineData("<foreignObject/>", "holds the element 'foreignObject'")]
    [InlineData("<image href='http://example.org/a.png'/>", "refers to 'http://example.org/a.png'")]
    [InlineData("<image xlink:href='other.png'/>", "refers to 'other.png'")]
    [InlineData("<use xlink:href='file:///etc/passwd#x'/>", "refers to 'file:///etc/passwd#x'")]
    [InlineData("<a href='javascript:x()'/>", "holds a script in a link")]
    [InlineData("<style>@import 'a.css';</style>", "has a style that refers to something outside the file")]
    [InlineData("<style>p{background:url(http://example.org)}</style>", "has a style that refers to something outside the file")]
    [InlineData("<path fill='url(other.svg#a)'/>", "refers to something outside the file in 'fill'")]
    public void An_svg_that_reaches_out_is_refused(string inside, string problem)
    {
        var diagnostic = Refused(Svg(inside), "a.svg");
        Assert.Equal($"a.svg: error IMG007: the SVG 'a.svg' {problem}", diagnostic.ToString());
    }

    [Fact]
    public void An_entity_bomb_is_refused()
    {
        var bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'><desc>&b;</desc></svg>";
        Assert.Equal("IMG007", Refused(Encoding.UTF8.GetBytes(bomb)).Code);
        Assert.Equal("IMG003", Refused(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'>&undefined;</svg>")).Code);
    }

    [Fact]
    public void A_drawing_with_a_doctype_and_references_inside_is_fine()
    {
        var svg = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'><style>p{fill:url(#a)}</style><use href='#a'/><image href='data:image/png;base64,AAAA'/></svg>";
        Assert.Equal(300, Open(Encoding.UTF8.GetBytes(svg)).PixelWidth);
    }

    [Fact]
    public void Text_in_a_drawing_is_warned_of()
    {
        var diagnostics = new List<Diagnostic>();
        Assert.NotNull(ImageInspector.Inspect("a.svg", Svg("<text>Leon</text>"), diagnostics));
        Assert.Equal("IMG009", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void A_name_that_lies_is_said_and_the_bytes_count()
    {
        var diagnostics = new List<Diagnostic>();
        var image = ImageInspector.Inspect("cover.png", Jpeg(4, 4), diagnostics, SourceSpan.At("one.md", 3, 5));
        Assert.Equal(ImageFormat.Jpeg, image!.Format);
        Assert.Equal("one.md:3:5: warning IMG004: 'cover.png' is named as a PNG but is a JPEG", Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void Several_frames_are_noted()
    {
        var frames = NetVips.Image.Arrayjoin([Rgb(8, 8), Rgb(8, 8).Invert()], across: 1).Mutate(m => m.Set(NetVips.GValue.GIntType, "page-height", 8)).GifsaveBuffer();
        var diagnostics = new List<Diagnostic>();
        var image = ImageInspector.Inspect("a.gif", frames, diagnostics);
        Assert.Equal((2, 8), (image!.FrameCount, image.PixelHeight));
        Assert.Equal("IMG008", Assert.Single(diagnostics).Code);
        Assert.Equal(8, Print(image, PictureColor.Rgb).Height);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ this is a program")]
    [InlineData("%PDF-1.7")]
    [InlineData("<html><body/></html>")]
    public void What_is_no_picture_is_said(string bytes) => Assert.Equal("IMG002", Refused(Encoding.Latin1.GetBytes(bytes)).Code);

    [Fact]
    public void Headers_that_claim_too_much_are_refused_unread()
    {
        var tiny = PngMaker.Deflate(new byte[3_000_000]);
        Assert.Equal("IMG003", Refused(PngMaker.Wrap(50_000, 50_000, 8, 2, tiny)).Code);
        Assert.Equal("IMG003", Refused(PngMaker.Wrap(int.MaxValue, int.MaxValue, 16, 6, tiny)).Code);
        var packed = new byte[8_000_000];
        Assert.Equal("the PNG 'picture' states 50000 × 50000 pixels; at most 32767 a side and 100 million altogether can be used", Refused(PngMaker.Wrap(50_000, 50_000, 8, 2, packed)).Message);
        Assert.Equal("IMG005", Refused(Svg("", "width='100000' height='100000'")).Code);
        var jpeg = Jpeg(8, 8);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        Assert.True(frame > 0);
        new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }.CopyTo(jpeg, frame + 5);
        Assert.Equal("IMG005", Refused(jpeg).Code);
    }

    [Fact]
    public void A_stream_that_wants_a_dictionary_nobody_has_is_damaged()
    {
        // RFC 1950, FDICT: zlib itself gives up, and not as on bad data.
        var packed = PngMaker.Deflate(new byte[13 * 4]);
        (packed[0], packed[1]) = (0x78, 0x20);
        packed[1] += (byte)(31 - (((packed[0] << 8) + packed[1]) % 31));
        var image = Open(PngMaker.Wrap(4, 4, 8, 2, packed));
        var diagnostics = new List<Diagnostic>();
        Assert.Null(ImageConverter.ForPdf(image, new PrintPictureSettings(PictureColor.Gray), diagnostics));
        Assert.Equal("IMG003", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Whatever_is_cut_short_is_refused_or_said_when_decoded()
    {
        foreach (var data in (byte[][])[Jpeg(40, 30), PngMaker.Make(40, 30, 8, 2, Gradient(40, 30)), WebP(40, 30, true)])
        {
            for (var length = 12; length < data.Length - 4; length += Math.Max(1, data.Length / 40))
                Assert.Equal("IMG003", Refused(data[..length]).Code);
        }
    }

    [Fact]
    public void Mutated_headers_never_crash() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Int[0, 600], Gen.Byte.Array[1, 4]).Sample(
            (which, at, bytes) =>
            {
                var data = Samples[which].ToArray();
                for (var i = 0; i < bytes.Length; i++) data[(at + i) % data.Length] = bytes[i];
                var diagnostics = new List<Diagnostic>();
                var image = ImageInspector.Inspect("x", data, diagnostics);
                Assert.True(image is not null || diagnostics.Count > 0);
                if (image is not null && (long)image.PixelWidth * image.PixelHeight < 100_000)
                {
                    var print = ImageConverter.ForPdf(image, new PrintPictureSettings(PictureColor.Gray), diagnostics);
                    Assert.True(print is not null || diagnostics.Exists(d => d.Severity == Severity.Error));
                }
            },
            iter: 300,
            threads: 1);

    private static byte[][] Samples { get; } =
    [
        Jpeg(16, 12), ProgressiveJpeg(16, 12), CmykJpeg(16, 12), TurnedJpeg(16, 12, 6), Tiff(16, 12), WebP(16, 12, true), WebP(16, 12, false), Gif(16, 12),
        PngMaker.Make(16, 12, 8, 2, Gradient(16, 12), filter: 4), PngMaker.Make(16, 12, 4, 3, new byte[96], new byte[48], [0]), Svg("<path d='M0 0h9v9z'/>"),
    ];
}
