using System.Buffers.Binary;

namespace Publish.Fuzzing;

/// <summary>Damages files in the ways files get damaged, and in the ways that programs get hurt by. The same number gives the same damage.</summary>
public sealed class Mutator
{
    private static readonly byte[] Bytes = [0, 1, 2, 4, 8, 0x10, 0x20, 0x7F, 0x80, 0xFE, 0xFF];
    private static readonly uint[] Numbers = [0, 1, 2, 255, 256, 32_767, 32_768, 50_000, 65_535, 65_536, 0x00FF_FFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF0, 0xFFFF_FFFF];

    private ulong _state;

    /// <summary>A mutator for one execution.</summary>
    /// <param name="seed">The campaign.</param>
    /// <param name="execution">The execution.</param>
    public Mutator(int seed, int execution) => _state = unchecked(((ulong)seed << 32) ^ (uint)execution ^ 0x9E37_79B9_7F4A_7C15);

    /// <summary>A number from 0 to below a bound.</summary>
    public int Below(int bound)
    {
        // SplitMix64 (Steele, Lea, Flood 2014).
        unchecked
        {
            _state += 0x9E37_79B9_7F4A_7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return bound <= 1 ? 0 : (int)((z ^ (z >> 31)) % (uint)bound);
        }
    }

    /// <summary>A damaged copy.</summary>
    /// <param name="file">The file.</param>
    /// <param name="other">Another one, of which pieces may get in.</param>
    /// <param name="head">How many bytes at the start are the header: two thirds of the damage falls there.</param>
    public byte[] Damage(byte[] file, byte[] other, int head)
    {
        var data = (byte[])file.Clone();
        for (var times = 1 + Below(Below(3) == 0 ? 12 : 3); times > 0 && data.Length > 0; times--)
        {
            var at = Below(Below(3) > 0 ? Math.Min(head, data.Length) : data.Length);
            data = Below(12) switch
            {
                0 or 1 => Set(data, at, (byte)(data[at] ^ (1 << Below(8)))),
                2 => Set(data, at, Bytes[Below(Bytes.Length)]),
                3 => Set(data, at, (byte)Below(256)),
                4 or 5 => Number(data, at, 4),
                6 => Number(data, at, 2),
                7 => data[..at],
                8 => [.. data[..at], .. data[Math.Min(data.Length, at + 1 + Below(64))..]],
                9 => [.. data[..at], .. data.AsSpan(at, Math.Min(1 + Below(64), data.Length - at)), .. data[at..]],
                10 => Splice(data, at, other),
                _ => Swap(data, at),
            };
        }

        return data;
    }

    private static byte[] Set(byte[] data, int at, byte value)
    {
        data[at] = value;
        return data;
    }

    private byte[] Number(byte[] data, int at, int width)
    {
        if (at + width > data.Length)
        {
            return data;
        }

        var number = Numbers[Below(Numbers.Length)];
        var big = Below(2) == 0;
        var place = data.AsSpan(at, width);
        if (width == 4 && big)
        {
            BinaryPrimitives.WriteUInt32BigEndian(place, number);
        }
        else if (width == 4)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(place, number);
        }
        else if (big)
        {
            BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)(number & 0xFFFF));
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)(number & 0xFFFF));
        }

        return data;
    }

    private byte[] Splice(byte[] data, int at, byte[] other)
    {
        var from = Below(other.Length);
        var length = Math.Min(1 + Below(256), other.Length - from);
        return [.. data[..at], .. other.AsSpan(from, length), .. data[Math.Min(data.Length, at + length)..]];
    }

    private byte[] Swap(byte[] data, int at)
    {
        var length = 1 + Below(16);
        var to = Below(data.Length);
        if (Math.Max(at, to) + length > data.Length || Math.Abs(at - to) < length)
        {
            return data;
        }

        var kept = data[at..(at + length)];
        data.AsSpan(to, length).CopyTo(data.AsSpan(at));
        kept.CopyTo(data.AsSpan(to));
        return data;
    }
}
