using System.Globalization;

namespace Publish.Covers.Raster;

/// <summary>A picture of flat colours: rectangles and outlines of letters, their edges smooth.</summary>
internal sealed class FlatPainting
{
    // Steps into which a curve is divided: at the size of a title, fewer than two pixels each.
    private const int CurveSteps = 12;

    private readonly List<(float X, float Y)> points = [];
    private float[] coverage = [];

    /// <summary>A white picture.</summary>
    public FlatPainting(int width, int height)
    {
        Width = width;
        Height = height;
        Pixels = new byte[width * height * 3];
        Pixels.AsSpan().Fill(255);
    }

    /// <summary>Its width.</summary>
    public int Width { get; }

    /// <summary>Its height.</summary>
    public int Height { get; }

    /// <summary>Red, green and blue of each pixel, by row.</summary>
    public byte[] Pixels { get; }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(double left, double top, double right, double bottom, (byte Red, byte Green, byte Blue) color)
    {
        for (var y = Math.Max(0, (int)Math.Floor(top)); y < Math.Min(Height, (int)Math.Ceiling(bottom)); y++)
        {
            var down = Math.Min(bottom, y + 1) - Math.Max(top, y);
            var from = Math.Max(0, (int)Math.Floor(left));
            var to = Math.Min(Width, (int)Math.Ceiling(right));
            for (var x = from; x < to; x++)
            {
                if (down >= 1 && x >= left && x + 1 <= right)
                {
                    // The pixels that are covered whole, at once.
                    var whole = Math.Min(to, (int)Math.Floor(right));
                    Run(y, x, whole, color);
                    x = whole - 1;
                }
                else
                {
                    Mix(y, x, (float)(down * (Math.Min(right, x + 1) - Math.Max(left, x))), color);
                }
            }
        }
    }

    /// <summary>Fills an outline, given as SVG path data of absolute M, L, Q, C and Z, moved to a place.</summary>
    public void Fill(ReadOnlySpan<char> path, double x, double y, (byte Red, byte Green, byte Blue) color)
    {
        // Its box in whole pixels; edges are summed up in it as areas (the accumulation buffer of signed areas that font rasterisers use).
        Flatten(path);
        if (points.Count == 0)
        {
            return;
        }

        var (minX, minY, maxX, maxY) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var (px, py) in points)
        {
            if (!float.IsNaN(px))
            {
                (minX, minY, maxX, maxY) = (Math.Min(minX, px), Math.Min(minY, py), Math.Max(maxX, px), Math.Max(maxY, py));
            }
        }

        var left = (int)Math.Floor(minX + x);
        var top = (int)Math.Floor(minY + y);
        var width = (int)Math.Ceiling(maxX + x) - left + 2;
        var height = (int)Math.Ceiling(maxY + y) - top + 1;
        if (coverage.Length < width * height)
        {
            coverage = new float[width * height];
        }

        Array.Clear(coverage, 0, width * height);
        var (dx, dy) = ((float)(x - left), (float)(y - top));
        for (var i = 1; i < points.Count; i++)
        {
            if (!float.IsNaN(points[i].X) && !float.IsNaN(points[i - 1].X))
            {
                Edge(points[i - 1].X + dx, points[i - 1].Y + dy, points[i].X + dx, points[i].Y + dy, width);
            }
        }

