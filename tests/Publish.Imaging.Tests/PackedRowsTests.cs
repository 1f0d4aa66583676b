using System.IO.Compression;
using CsCheck;
using Publish.Document;
using static Publish.Imaging.Tests.Pictures;

namespace Publish.Imaging.Tests;

public class PackedRowsTests
{
    [Fact]
    public void Packed_rows_unpack_to_the_samples() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 12], Gen.Int[0, 2].Select(i => (PictureColor)i), Gen.Int[0, 3]).Sample(
            (width, height, color, roughness) =>
            {
                var picture = new PrintPicture(width, height, color, 8, PictureEncoding.Samples, default);
                var samples = new byte[width * height * picture.Channels];
                for (var i = 0; i < samples.Length; i++)
                    samples[i] = unchecked((byte)((i * 3) + (i * i * 7919 >> 4 & ((1 << (2 * roughness)) - 1))));
                picture = picture with { Data = samples };
                var packed = PackedRows.Pack(picture) ?? picture;
                Assert.Equal(samples, packed.Encoding == PictureEncoding.PngRows ? Unpack(packed) : packed.Data.ToArray());
            },
            iter: 500);

    [Fact]
    public void Tones_pack_better_by_their_rows()
    {
        var picture = new PrintPicture(64, 64, PictureColor.Rgb, 8, PictureEncoding.Samples, Gradient(64, 64));
        Assert.Equal(PictureEncoding.PngRows, PackedRows.Pack(picture)?.Encoding);
    }

    [Fact]
    public void Black_and_white_keeps_finer_pixels_than_tones_and_stays_black_and_white()
    {
        var drawing = Open(PngMaker.Make(1200, 600, 1, 0, Noise(300, 100)));
        var whole = Print(drawing, PictureColor.Gray, width: 300);
        Assert.Equal((1200, 1), (whole.Width, whole.BitsPerComponent));
        var smaller = Print(drawing, PictureColor.Gray, width: 100);
        Assert.Equal((400, 1), (smaller.Width, smaller.BitsPerComponent));
    }

    [Fact]
    public void Only_tones_that_were_sampled_down_become_jpegs_and_only_where_asked()
    {
        var noise = new byte[800 * 800];
        for (var i = 0; i < noise.Length; i++)
            noise[i] = unchecked((byte)(128 + (64 * Math.Sin(i / 40.0)) + (i * i * 7919 >> 7 & 31)));
        var tones = Open(PngMaker.Make(800, 800, 8, 0, noise));
        Assert.Equal(PictureEncoding.Samples, Print(tones, PictureColor.Gray, width: 100).Encoding);
        Assert.Equal(PictureEncoding.Jpeg, Lossy(tones, 100).Encoding);
        Assert.Equal(PictureEncoding.PngRows, Lossy(tones, 800).Encoding);
        var flat = new byte[2400 * 2000];
        flat.AsSpan(80_000).Fill(200);
        Assert.Equal(PictureEncoding.Samples, Lossy(Open(PngMaker.Make(2400, 2000, 8, 0, flat)), 100).Encoding);
    }

    private static PrintPicture Lossy(ImageResource image, int width) =>
        Assert.IsType<PrintPicture>(ImageConverter.ForPdf(image, new PrintPictureSettings(PictureColor.Gray) { PixelWidth = width, JpegQuality = 80 }, new List<Diagnostic>()));

    // ISO/IEC 15948, clause 9, by hand.
    private static byte[] Unpack(PrintPicture picture)
    {
        using var zlib = new ZLibStream(new MemoryStream(picture.Data.ToArray()), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        zlib.CopyTo(unpacked);
        var data = unpacked.ToArray();
        var (step, length) = (picture.Channels, picture.Channels * picture.Width);
        var samples = new byte[length * picture.Height];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < length; x++)
            {
                var at = (y * length) + x;
                var (a, b, c) = (x < step ? 0 : samples[at - step], y == 0 ? 0 : samples[at - length], x < step || y == 0 ? 0 : samples[at - length - step]);
                var (pa, pb, pc) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - (2 * c)));
                var predicted = data[y * (length + 1)] switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, _ => pa <= pb && pa <= pc ? a : pb <= pc ? b : c };
                samples[at] = unchecked((byte)(data[(y * (length + 1)) + 1 + x] + predicted));
            }
        }
        return samples;
    }
}
