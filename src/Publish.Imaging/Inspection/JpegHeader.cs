using System.Buffers.Binary;

namespace Publish.Imaging.Inspection;

/// <summary>What the markers of a JPEG say (ISO/IEC 10918-1, annex B).</summary>
/// <param name="Process">The frame marker's second byte: 0xC0 baseline, 0xC1 extended, 0xC2 progressive, others rare.</param>
/// <param name="Components">1 gray, 3 colour, 4 CMYK.</param>
/// <param name="HasAdobeMarker">Whether Adobe's APP14 is there: four components are then inverted (Adobe Technical Note 5116).</param>
/// <param name="Profile">The embedded ICC profile (ICC.1, annex B.4); empty for none or one that isn't whole.</param>
internal sealed record JpegHeader(int Process, int Components, bool HasAdobeMarker, ReadOnlyMemory<byte> Profile)
{
    private static ReadOnlySpan<byte> ExifId => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> ProfileId => "ICC_PROFILE\0"u8;

    /// <summary>Whether a PDF may hold the file as it is (ISO 32000-1, 7.4.8: baseline and progressive, eight bits, Huffman).</summary>
    public bool IsForPdf => Process is 0xC0 or 0xC1 or 0xC2;

    /// <summary>Reads the markers up to the first scan.</summary>
    public static HeaderResult Read(ReadOnlySpan<byte> data)
    {
        int process = 0, components = 0, bits = 8, width = 0, height = 0, orientation = 1;
        var adobe = false;
        double? density = null;
        var profile = new SortedDictionary<int, byte[]>();
        var profileParts = 0;
        var at = 2;
        while (true)
        {
            if (at + 4 > data.Length) return HeaderResult.Broken("is cut short");
            if (data[at] != 0xFF) return HeaderResult.Broken("has broken markers");
            int marker = data[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += 2;
                continue;
            }
            int length = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
            if (length < 2 || at + 2 + length > data.Length) return HeaderResult.Broken("is cut short");
            var body = data.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    if (body.Length < 6) return HeaderResult.Broken("has broken markers");
                    process = marker;
                    bits = body[0];
                    height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
                    width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
                    components = body[5];
                    break;
                case 0xE0 when body.StartsWith("JFIF\0"u8) && body.Length >= 12:
                    density = Density(body[7], BinaryPrimitives.ReadUInt16BigEndian(body[8..]));
                    break;
                case 0xE1 when body.StartsWith(ExifId):
                    orientation = ExifOrientation.Read(body[ExifId.Length..]);
                    break;
                case 0xE2 when body.StartsWith(ProfileId) && body.Length > ProfileId.Length + 2:
                    profile.TryAdd(body[ProfileId.Length], body[(ProfileId.Length + 2)..].ToArray());
                    profileParts = body[ProfileId.Length + 1];
                    break;
                case 0xEE when body.StartsWith("Adobe"u8) && body.Length >= 12:
                    adobe = true;
                    break;
                case 0xD9:
                    return HeaderResult.Broken("has no image in it");
                case 0xDA:
                    return Finish();
            }
        }

        HeaderResult Finish()
        {
            if (process == 0) return HeaderResult.Broken("has no frame header");
            if (height == 0) return HeaderResult.Broken("doesn't say its height");
            if (width == 0 || components is not (1 or 3 or 4)) return HeaderResult.Broken("has a broken frame header");
            return new ImageHeader(ImageFormat.Jpeg, width, height)
            {
                Color = components switch { 1 => PictureColor.Gray, 3 => PictureColor.Rgb, _ => PictureColor.Cmyk },
                BitsPerComponent = bits,
                Orientation = orientation,
                IsLossy = true,
                PixelsPerInch = density,
                Jpeg = new JpegHeader(process, components, adobe, profile.Count > 0 && profile.Count == profileParts ? Join(profile.Values) : default),
            };
        }
    }

    private static double? Density(int unit, int value) => (unit, value) switch
    {
        (_, 0) => null,
        (1, _) => value,
        (2, _) => value * 2.54,
        _ => null,
    };

    private static ReadOnlyMemory<byte> Join(IEnumerable<byte[]> parts) => parts.SelectMany(static p => p).ToArray();
}
