namespace Publish.Covers.Raster;

/// <summary>
/// How much of each pixel a shape covers. Every edge adds its signed area to the pixels it crosses and what it covers to their right; a sum along each row gives the
/// coverage (R. Levien's accumulation buffer, after the anti-aliasing of FreeType). Only sums and products of single precision: the same on every machine.
/// </summary>
internal sealed class Coverage
{
    private float[] _cells = [];
    private int _width;
    private int _height;

    /// <summary>Makes a window empty.</summary>
    /// <param name="width">Its width in pixels; edges must stay inside it.</param>
    /// <param name="height">Its height.</param>
    public void Begin(int width, int height)
    {
        // One cell more on each row takes what its last pixel hands on.
        (_width, _height) = (width + 2, height);
        if (_cells.Length < _width * height)
        {
            _cells = new float[_width * height];
        }

        Array.Clear(_cells, 0, _width * height);
    }

    /// <summary>Adds an edge, in pixels from the window's top left corner.</summary>
    public void Edge(float x0, float y0, float x1, float y1)
    {
        if (y0 == y1)
        {
            return;
        }

        var direction = 1f;
        if (y0 > y1)
        {
            (x0, y0, x1, y1, direction) = (x1, y1, x0, y0, -1f);
        }

        var slope = (x1 - x0) / (y1 - y0);
        var x = x0;
        var last = Math.Min(_height, (int)MathF.Ceiling(y1));
        for (var row = (int)y0; row < last; row++)
        {
            var covered = Math.Min(row + 1, y1) - Math.Max(row, y0);
            var next = x + (slope * covered);
            Row(_cells.AsSpan(row * _width, _width), x, next, covered * direction);
            x = next;
        }
    }

    /// <summary>The coverage of a row's pixels, 0 … 255.</summary>
    public void Row(int row, Span<byte> coverage)
    {
        var sum = 0f;
        var cells = _cells.AsSpan(row * _width, _width);
        for (var i = 0; i < coverage.Length; i++)
        {
            sum += cells[i];
            coverage[i] = (byte)((Math.Min(Math.Abs(sum), 1f) * 255f) + 0.5f);
        }
    }

    private static void Row(Span<float> cells, float from, float to, float height)
    {
        var (left, right) = from < to ? (from, to) : (to, from);
        var first = (int)left;
        var end = (int)MathF.Ceiling(right);
        if (end <= first + 1)
        {
            var middle = (0.5f * (from + to)) - first;
            cells[first] += height - (height * middle);
            cells[first + 1] += height * middle;
            return;
        }

        var slope = 1f / (right - left);
        var lead = 1f - (left - first);
        var head = 0.5f * slope * lead * lead;
        var rest = right - end + 1f;
        var tail = 0.5f * slope * rest * rest;
        cells[first] += height * head;
        if (end == first + 2)
        {
            cells[first + 1] += height * (1f - head - tail);
        }
        else
        {
            var second = slope * (0.5f + lead);
            cells[first + 1] += height * (second - head);
            for (var i = first + 2; i < end - 1; i++)
            {
                cells[i] += height * slope;
            }

            cells[end - 1] += height * (1f - second - ((end - first - 3) * slope) - tail);
        }

        cells[end] += height * tail;
    }
}
