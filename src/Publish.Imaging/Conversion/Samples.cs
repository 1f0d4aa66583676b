namespace Publish.Imaging.Conversion;

/// <summary>Decoded samples: 8 bits each, row by row, pixels upright.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Color">Colour space; 1, 3 or 4 bytes a pixel.</param>
/// <param name="Data">The samples.</param>
/// <param name="Alpha">Opacity, a byte a pixel; null for an opaque picture.</param>
internal sealed record Samples(int Width, int Height, PictureColor Color, byte[] Data, byte[]? Alpha)
{
    /// <summary>The same with colours that are all gray stored as gray, and an alpha that is all opaque left out.</summary>
    public Samples Reduced()
    {
        var reduced = this;
        if (Alpha is not null && !Alpha.AsSpan().ContainsAnyExcept((byte)255)) reduced = reduced with { Alpha = null };
        if (Color == PictureColor.Rgb && IsGray()) reduced = reduced with { Color = PictureColor.Gray, Data = FirstOfThree() };
        return reduced;
    }

    /// <summary>Gray samples that are only black and white, at one bit a pixel, 1 being white; null where there are others.</summary>
    public byte[]? Bilevel()
    {
        if (Color != PictureColor.Gray || Data.AsSpan().ContainsAnyExcept((byte)0, (byte)255)) return null;
        var rowBytes = (Width + 7) / 8;
        var packed = new byte[rowBytes * Height];
        for (var y = 0; y < Height; y++)
        {
            var row = Data.AsSpan(y * Width, Width);
            var target = packed.AsSpan(y * rowBytes, rowBytes);
            for (var x = 0; x < row.Length; x++)
                if (row[x] != 0) target[x >> 3] |= (byte)(0x80 >> (x & 7));
        }
        return packed;
    }

    /// <summary>Gray samples made black or white, whichever is nearer; others as they are.</summary>
    public Samples BlackAndWhite()
    {
        if (Color != PictureColor.Gray) return this;
        var sharp = new byte[Data.Length];
        for (var i = 0; i < sharp.Length; i++) sharp[i] = Data[i] < 128 ? (byte)0 : (byte)255;
        return this with { Data = sharp };
    }

    /// <summary>The same without transparency: laid on white paper.</summary>
    public Samples OnPaper()
    {
        if (Alpha is null) return this;
        var channels = Color switch { PictureColor.Gray => 1, PictureColor.Rgb => 3, _ => 4 };
        var paper = Color == PictureColor.Cmyk ? 0 : 255;
        var laid = new byte[Data.Length];
        for (var i = 0; i < laid.Length; i++)
        {
            int alpha = Alpha[i / channels];
            laid[i] = (byte)(((Data[i] * alpha) + (paper * (255 - alpha)) + 127) / 255);
        }
        return this with { Data = laid, Alpha = null };
    }

    private bool IsGray()
    {
        for (var i = 0; i < Data.Length; i += 3)
            if (Data[i] != Data[i + 1] || Data[i] != Data[i + 2]) return false;
        return true;
    }

    private byte[] FirstOfThree()
    {
        var gray = new byte[Data.Length / 3];
        for (var i = 0; i < gray.Length; i++) gray[i] = Data[3 * i];
        return gray;
    }
}
