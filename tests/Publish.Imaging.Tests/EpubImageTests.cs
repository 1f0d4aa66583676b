using NetVips;
using Publish.Document;
using static Publish.Imaging.Tests.Pictures;

namespace Publish.Imaging.Tests;

public class EpubImageTests
{
    private static EpubImage Epub(byte[] data, int mostPixels = EpubConverter.MostPixels)
    {
        var diagnostics = new List<Diagnostic>();
        var picture = EpubConverter.ForEpub(Open(data), diagnostics, mostPixels);
        Assert.Empty(diagnostics);
        return Assert.IsType<EpubImage>(picture);
    }

    [Fact]
    public void Core_types_stay_as_they_are()
    {
        foreach (var (data, type) in (List<(byte[], string)>)[(Jpeg(40, 30), "image/jpeg"), (PngMaker.Make(4, 2, 8, 0, new byte[8]), "image/png"), (Gif(40, 30), "image/gif"), (Svg("<path d='M0 0h9'/>"), "image/svg+xml")])
        {
            var picture = Epub(data);
            Assert.Equal(type, picture.MediaType);
            Assert.Equal(data, picture.Data);
        }
    }

    [Fact]
    public void Others_become_jpeg_or_png()
    {
        Assert.Equal("image/jpeg", Epub(WebP(40, 30, lossless: false)).MediaType);
        Assert.Equal("image/png", Epub(WebP(40, 30, lossless: true)).MediaType);
        Assert.Equal("image/jpeg", Epub(Tiff(40, 30)).MediaType);
        var upright = Epub(TurnedJpeg(40, 30, 6));
        Assert.Equal(("image/jpeg", 30, 40), (upright.MediaType, upright.Width, upright.Height));
        var ink = Epub(CmykJpeg(40, 30));
        Assert.Equal(3, Image.NewFromBuffer(ink.Data.ToArray()).Bands);
        var bits = Epub(Gray(40, 30).TiffsaveBuffer(bitdepth: 1));
        Assert.Equal("image/png", bits.MediaType);
        Assert.Equal(40, Image.NewFromBuffer(bits.Data.ToArray()).Width);
    }

    [Fact]
    public void No_picture_has_more_pixels_than_readers_take()
    {
        foreach (var data in (byte[][])[Jpeg(400, 300), PngMaker.Make(400, 300, 8, 2, Gradient(400, 300)), Gif(400, 300)])
        {
            var picture = Epub(data, 10_000);
            Assert.InRange(picture.Width * picture.Height, 8_500, 10_000);
            var again = Image.NewFromBuffer(picture.Data.ToArray());
            Assert.Equal((picture.Width, picture.Height), (again.Width, again.Height));
        }
    }

    [Fact]
    public void Bytes_are_the_same_twice() => Assert.Equal(Epub(Tiff(400, 300)).Data.ToArray(), Epub(Tiff(400, 300)).Data.ToArray());

    [Fact]
    public void What_cannot_be_decoded_is_said()
    {
        var data = Tiff(40, 30);
        // Strips that lie beyond the file.
        for (var i = 8; i < 200; i++) data[i] = 0xEE;
        var image = ImageInspector.Inspect("a.tif", data, []);
        if (image is null) return;
        var diagnostics = new List<Diagnostic>();
        _ = EpubConverter.ForEpub(image, diagnostics);
        Assert.All(diagnostics, d => Assert.Equal("IMG003", d.Code));
    }
}