        for (var row = 0; row < height; row++)
        {
            var sum = 0f;
            for (var column = 0; column < width; column++)
            {
                sum += coverage[(row * width) + column];
                if (top + row >= 0 && top + row < Height && left + column >= 0 && left + column < Width && Math.Abs(sum) > 0.002f)
                {
                    Mix(top + row, left + column, Math.Min(1f, Math.Abs(sum)), color);
                }
            }
        }
    }

    // An edge adds to each pixel of a row the part of it that lies to the right of the edge, so that a sum along the row gives what is inside.
    private void Edge(float x0, float y0, float x1, float y1, int width)
    {
        if (y0 == y1)
        {
            return;
        }

        var direction = y0 < y1 ? 1f : -1f;
        if (y0 > y1)
        {
            (x0, y0, x1, y1) = (x1, y1, x0, y0);
        }

        var slope = (x1 - x0) / (y1 - y0);
        var x = x0;
        for (var row = (int)y0; row < y1; row++)
        {
            var down = Math.Min(row + 1, y1) - Math.Max(row, y0);
            var next = x + (slope * down);
            var area = direction * down;
            var (from, to) = x < next ? (x, next) : (next, x);
            var first = (int)from;
            var at = (row * width) + first;
            var last = (int)Math.Ceiling(to);
            if (last <= first + 1)
            {
                var middle = ((from + to) / 2) - first;
                coverage[at] += area * (1 - middle);
                coverage[at + 1] += area * middle;
            }
            else
            {
                var per = area / (to - from);
                var done = 0f;
                for (var column = first; column < last; column++)
                {
                    // What of the edge's height lies left of this pixel's right side, counted to its middle.
                    var (a, b) = (Math.Max(from, column), Math.Min(to, column + 1));
                    var part = per * (b - a);
                    var share = part * (column + 1 - ((a + b) / 2));
                    coverage[(row * width) + column] += share + done;
                    done = part - share;
                }

                coverage[(row * width) + last] += done;
            }

            x = next;
        }
    }

    private void Flatten(ReadOnlySpan<char> path)
    {
        points.Clear();
        Span<float> n = stackalloc float[6];
        var at = 0;
        (float X, float Y) start = default;
        (float X, float Y) now = default;
        while (at < path.Length)
        {
            var command = path[at++];
            var wanted = command switch { 'M' or 'L' => 2, 'Q' => 4, 'C' => 6, _ => 0 };
            for (var i = 0; i < wanted; i++)
            {
                var end = path[at..].IndexOf(' ');
                end = end < 0 ? path.Length : at + end;
                n[i] = float.Parse(path[at..end], NumberStyles.Float, CultureInfo.InvariantCulture);
                at = Math.Min(path.Length, end + 1);
            }

            switch (command)
            {
                case 'M':
                    // A point that is none parts the outlines.
                    points.Add((float.NaN, float.NaN));
                    points.Add(start = now = (n[0], n[1]));
                    break;
                case 'L':
                    points.Add(now = (n[0], n[1]));
                    break;
                case 'Q':
                    Curve(now, (now.X + ((n[0] - now.X) * 2 / 3), now.Y + ((n[1] - now.Y) * 2 / 3)), (n[2] + ((n[0] - n[2]) * 2 / 3), n[3] + ((n[1] - n[3]) * 2 / 3)), now = (n[2], n[3]));
                    break;
                case 'C':
                    Curve(now, (n[0], n[1]), (n[2], n[3]), now = (n[4], n[5]));
                    break;
                case 'Z':
                    points.Add(now = start);
                    break;
                default:
                    break;
            }
        }
    }

    private void Curve((float X, float Y) a, (float X, float Y) b, (float X, float Y) c, (float X, float Y) d)
    {
        for (var i = 1; i <= CurveSteps; i++)
        {
            var t = (float)i / CurveSteps;
            var u = 1 - t;
            var (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t);
            points.Add(i == CurveSteps ? d : ((p * a.X) + (q * b.X) + (r * c.X) + (s * d.X), (p * a.Y) + (q * b.Y) + (r * c.Y) + (s * d.Y)));
        }
    }

    private void Run(int y, int from, int to, (byte Red, byte Green, byte Blue) color)
    {
        var row = Pixels.AsSpan(((y * Width) + from) * 3, (to - from) * 3);
        if (row.IsEmpty)
        {
            return;
        }

        (row[0], row[1], row[2]) = color;
        for (var done = 3; done < row.Length; done *= 2)
        {
            row[..Math.Min(done, row.Length - done)].CopyTo(row[done..]);
        }
    }

    private void Mix(int y, int x, float share, (byte Red, byte Green, byte Blue) color)
    {
        var pixel = Pixels.AsSpan(((y * Width) + x) * 3, 3);
        pixel[0] = (byte)(pixel[0] + ((color.Red - pixel[0]) * share) + 0.5f);
        pixel[1] = (byte)(pixel[1] + ((color.Green - pixel[1]) * share) + 0.5f);
        pixel[2] = (byte)(pixel[2] + ((color.Blue - pixel[2]) * share) + 0.5f);
    }
}
