using NetVips;
using Publish.Document;
using static Publish.Imaging.Tests.Pictures;

namespace Publish.Imaging.Tests;

public class PrintPictureTests
{
    [Fact]
    public void Jpegs_that_fit_go_in_untouched()
    {
        foreach (var (data, color) in (List<(byte[], PictureColor)>)[(Jpeg(40, 30), PictureColor.Rgb), (ProgressiveJpeg(40, 30), PictureColor.Rgb), (GrayJpeg(40, 30), PictureColor.Gray), (GrayJpeg(40, 30), PictureColor.Rgb), (CmykJpeg(40, 30), PictureColor.Cmyk)])
        {
            var picture = Print(Open(data), color);
            Assert.Equal(PictureEncoding.Jpeg, picture.Encoding);
            Assert.Equal(data, picture.Data);
            Assert.Equal(picture.Color == PictureColor.Cmyk, picture.Inverted);
        }
    }

    [Fact]
    public void A_profile_that_is_not_srgb_comes_along()
    {
        var tagged = Rgb(8, 8).IccTransform("p3", inputProfile: "srgb").JpegsaveBuffer(keep: Enums.ForeignKeep.Icc);
        var picture = Print(Open(tagged), PictureColor.Rgb);
        Assert.Equal(tagged, picture.Data);
        Assert.False(picture.Profile.IsEmpty);
        var srgb = Rgb(8, 8).IccTransform("srgb", inputProfile: "srgb").JpegsaveBuffer(keep: Enums.ForeignKeep.Icc);
        Assert.True(Print(Open(srgb), PictureColor.Rgb).Profile.IsEmpty);
    }

    [Theory]
    [InlineData(PictureColor.Gray)]
    [InlineData(PictureColor.Rgb)]
    public void Cmyk_becomes_what_the_edition_prints(PictureColor color)
    {
        var picture = Print(Open(CmykJpeg(40, 30)), color);
        Assert.Equal((color, PictureEncoding.Jpeg, false), (picture.Color, picture.Encoding, picture.Inverted));
        if (color != PictureColor.Rgb) return;
        // There and back through ink, the colours are still near: an inverted picture would be far.
        var decoded = Image.JpegloadBuffer(picture.Data.ToArray()).WriteToMemory<byte>();
        var far = decoded.Zip(Gradient(40, 30)).Average(p => Math.Abs(p.First - p.Second));
        Assert.InRange(far, 0, 40);
    }

    [Fact]
    public void Rgb_becomes_ink_by_the_profile_given()
    {
        var image = Open(PngMaker.Make(4, 4, 8, 2, [.. Enumerable.Repeat((byte)255, 24), 255, 0, 0, .. new byte[21]]));
        var picture = Print(image, PictureColor.Cmyk);
        Assert.Equal((PictureColor.Cmyk, PictureEncoding.Samples, 4 * 16), (picture.Color, picture.Encoding, picture.Data.Length));
        Assert.All(picture.Data.ToArray()[..4], ink => Assert.InRange(ink, 0, 3)); // paper
        Assert.InRange(picture.Data.Span[^1], 150, 255); // black
        var press = Image.Black(1, 1).Copy(interpretation: Enums.Interpretation.Srgb).Bandjoin(0, 0).Copy(interpretation: Enums.Interpretation.Srgb).Cast(Enums.BandFormat.Uchar).IccTransform("cmyk", inputProfile: "srgb");
        var profile = (byte[])press.Get("icc-profile-data");
        var given = ImageConverter.ForPdf(image, new PrintPictureSettings(PictureColor.Cmyk) { CmykProfile = profile }, [])!;
        Assert.InRange(given.Data.ToArray().Zip(picture.Data.ToArray()).Max(p => Math.Abs(p.First - p.Second)), 0, 4);
    }

    [Fact]
    public void Turned_pictures_stand_upright()
    {
        var picture = Print(Open(TurnedJpeg(40, 30, 6)), PictureColor.Rgb);
        Assert.Equal((30, 40), (picture.Width, picture.Height));
        var upright = Image.JpegloadBuffer(picture.Data.ToArray());
        Assert.False(upright.Contains("exif-data"));
        // Turned by a quarter to the right, what was at the left is at the top: red grows downwards.
        var rows = upright.WriteToMemory<byte>();
        Assert.True(rows[0] < 60 && rows[3 * 30 * 39] > 200);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rgb_becomes_gray_as_light_has_it(int filter)
    {
        byte[] row = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 90, 90, 90];
        var picture = Print(Open(PngMaker.Make(6, 2, 8, 2, [.. row, .. row], filter: filter)), PictureColor.Gray);
        Assert.Equal((PictureColor.Gray, 8, PictureEncoding.Samples), (picture.Color, picture.BitsPerComponent, picture.Encoding));
        byte[] expected = [127, 220, 76, 255, 0, 90];
        Assert.Equal([.. expected, .. expected], picture.Data.ToArray());
    }

