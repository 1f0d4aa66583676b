namespace Publish.Manuscript;

/// <summary>Lines and columns of the offsets of a text. Made for offsets that mostly grow: it looks near the last answer first.</summary>
internal sealed class LineIndex
{
    private readonly int[] _starts;
    private int _last;

    public LineIndex(string text)
    {
        var starts = new List<int>((text.Length / 40) + 4) { 0 };
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (next < 0)
            {
                break;
            }

            at += next;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }

        _starts = [.. starts];
    }

    /// <summary>Line and column of an offset, both from 1.</summary>
    public (int Line, int Column) Place(int offset)
    {
        var line = _last;
        if (_starts[line] > offset || (line + 8 < _starts.Length && _starts[line + 8] <= offset))
        {
            line = Array.BinarySearch(_starts, offset);
            line = line < 0 ? ~line - 1 : line;
        }
        else
        {
            while (line + 1 < _starts.Length && _starts[line + 1] <= offset)
            {
                line++;
            }
        }

        _last = line;
        return (line + 1, offset - _starts[line] + 1);
    }
}
