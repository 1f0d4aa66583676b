using Publish.Fonts;

namespace Publish.Covers.Raster;

/// <summary>A picture that is painted on: red, green and blue of each pixel. It begins white.</summary>
internal sealed class Pixels
{
    private readonly Dictionary<(FontFace Face, ushort Glyph), GlyphShape> _shapes = [];
    private readonly Coverage _coverage = new();
    private byte[] _row = [];

    /// <summary>A white picture.</summary>
    public Pixels(int width, int height)
    {
        (Width, Height) = (width, height);
        Data = new byte[width * height * 3];
        Array.Fill(Data, (byte)255);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Red, green and blue, row by row.</summary>
    public byte[] Data { get; }

    /// <summary>Fills a rectangle; the pixels at its edges in the share that it covers.</summary>
    public void Fill(double x, double y, double width, double height, (byte R, byte G, byte B) color)
    {
        var (left, top, right, bottom) = (Math.Max(0, x), Math.Max(0, y), Math.Min(Width, x + width), Math.Min(Height, y + height));
        if (left >= right || top >= bottom)
        {
            return;
        }

        var (first, end) = ((int)left, (int)Math.Ceiling(right));
        Span<byte> across = end - first <= 4096 ? stackalloc byte[end - first] : new byte[end - first];
        var whole = -1;
        for (var row = (int)top; row < bottom; row++)
        {
            var share = Math.Min(row + 1, bottom) - Math.Max(row, top);
            if (share >= 1 && whole >= 0 && left <= first && right >= end)
            {
                // Covered whole, as a row before it.
                Data.AsSpan(((whole * Width) + first) * 3, across.Length * 3).CopyTo(Data.AsSpan(((row * Width) + first) * 3));
                continue;
            }

            whole = share >= 1 ? row : whole;
            for (var i = 0; i < across.Length; i++)
            {
                across[i] = (byte)((share * (Math.Min(first + i + 1, right) - Math.Max(first + i, left)) * 255) + 0.5);
            }

            Blend(first, row, across, color);
        }
    }

    /// <summary>Paints a glyph.</summary>
    /// <param name="face">The face.</param>
    /// <param name="glyph">The glyph.</param>
    /// <param name="x">Its origin.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="scale">Pixels to a font unit.</param>
    /// <param name="color">Its colour.</param>
    public void Paint(FontFace face, ushort glyph, double x, double y, double scale, (byte R, byte G, byte B) color)
    {
        if (!_shapes.TryGetValue((face, glyph), out var shape))
        {
            _shapes[(face, glyph)] = shape = new GlyphShape(face, glyph);
        }

        var points = shape.Points;
        if (points.Count == 0)
        {
            return;
        }

        var (least, most) = (points[0], points[0]);
        foreach (var point in points)
        {
            least = (Math.Min(least.X, point.X), Math.Min(least.Y, point.Y), false);
            most = (Math.Max(most.X, point.X), Math.Max(most.Y, point.Y), false);
        }

        var left = (int)Math.Floor(x + (least.X * scale));
        var top = (int)Math.Floor(y - (most.Y * scale));
        var width = (int)Math.Ceiling(x + (most.X * scale)) - left + 1;
        var height = (int)Math.Ceiling(y - (least.Y * scale)) - top + 1;
        if (left >= Width || top >= Height || left + width <= 0 || top + height <= 0 || (long)width * height > Data.Length)
        {
            return;
        }

        _coverage.Begin(width, height);
        var start = 0;
        for (var i = 0; i < points.Count; i++)
        {
            start = points[i].Starts ? i : start;
            var next = i + 1 < points.Count && !points[i + 1].Starts ? i + 1 : start;
            _coverage.Edge(X(points[i].X), Y(points[i].Y), X(points[next].X), Y(points[next].Y));
        }

        if (_row.Length < width)
        {
            _row = new byte[width];
        }

        var from = Math.Max(0, -left);
        var to = Math.Min(width, Width - left);
        for (var row = Math.Max(0, -top); row < Math.Min(height, Height - top); row++)
        {
            _coverage.Row(row, _row.AsSpan(0, width));
            Blend(left + from, top + row, _row.AsSpan(from, to - from), color);
        }

        float X(float unit) => (float)(x + (unit * scale) - left);
        float Y(float unit) => (float)(y - (unit * scale) - top);
    }

    private void Blend(int x, int y, ReadOnlySpan<byte> coverage, (byte R, byte G, byte B) color)
    {
        var pixels = Data.AsSpan(((y * Width) + x) * 3, coverage.Length * 3);
        for (var i = 0; i < coverage.Length; i++)
        {
            int share = coverage[i];
            if (share == 0)
            {
                continue;
            }

            var pixel = pixels.Slice(i * 3, 3);
            if (share == 255)
            {
                (pixel[0], pixel[1], pixel[2]) = (color.R, color.G, color.B);
                continue;
            }

            pixel[0] = Mixed(pixel[0], color.R, share);
            pixel[1] = Mixed(pixel[1], color.G, share);
            pixel[2] = Mixed(pixel[2], color.B, share);
        }
    }

    private static byte Mixed(byte under, byte over, int share) => (byte)(((under * (255 - share)) + (over * share) + 127) / 255);
}