    [Fact]
    public void A_gray_png_passes_with_its_own_rows()
    {
        byte[] rows = [0, 50, 100, 150, 200, 250];
        foreach (var color in Enum.GetValues<PictureColor>())
        {
            var picture = Print(Open(PngMaker.Make(3, 2, 8, 0, rows)), color);
            Assert.Equal((PictureEncoding.PngRows, PictureColor.Gray, 8, 1), (picture.Encoding, picture.Color, picture.BitsPerComponent, picture.Channels));
            Assert.Equal([0, 0, 50, 100, 0, 150, 200, 250], PngMaker.Inflate(picture.Data));
        }
        Assert.Equal(1, Print(Open(PngMaker.Make(8, 2, 1, 0, [0xAA, 0x55])), PictureColor.Gray).BitsPerComponent);
    }

    [Fact]
    public void A_palette_stays_one_and_turns_gray_for_black_ink()
    {
        var image = Open(PngMaker.Make(4, 1, 2, 3, [0b00_01_10_11], [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]));
        var color = Print(image, PictureColor.Rgb);
        Assert.Equal((PictureColor.Rgb, 2, 12, 1), (color.Color, color.BitsPerComponent, color.Palette.Length, color.Channels));
        var gray = Print(image, PictureColor.Gray);
        Assert.Equal((PictureColor.Gray, PictureEncoding.PngRows), (gray.Color, gray.Encoding));
        Assert.Equal([127, 220, 76, 255], gray.Palette.ToArray());
    }

    [Fact]
    public void Line_art_in_colour_is_packed_as_bits()
    {
        byte[] row = [0, 0, 0, 255, 255, 255, 0, 0, 0];
        var picture = Print(Open(PngMaker.Make(3, 2, 8, 2, [.. row, .. row])), PictureColor.Gray);
        Assert.Equal((PictureColor.Gray, 1), (picture.Color, picture.BitsPerComponent));
        Assert.Equal([0b0100_0000, 0b0100_0000], picture.Data.ToArray());
    }

    [Fact]
    public void Alpha_is_a_picture_of_its_own_or_lies_on_paper()
    {
        var image = Open(PngMaker.Make(2, 1, 8, 6, [200, 10, 10, 128, 0, 0, 255, 0]));
        var picture = Print(image, PictureColor.Rgb);
        Assert.Equal([200, 10, 10, 0, 0, 255], picture.Data.ToArray());
        Assert.Equal([128, 0], picture.Alpha.ToArray());
        var laid = Print(image, PictureColor.Rgb, onPaper: true);
        Assert.True(laid.Alpha.IsEmpty);
        Assert.Equal([227, 132, 132, 255, 255, 255], laid.Data.ToArray());
        Assert.True(Print(Open(PngMaker.Make(1, 1, 8, 4, [9, 255])), PictureColor.Gray).Alpha.IsEmpty);
    }

    [Fact]
    public void A_transparent_colour_or_palette_entry_is_alpha()
    {
        var keyed = Print(Open(PngMaker.Make(3, 1, 8, 0, [1, 2, 3], transparency: [0, 2])), PictureColor.Gray);
        Assert.Equal([255, 0, 255], keyed.Alpha.ToArray());
        var palette = Print(Open(PngMaker.Make(2, 1, 8, 3, [0, 1], [5, 6, 7, 8, 9, 10], [40])), PictureColor.Rgb);
        Assert.Equal([40, 255], palette.Alpha.ToArray());
        Assert.Equal([5, 6, 7, 8, 9, 10], palette.Data.ToArray());
    }

    [Fact]
    public void Sixteen_bits_become_eight()
    {
        var picture = Print(Open(PngMaker.Make(2, 1, 16, 0, [0xFF, 0xFF, 0x80, 0x00])), PictureColor.Gray);
        Assert.Equal((8, 2), (picture.BitsPerComponent, picture.Data.Length));
        Assert.Equal([255, 128], picture.Data.ToArray());
        var deep = Rgb(8, 8).Colourspace(Enums.Interpretation.Rgb16).TiffsaveBuffer();
        Assert.Equal((8, 192), (Print(Open(deep), PictureColor.Rgb).BitsPerComponent, Print(Open(deep), PictureColor.Rgb).Data.Length));
    }

    [Theory]
    [InlineData(PictureColor.Gray)]
    [InlineData(PictureColor.Rgb)]
    public void Other_formats_are_decoded(PictureColor color)
    {
        foreach (var data in (byte[][])[Tiff(40, 30), WebP(40, 30, true), WebP(40, 30, false), Gif(40, 30), Interlaced(), Svg("<rect width='20' height='30' fill='red'/>")])
        {
            var picture = Print(Open(data), color);
            Assert.Equal(color, picture.Color);
            Assert.InRange((4 * picture.Height) - (3 * picture.Width), -3, 3);
        }
    }

    [Fact]
    public void Lossless_pictures_keep_every_sample()
    {
        foreach (var data in (byte[][])[Tiff(40, 30), WebP(40, 30, true), Interlaced()])
            Assert.Equal(Gradient(40, 30), Print(Open(data), PictureColor.Rgb).Data.ToArray());
    }

