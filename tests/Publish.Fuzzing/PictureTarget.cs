using System.Buffers.Binary;
using System.Text;
using NetVips;
using Publish.Document;
using Publish.Imaging;

namespace Publish.Fuzzing;

/// <summary>Pictures: looked at, and where the header is good, made ready for a press and for an EPUB.</summary>
public static class PictureTarget
{
    /// <summary>The target.</summary>
    /// <param name="mostPixels">Pictures that claim more are only looked at: how long they take is bounded by the limits, and they would be most of the time.</param>
    public static Target Create(long mostPixels = 1_000_000) => new("pictures", Seeds(), 128, MendCheckSums, data => Read(data, mostPixels));

    private static Outcome Read(byte[] data, long mostPixels)
    {
        var diagnostics = new List<Diagnostic>();
        if (ImageInspector.Inspect("picture", data, diagnostics) is not { } image)
        {
            return diagnostics.Exists(d => d.Severity == Severity.Error) ? Outcome.Refused : Outcome.Silent;
        }

        if ((long)image.PixelWidth * image.PixelHeight > mostPixels)
        {
            return Outcome.Used;
        }

        diagnostics.Clear();
        var print = ImageConverter.ForPdf(image, new PrintPictureSettings(PictureColor.Gray) { OnPaper = true, PixelWidth = 48 }, diagnostics);
        if (print is null)
        {
            return diagnostics.Exists(d => d.Severity == Severity.Error) ? Outcome.GivenUp : Outcome.Silent;
        }

        diagnostics.Clear();
        var screen = EpubConverter.ForEpub(image, diagnostics, 2_000);
        return screen is not null ? Outcome.Used : diagnostics.Exists(d => d.Severity == Severity.Error) ? Outcome.GivenUp : Outcome.Silent;
    }

    private static List<(string Name, byte[] Data)> Seeds()
    {
        var samples = new byte[3 * 64 * 48];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (byte)(i * 7 % 251);
        }

        using var raw = Image.NewFromMemoryCopy<byte>(samples, 64, 48, 3, Enums.BandFormat.Uchar);
        using var rgb = raw.Copy(interpretation: Enums.Interpretation.Srgb);
        using var gray = rgb.ExtractBand(0).Copy(interpretation: Enums.Interpretation.Bw);
        using var alpha = rgb.Bandjoin(gray);
        using var deep = rgb.Colourspace(Enums.Interpretation.Rgb16);
        using var cmyk = rgb.IccTransform("cmyk", inputProfile: "srgb");
        using var turned = rgb.Mutate(m => m.Set(GValue.GIntType, "orientation", 6));
        const Enums.ForeignKeep none = Enums.ForeignKeep.None;
        return
        [
            ("jpeg", rgb.JpegsaveBuffer(keep: none)),
            ("jpeg, gray", gray.JpegsaveBuffer(keep: none)),
            ("jpeg, progressive", rgb.JpegsaveBuffer(interlace: true, keep: none)),
            ("jpeg, CMYK with profile", cmyk.JpegsaveBuffer(keep: Enums.ForeignKeep.Icc)),
            ("jpeg, Exif", turned.JpegsaveBuffer(keep: Enums.ForeignKeep.Exif)),
            ("png", rgb.PngsaveBuffer(keep: none)),
            ("png, gray", gray.PngsaveBuffer(keep: none)),
            ("png, alpha", alpha.PngsaveBuffer(keep: none)),
            ("png, 16 bits", deep.PngsaveBuffer(keep: none)),
            ("png, palette", rgb.PngsaveBuffer(palette: true, keep: none)),
            ("png, interlaced", rgb.PngsaveBuffer(interlace: true, keep: none)),
            ("png, bits", gray.PngsaveBuffer(bitdepth: 1, keep: none)),
            ("tiff", rgb.TiffsaveBuffer(keep: none)),
            ("tiff, packed", rgb.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw, keep: none)),
            ("tiff, tiles", rgb.TiffsaveBuffer(tile: true, tileWidth: 16, tileHeight: 16, keep: none)),
            ("webp", rgb.WebpsaveBuffer(keep: none)),
            ("webp, lossless", alpha.WebpsaveBuffer(lossless: true, keep: none)),
            ("gif", rgb.GifsaveBuffer(keep: none)),
            ("svg", Encoding.UTF8.GetBytes(Drawing)),
        ];
    }

    private const string Drawing = """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="48" viewBox="0 0 64 48">
        <defs><linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient><path id="p" d="M0 0h10v10z"/></defs>
        <style>rect { fill: url(#g) }</style><rect width="64" height="48"/><use xlink:href="#p" x="5" y="6"/><circle cx="30" cy="20" r="9" opacity="0.5"/>
        </svg>
        """;

    /// <summary>Mends the check sums of a PNG's chunks.</summary>
    private static void MendCheckSums(byte[] data)
    {
        if (data.Length < 8 || data[0] != 0x89)
        {
            return;
        }

        for (long at = 8; at + 12 <= data.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan((int)at));
            if (at + 12 + length > data.Length)
            {
                return;
            }

            var sum = CheckSum(data.AsSpan((int)at + 4, (int)length + 4));
            BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan((int)(at + 8 + length)), sum);
            at += 12 + length;
        }
    }

    // ISO/IEC 15948, annex D, bit by bit.
    private static uint CheckSum(ReadOnlySpan<byte> data)
    {
        var sum = uint.MaxValue;
        foreach (var value in data)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB8_8320 : 0);
            }
        }

        return ~sum;
    }
}
