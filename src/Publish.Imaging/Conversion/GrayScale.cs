namespace Publish.Imaging.Conversion;

/// <summary>
/// Turns sRGB into gray as light has it: made linear (IEC 61966-2-1), weighted as the eye weighs it (ITU-R BT.709), made sRGB again. In integers from
/// tables, so that every machine gets the same bytes.
/// </summary>
internal static class GrayScale
{
    // Weights of BT.709 in 65,536ths; together 65,536.
    private const int RedWeight = 13933;
    private const int GreenWeight = 46871;
    private const int BlueWeight = 4732;

    private const int LinearSteps = 4096;

    private static readonly ushort[] Linear = MakeLinear();
    private static readonly byte[] Encoded = MakeEncoded();

    /// <summary>The gray of a colour.</summary>
    public static byte Of(byte red, byte green, byte blue) =>
        red == green && green == blue
            ? red
            : Encoded[((Linear[red] * RedWeight) + (Linear[green] * GreenWeight) + (Linear[blue] * BlueWeight)) >> 16];

    /// <summary>RGB samples as gray ones.</summary>
    public static byte[] FromRgb(ReadOnlySpan<byte> rgb)
    {
        var gray = new byte[rgb.Length / 3];
        for (var i = 0; i < gray.Length; i++) gray[i] = Of(rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]);
        return gray;
    }

    private static ushort[] MakeLinear()
    {
        var table = new ushort[256];
        for (var i = 0; i < table.Length; i++)
        {
            var c = i / 255.0;
            var linear = c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
            table[i] = (ushort)Math.Round(linear * (LinearSteps - 1));
        }
        return table;
    }

    private static byte[] MakeEncoded()
    {
        var table = new byte[LinearSteps];
        for (var i = 0; i < table.Length; i++)
        {
            var linear = i / (double)(LinearSteps - 1);
            var c = linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
            table[i] = (byte)Math.Clamp((int)Math.Round(c * 255), 0, 255);
        }
        return table;
    }
}
