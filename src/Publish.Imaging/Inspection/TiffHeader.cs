using System.Buffers.Binary;

namespace Publish.Imaging.Inspection;

/// <summary>Reads the first directory of a TIFF (TIFF 6.0, section 2).</summary>
internal static class TiffHeader
{
    // Tags, by their names in the specification.
    private const int ImageWidth = 256;
    private const int ImageLength = 257;
    private const int BitsPerSample = 258;
    private const int PhotometricInterpretation = 262;
    private const int Orientation = 274;
    private const int SamplesPerPixel = 277;
    private const int XResolution = 282;
    private const int ResolutionUnit = 296;
    private const int ExtraSamples = 338;

    private const int Separated = 5;

    /// <summary>Reads size, colours, orientation, resolution.</summary>
    public static HeaderResult Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < 8) return HeaderResult.Broken("is cut short");
        var little = data[0] == (byte)'I';
        var start = U32(data[4..], little);
        if (start > data.Length - 2) return HeaderResult.Broken("is cut short");
        int count = U16(data[(int)start..], little);
        if (start + 2 + (12L * count) + 4 > data.Length) return HeaderResult.Broken("is cut short");
        long width = 0, height = 0;
        int bits = 1, photometric = 1, orientation = 1, samples = 1, extra = 0, unit = 2;
        double resolution = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = data.Slice((int)start + 2 + (12 * i), 12);
            var value = Value(data, entry, little);
            switch (U16(entry, little))
            {
                case ImageWidth: width = value; break;
                case ImageLength: height = value; break;
                case BitsPerSample: bits = (int)Math.Min(value, 64); break;
                case PhotometricInterpretation: photometric = (int)Math.Min(value, 0xFFFF); break;
                case Orientation: orientation = value is >= 1 and <= 8 ? (int)value : 1; break;
                case SamplesPerPixel: samples = (int)Math.Min(value, 64); break;
                case ExtraSamples: extra = (int)Math.Min(U32(entry[4..], little), 64); break;
                case ResolutionUnit: unit = (int)Math.Min(value, 3); break;
                case XResolution: resolution = Rational(data, entry, little); break;
            }
        }
        if (width <= 0 || height <= 0) return HeaderResult.Broken("doesn't say its size");
        var next = U32(data[((int)start + 2 + (12 * count))..], little);
        return new ImageHeader(ImageFormat.Tiff, width, height)
        {
            Color = photometric switch { 0 or 1 => PictureColor.Gray, Separated => PictureColor.Cmyk, _ => PictureColor.Rgb },
            BitsPerComponent = bits,
            HasAlpha = extra > 0 && samples > 1,
            Orientation = orientation,
            PixelsPerInch = resolution <= 0 ? null : unit switch { 2 => resolution, 3 => resolution * 2.54, _ => null },
            FrameCount = next != 0 && next < data.Length ? 2 : 1,
        };
    }

    /// <summary>The first value of an entry of type BYTE, SHORT or LONG.</summary>
    private static long Value(ReadOnlySpan<byte> data, ReadOnlySpan<byte> entry, bool little)
    {
        int type = U16(entry[2..], little);
        var number = U32(entry[4..], little);
        var size = type switch { 1 => 1, 3 => 2, 4 => 4, _ => 0 };
        if (size == 0 || number == 0) return 0;
        var place = entry[8..];
        if (size * (long)number > 4)
        {
            var offset = U32(place, little);
            if (offset + (long)size > data.Length) return 0;
            place = data[(int)offset..];
        }
        return size switch { 1 => place[0], 2 => U16(place, little), _ => U32(place, little) };
    }

    private static double Rational(ReadOnlySpan<byte> data, ReadOnlySpan<byte> entry, bool little)
    {
        var offset = U32(entry[8..], little);
        if (offset + 8L > data.Length) return 0;
        var divisor = U32(data[((int)offset + 4)..], little);
        return divisor == 0 ? 0 : Math.Round((double)U32(data[(int)offset..], little) / divisor, 1);
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
