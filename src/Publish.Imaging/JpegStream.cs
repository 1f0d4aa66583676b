using System.Buffers.Binary;

namespace Publish.Imaging;

/// <summary>The bytes of a JPEG as they are written: markers, segments, and codes of any number of bits with zeros stuffed after 0xFF (ITU-T T.81, B.1.1.5).</summary>
/// <param name="capacity">About how many bytes there will be.</param>
internal sealed class JpegStream(int capacity)
{
    private byte[] bytes = new byte[Math.Max(1024, capacity)];
    private int written;
    private uint pending;
    private int count;

    /// <summary>A marker alone.</summary>
    public void Marker(byte marker)
    {
        Put(0xFF);
        Put(marker);
    }

    /// <summary>A marker with its segment.</summary>
    public void Segment(byte marker, ReadOnlySpan<byte> content)
    {
        Marker(marker);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)(content.Length + 2)));
        Put(length[0]);
        Put(length[1]);
        foreach (var next in content)
        {
            Put(next);
        }
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
            var next = (byte)((pending >> count) & 0xFF);
            Put(next);
            if (next == 0xFF)
            {
                Put(0);
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
        return bytes[..written];
    }

    private void Put(byte next)
    {
        if (written == bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        bytes[written++] = next;
    }
}
