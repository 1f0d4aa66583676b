using System.Buffers.Binary;

namespace Publish.Imaging;

/// <summary>
/// Writes a drawing of the program's own as a baseline JPEG (ITU-T T.81, with the tables of its annex K; JFIF 1.02; colours at half the resolution). Made for flat
/// colour: what doesn't change costs nearly nothing, so that a cover is written in a few milliseconds. The same pixels give the same bytes on every machine.
/// </summary>
public static class JpegWriter
{
    private const int Block = 8;
    private const int Unit = 16;

    // Annex K.1: quantisation of luminance and chrominance, by row.
    private static readonly byte[] LuminanceSteps =
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    private static readonly byte[] ChrominanceSteps =
    [
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    ];

    // Figure A.6.
    private static readonly byte[] ZigZag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    /// <summary>Writes a picture.</summary>
    /// <param name="pixels">Red, green, blue of each pixel, by row.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="quality">1 … 100, as the Independent JPEG Group scales the tables.</param>
    public static byte[] Write(ReadOnlySpan<byte> pixels, int width, int height, int quality = 88)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height * 3);
        var luminance = Steps(LuminanceSteps, quality);
        var chrominance = Steps(ChrominanceSteps, quality);
        var stream = new JpegStream(width * height / 8);
        Head(stream, width, height, luminance, chrominance);
        var y = new JpegBlock(luminance, JpegCodes.DirectLuminance, JpegCodes.AlternateLuminance);
        var cb = new JpegBlock(chrominance, JpegCodes.DirectChrominance, JpegCodes.AlternateChrominance);
        var cr = new JpegBlock(chrominance, JpegCodes.DirectChrominance, JpegCodes.AlternateChrominance);
        Span<byte> unit = stackalloc byte[Unit * Unit * 3];
        Span<float> samples = stackalloc float[Unit * Unit * 3];
        Span<float> block = stackalloc float[Block * Block];
        for (var top = 0; top < height; top += Unit)
        {
            for (var left = 0; left < width; left += Unit)
            {
                Take(pixels, width, height, left, top, unit);
                if (unit[3..].SequenceEqual(unit[..^3]))
                {
                    var (flatY, flatB, flatR) = Colour(unit[0], unit[1], unit[2]);
                    for (var i = 0; i < 4; i++)
                    {
                        y.WriteFlat(stream, flatY);
                    }

                    cb.WriteFlat(stream, flatB);
                    cr.WriteFlat(stream, flatR);
                    continue;
                }

                for (var i = 0; i < Unit * Unit; i++)
                {
                    (samples[i], samples[i + 256], samples[i + 512]) = Colour(unit[i * 3], unit[(i * 3) + 1], unit[(i * 3) + 2]);
                }

                for (var quarter = 0; quarter < 4; quarter++)
                {
                    var from = ((quarter >> 1) * Block * Unit) + ((quarter & 1) * Block);
                    for (var i = 0; i < Block * Block; i++)
                    {
                        block[i] = samples[from + ((i >> 3) * Unit) + (i & 7)];
                    }

                    y.Write(stream, block);
                }

                Halve(samples.Slice(256, 256), block);
                cb.Write(stream, block);
                Halve(samples[512..], block);
                cr.Write(stream, block);
            }
        }

        return stream.Finish();
    }

    // The last column and row are said again where the picture ends inside a unit.
    private static void Take(ReadOnlySpan<byte> pixels, int width, int height, int left, int top, Span<byte> unit)
    {
        var inside = Math.Min(Unit, width - left);
        for (var row = 0; row < Unit; row++)
        {
            var from = pixels.Slice(((Math.Min(top + row, height - 1) * width) + left) * 3, inside * 3);
            var to = unit.Slice(row * Unit * 3, Unit * 3);
            from.CopyTo(to);
            for (var x = inside; x < Unit; x++)
            {
                from[^3..].CopyTo(to[(x * 3)..]);
            }
        }
    }

    // JFIF 1.02, luminance less 128.
    private static (float Y, float Cb, float Cr) Colour(byte red, byte green, byte blue) =>
    (
        (0.299f * red) + (0.587f * green) + (0.114f * blue) - 128f,
        (-0.168736f * red) - (0.331264f * green) + (0.5f * blue),
        (0.5f * red) - (0.418688f * green) - (0.081312f * blue));

    private static void Halve(ReadOnlySpan<float> samples, Span<float> block)
    {
        for (var i = 0; i < Block * Block; i++)
        {
            var at = ((i >> 3) * 2 * Unit) + ((i & 7) * 2);
            block[i] = (samples[at] + samples[at + 1] + samples[at + Unit] + samples[at + Unit + 1]) / 4;
        }
    }

    private static byte[] Steps(byte[] steps, int quality)
    {
        quality = Math.Clamp(quality, 1, 100);
        var scale = quality < 50 ? 5000 / quality : 200 - (quality * 2);
        return Array.ConvertAll(steps, step => (byte)Math.Clamp(((step * scale) + 50) / 100, 1, 255));
    }

    // Annex B: the markers before the entropy-coded data.
    private static void Head(JpegStream stream, int width, int height, byte[] luminance, byte[] chrominance)
    {
        stream.Marker(0xD8);
        stream.Segment(0xE0, [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
        Span<byte> table = stackalloc byte[65];
        for (byte id = 0; id < 2; id++)
        {
            table[0] = id;
            for (var i = 0; i < 64; i++)
            {
                table[i + 1] = (id == 0 ? luminance : chrominance)[ZigZag[i]];
            }

            stream.Segment(0xDB, table);
        }

        Span<byte> frame = [8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
        BinaryPrimitives.WriteUInt16BigEndian(frame[1..], checked((ushort)height));
        BinaryPrimitives.WriteUInt16BigEndian(frame[3..], checked((ushort)width));
        stream.Segment(0xC0, frame);
        stream.Segment(0xC4, [0x00, .. JpegCodes.DirectLuminance.Definition]);
        stream.Segment(0xC4, [0x10, .. JpegCodes.AlternateLuminance.Definition]);
        stream.Segment(0xC4, [0x01, .. JpegCodes.DirectChrominance.Definition]);
        stream.Segment(0xC4, [0x11, .. JpegCodes.AlternateChrominance.Definition]);
        stream.Segment(0xDA, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
    }

    /// <summary>One component: transforms, quantises and codes its blocks.</summary>
    private sealed class JpegBlock
    {
        // Arai, Agui and Nakajima's fast transform leaves these factors to the quantisation (Pennebaker and Mitchell, JPEG, 1993, section 4.3).
        private static readonly float[] Factors = [1f, 1.387039845f, 1.306562965f, 1.175875602f, 1f, 0.785694958f, 0.541196100f, 0.275899379f];

        private readonly float[] divisors = new float[64];
        private readonly JpegCodes direct;
        private readonly JpegCodes alternate;
        private int last;

        public JpegBlock(byte[] steps, JpegCodes direct, JpegCodes alternate)
        {
            this.direct = direct;
            this.alternate = alternate;
            for (var i = 0; i < 64; i++)
            {
                divisors[i] = 1f / (steps[i] * Factors[i >> 3] * Factors[i & 7] * 8f);
            }
        }

        /// <summary>A block of one value.</summary>
        public void WriteFlat(JpegStream stream, float value)
        {
            Direct(stream, Round(value * 64f * divisors[0]));
            stream.Code(alternate, 0);
        }

        /// <summary>A block of 64 values, which are used up.</summary>
        public void Write(JpegStream stream, Span<float> block)
        {
            for (var row = 0; row < 64; row += 8)
            {
                Transform(block, row, 1);
            }

            for (var column = 0; column < 8; column++)
            {
                Transform(block, column, 8);
            }

            Direct(stream, Round(block[0] * divisors[0]));
            var zeros = 0;
            for (var i = 1; i < 64; i++)
            {
                var value = Round(block[ZigZag[i]] * divisors[ZigZag[i]]);
                if (value == 0)
                {
                    zeros++;
                    continue;
                }

                for (; zeros > 15; zeros -= 16)
                {
                    stream.Code(alternate, 0xF0);
                }

                var size = Size(value);
                stream.Code(alternate, (zeros << 4) | size);
                stream.Bits(value < 0 ? value - 1 : value, size);
                zeros = 0;
            }

            if (zeros > 0)
            {
                stream.Code(alternate, 0);
            }
        }

        private void Direct(JpegStream stream, int value)
        {
            var difference = value - last;
            last = value;
            var size = Size(difference);
            stream.Code(direct, size);
            stream.Bits(difference < 0 ? difference - 1 : difference, size);
        }

        private static int Round(float value) => (int)MathF.Floor(value + 0.5f);

        private static int Size(int value) => 32 - int.LeadingZeroCount(Math.Abs(value));

        private static void Transform(Span<float> d, int at, int by)
        {
            var (s07, d07) = (d[at] + d[at + (7 * by)], d[at] - d[at + (7 * by)]);
            var (s16, d16) = (d[at + by] + d[at + (6 * by)], d[at + by] - d[at + (6 * by)]);
            var (s25, d25) = (d[at + (2 * by)] + d[at + (5 * by)], d[at + (2 * by)] - d[at + (5 * by)]);
            var (s34, d34) = (d[at + (3 * by)] + d[at + (4 * by)], d[at + (3 * by)] - d[at + (4 * by)]);
            var (even, evenDifference) = (s07 + s34, s07 - s34);
            var (odd, oddDifference) = (s16 + s25, s16 - s25);
            d[at] = even + odd;
            d[at + (4 * by)] = even - odd;
            var z1 = (oddDifference + evenDifference) * 0.707106781f;
            d[at + (2 * by)] = evenDifference + z1;
            d[at + (6 * by)] = evenDifference - z1;
            var a = d34 + d25;
            var b = d25 + d16;
            var c = d16 + d07;
            var z5 = (a - c) * 0.382683433f;
            var z2 = (0.541196100f * a) + z5;
            var z4 = (1.306562965f * c) + z5;
            var z3 = b * 0.707106781f;
            var (z11, z13) = (d07 + z3, d07 - z3);
            d[at + (5 * by)] = z13 + z2;
            d[at + (3 * by)] = z13 - z2;
            d[at + by] = z11 + z4;
            d[at + (7 * by)] = z11 - z4;
        }
    }
}
