using System.Buffers.Binary;

namespace Publish.Imaging.Inspection;

/// <summary>Reads the tag Orientation from Exif data, which is laid out as a TIFF file (Exif 2.3, 4.6.4).</summary>
internal static class ExifOrientation
{
    private const int OrientationTag = 0x0112;
    private const int Upright = 1;

    /// <summary>The orientation, 1 to 8; 1 where there is none or it is broken.</summary>
    /// <param name="tiff">The data from its byte order mark on.</param>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return Upright;
        var little = tiff[0] == (byte)'I';
        if (!little && tiff[0] != (byte)'M') return Upright;
        var start = U32(tiff[4..], little);
        if (start > tiff.Length - 2) return Upright;
        var directory = tiff[(int)start..];
        int count = U16(directory, little);
        for (var i = 0; i < count && 2 + (12 * (i + 1)) <= directory.Length; i++)
        {
            var entry = directory.Slice(2 + (12 * i), 12);
            if (U16(entry, little) != OrientationTag) continue;
            int value = U16(entry[8..], little);
            return value is >= 1 and <= 8 ? value : Upright;
        }
        return Upright;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
