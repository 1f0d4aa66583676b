using System.Buffers.Text;

namespace Publish.Pdf.Syntax;

/// <summary>
/// Numbers as PDF writes them: decimal, no exponent (ISO 32000-1, 7.3.3). Fractions are given as integers of a fixed part of the unit, so that no rounding
/// depends on a culture or a machine.
/// </summary>
internal static class Numbers
{
    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000];

    /// <summary>A whole number.</summary>
    public static void AddInteger(this ByteBuffer buffer, long value)
    {
        var room = buffer.Room(20);
        if (value is >= 0 and < 10)
        {
            room[0] = (byte)('0' + value);
            buffer.Advance(1);
            return;
        }

        Utf8Formatter.TryFormat(value, room, out var written);
        buffer.Advance(written);
    }

    /// <summary>A number given in thousandths, without trailing zeros: 12500 is "12.5", −30 is "-.03".</summary>
    public static void AddThousandths(this ByteBuffer buffer, long thousandths) => AddFraction(buffer, thousandths, 3);

    /// <summary>
    /// A number given in scaled points (1/65,536 of the unit), with the fewest decimals that lead back to it: the result is nearer to it than to any other
    /// scaled point (at most five decimals).
    /// </summary>
    public static void AddScaled(this ByteBuffer buffer, long scaled)
    {
        for (var digits = 0; ; digits++)
        {
            var power = Powers[digits];
            var product = (Int128)scaled * power;
            var rounded = (long)(product >= 0 ? (product + 32768) >> 16 : -((-product + 32768) >> 16));
            var error = Int128.Abs(((Int128)rounded << 16) - product);
            if (digits == 5 || error * 2 < power)
            {
                AddFraction(buffer, rounded, digits);
                return;
            }
        }
    }

    private static void AddFraction(ByteBuffer buffer, long value, int digits)
    {
        if (value < 0)
        {
            buffer.Add((byte)'-');
            value = -value;
        }

        var power = Powers[digits];
        var whole = Math.DivRem(value, power, out var fraction);
        if (whole != 0 || fraction == 0)
        {
            buffer.AddInteger(whole);
        }

        if (fraction == 0)
        {
            return;
        }

        buffer.Add((byte)'.');
        while (fraction != 0)
        {
            power /= 10;
            var digit = fraction / power;
            buffer.Add((byte)('0' + digit));
            fraction -= digit * power;
        }
    }
}
