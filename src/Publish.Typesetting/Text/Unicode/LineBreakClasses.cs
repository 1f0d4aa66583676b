namespace Publish.Typesetting.Text.Unicode;

/// <summary>Looks up line break classes.</summary>
internal static class LineBreakClasses
{
    /// <summary>Code points below this are looked up directly: Latin, Greek, Cyrillic … up to the punctuation and symbols of U+2000–U+2FFF.</summary>
    private const int Direct = 0x3000;

    private static readonly int[] Starts;
    private static readonly LineBreakClass[] Classes;
    private static readonly LineBreakClass[] Low = new LineBreakClass[Direct];

    static LineBreakClasses()
    {
        var data = LineBreakData.Runs;
        var starts = new List<int>(2600);
        var classes = new List<LineBreakClass>(2600);
        var codePoint = 0;
        for (var i = 0; i < data.Length;)
        {
            starts.Add(codePoint);
            var value = (LineBreakClass)data[i++];
            classes.Add(value);
            var rest = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = data[i++];
                rest |= (b & 127) << shift;
                if (b < 128)
                    break;
            }

            var next = codePoint + rest + 1;
            if (codePoint < Direct)
                Low.AsSpan(codePoint, Math.Min(next, Direct) - codePoint).Fill(value);
            codePoint = next;
        }

        Starts = [.. starts];
        Classes = [.. classes];
    }

    /// <summary>The class of a code point.</summary>
    public static LineBreakClass Of(int codePoint)
    {
        if ((uint)codePoint < Direct)
            return Low[codePoint];
        var at = Array.BinarySearch(Starts, codePoint);
        return Classes[at >= 0 ? at : ~at - 1];
    }
}
