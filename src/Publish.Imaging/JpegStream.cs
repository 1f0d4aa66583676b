using System.Buffers.Binary;

namespace Publish.Imaging;

/// <summary>The bytes of a JPEG as they are written: markers, segments, and codes of any number of bits with zeros stuffed after 0xFF (ITU-T T.81, B.1.1.5).</summary>
/// <param name="capacity">About how many bytes there will be.</param>
internal sealed class JpegStream(int capacity)
{
    private readonly MemoryStream bytes = new(capacity);
    private uint pending;
    private int count;

    /// <summary>A marker alone.</summary>
    public void Marker(byte marker)
    {
        bytes.WriteByte(0xFF);
        bytes.WriteByte(marker);
    }

    /// <summary>A marker with its segment.</summary>
    public void Segment(byte marker, ReadOnlySpan<byte> content)
    {
        Marker(marker);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)(content.Length + 2)));
        bytes.Write(length);
        bytes.Write(content);
    }

    /// <summary>The code of a symbol.</summary>
    public void Code(JpegCodes codes, int symbol)
    {
        var (code, length) = codes[symbol];
        Bits(code, length);
    }

    /// <summary>The lowest bits of a number.</summary>
    public void Bits(int value, int length)
    {
        if (length == 0)
        {
            return;
        }

        pending = (pending << length) | (unchecked((uint)value) & ((1u << length) - 1));
        count += length;
        while (count >= 8)
        {
            count -= 8;
            var next = (byte)(pending >> count);
            bytes.WriteByte(next);
            if (next == 0xFF)
            {
                bytes.WriteByte(0);
            }
        }
    }

    /// <summary>The last byte filled with ones, the end marker, all of it.</summary>
    public byte[] Finish()
    {
        if (count > 0)
        {
            Bits(0x7F, 8 - count);
        }

        Marker(0xD9);
        return bytes.ToArray();
    }
}