    [Fact]
    public void Pictures_are_sampled_down_where_they_have_far_more_than_their_place_can_use()
    {
        Assert.Equal(PictureEncoding.Jpeg, Print(Open(Jpeg(120, 60)), PictureColor.Rgb, width: 100).Encoding);
        Assert.Equal(120, Print(Open(Jpeg(120, 60)), PictureColor.Rgb, width: 100).Width);
        var noise = Noise(400, 200);
        using var noisy = Image.NewFromMemoryCopy<byte>(noise, 400, 200, 3, Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        foreach (var data in (byte[][])[noisy.JpegsaveBuffer(q: 95), noisy.TiffsaveBuffer(), PngMaker.Make(400, 200, 8, 2, noise), PngMaker.Make(400, 200, 8, 0, noise[..80_000])])
        {
            var small = Print(Open(data), PictureColor.Rgb, width: 100);
            Assert.Equal((100, 50), (small.Width, small.Height));
        }
        var alpha = new byte[400 * 200 * 2];
        alpha[1] = 255;
        var veiled = Print(Open(PngMaker.Make(400, 200, 8, 4, alpha)), PictureColor.Gray, width: 100);
        Assert.Equal(5000, veiled.Alpha.Length);
    }

    [Fact]
    public void A_small_file_goes_in_whole_unless_it_unpacks_to_a_huge_picture()
    {
        var file = PngMaker.Make(400, 200, 8, 0, new byte[80_000]);
        var picture = Print(Open(file), PictureColor.Gray, width: 100);
        Assert.Equal((400, PictureEncoding.PngRows), (picture.Width, picture.Encoding));
        Assert.True(picture.Data.Length < file.Length);
        Assert.Equal(100, Print(Open(PngMaker.Make(4000, 2000, 8, 0, new byte[8_000_000])), PictureColor.Gray, width: 100).Width);
    }

    [Fact]
    public void A_drawing_is_drawn_at_the_resolution_of_print()
    {
        var image = Open(Svg("<rect width='20' height='30' fill='black'/>"));
        var diagnostics = new List<Diagnostic>();
        var picture = ImageConverter.ForPdf(image, new PrintPictureSettings(PictureColor.Gray) { OnPaper = true }, diagnostics)!;
        Assert.Equal("IMG006", Assert.Single(diagnostics).Code);
        Assert.Equal((250, 188), (picture.Width, picture.Height));
        Assert.Equal(500, Print(image, PictureColor.Gray, width: 250).Width);
        Assert.Equal(1200, Print(Open(Svg("<path d='M0 0h9v9z'/>", "width='2in' height='72pt'")), PictureColor.Gray).Width);
        // Two metres square at print resolution would be two thousand million pixels.
        Assert.InRange(Print(Open(Svg("<path d='M0 0h9v9z'/>", "width='2000mm' height='2000mm'")), PictureColor.Gray, onPaper: true).Width, 4990, 5010);
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes()
    {
        foreach (var data in (byte[][])[Jpeg(400, 200), Tiff(400, 200), CmykJpeg(400, 200), Svg("<circle cx='20' cy='15' r='9'/>")])
            Assert.Equal(Print(Open(data), PictureColor.Gray, 100).Data.ToArray(), Print(Open(data), PictureColor.Gray, 100).Data.ToArray());
    }

    [Fact]
    public void Rows_that_are_not_what_the_header_says_are_damage()
    {
        var tooFew = PngMaker.Wrap(10, 10, 8, 0, PngMaker.Deflate(new byte[50]));
        var tooMany = PngMaker.Wrap(10, 10, 8, 0, PngMaker.Deflate(new byte[5000]));
        var wrongFilter = PngMaker.Wrap(10, 1, 8, 0, PngMaker.Deflate([9, .. new byte[10]]));
        foreach (var data in (byte[][])[tooFew, wrongFilter])
        {
            var diagnostics = new List<Diagnostic>();
            Assert.Null(ImageConverter.ForPdf(Open(data), new PrintPictureSettings(PictureColor.Gray), diagnostics));
            Assert.Equal("picture: error IMG003: the picture 'picture' can't be decoded", Assert.Single(diagnostics).ToString());
        }
        // What comes after the last row is nothing a page needs; the picture is packed afresh without it.
        Assert.Equal(PictureEncoding.Samples, Print(Open(tooMany), PictureColor.Gray).Encoding);
    }

    [Fact]
    public void A_bomb_unpacks_no_further_than_its_header()
    {
        // 200 MB of zeros in 200 kB: ten by ten pixels are read, the rest is left packed.
        var bomb = PngMaker.Wrap(10, 10, 8, 2, PngMaker.Deflate(new byte[200_000_000]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(100, Print(Open(bomb), PictureColor.Gray).Width * 10);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    private static byte[] Interlaced() => Rgb(40, 30).PngsaveBuffer(interlace: true, keep: Enums.ForeignKeep.None);
}
