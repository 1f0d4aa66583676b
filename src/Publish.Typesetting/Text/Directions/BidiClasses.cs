namespace Publish.Typesetting.Text.Directions;

/// <summary>Looks up bidirectional classes.</summary>
internal static class BidiClasses
{
    private static readonly int[] Starts;
    private static readonly BidiClass[] Classes;

    static BidiClasses()
    {
        var data = BidiData.Runs;
        var starts = new List<int>(1200);
        var classes = new List<BidiClass>(1200);
        var codePoint = 0;
        for (var i = 0; i < data.Length;)
        {
            starts.Add(codePoint);
            classes.Add((BidiClass)data[i++]);
            var rest = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = data[i++];
                rest |= (b & 127) << shift;
                if (b < 128)
                    break;
            }

            codePoint += rest + 1;
        }

        Starts = [.. starts];
        Classes = [.. classes];
    }

    /// <summary>The class of a code point. A line feed, the forced line break of running text, ends a segment and no paragraph.</summary>
    public static BidiClass Of(int codePoint)
    {
        if (codePoint == '\n')
            return BidiClass.S;
        var at = Array.BinarySearch(Starts, codePoint);
        return Classes[at >= 0 ? at : ~at - 1];
    }

    /// <summary>Whether a class is that of a character which opens an isolate.</summary>
    public static bool OpensIsolate(BidiClass value) => value is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    /// <summary>Whether a class is taken no notice of once explicit levels are known (rule X9).</summary>
    public static bool IsRemoved(BidiClass value) => value is BidiClass.BN or (>= BidiClass.LRE and <= BidiClass.PDF);
}
