namespace Publish.Typesetting.Text.Directions;

/// <summary>
/// Finds in which direction each character of a text runs: the Unicode Bidirectional Algorithm (UAX #9, version 15.0) from rule X1 to L1. Even levels run from left to right, odd ones
/// from right to left. Its conformance test runs in the tests.
/// </summary>
internal sealed class EmbeddingLevels
{
    private const int MaximumDepth = 125;

    private readonly int[] codePoints;
    private readonly BidiClass[] original;
    private readonly BidiClass[] types;
    private readonly byte[] levels;
    private readonly int[] partner; // of a character that opens an isolate the one that closes it, and the other way round; −1 for none
    private readonly byte baseLevel;

    private EmbeddingLevels(int[] codePoints, BidiClass[] classes, byte baseLevel)
    {
        this.codePoints = codePoints;
        this.baseLevel = baseLevel;
        original = classes;
        types = [.. classes];
        levels = new byte[classes.Length];
        partner = new int[classes.Length];
    }

    /// <summary>Whether a text has anything in it that may run from right to left.</summary>
    public static bool AreNeeded(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0590', '\u08FF') || text.ContainsAnyInRange('\uFB1D', '\uFDFF') || text.ContainsAnyInRange('\uFE70', '\uFEFC')
        || text.ContainsAny("\u200F\u202B\u202E\u2067") || text.ContainsAny("\uD802\uD803\uD83A\uD83B");

    /// <summary>Whether text of a language runs from right to left as a whole.</summary>
    /// <param name="language">BCP 47.</param>
    public static bool RunsRightToLeft(string language)
    {
        var cut = language.IndexOf('-', StringComparison.Ordinal);
        return (cut < 0 ? language : language[..cut]).ToLowerInvariant() is "he" or "iw" or "ar" or "fa" or "ur" or "yi" or "ji" or "syr" or "dv" or "ps" or "sd" or "ckb" or "ug" or "arc" or "sam";
    }

    /// <summary>The level of every UTF-16 unit of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="baseLevel">0 for a paragraph that runs from left to right, 1 for one that runs from right to left.</param>
    /// <param name="isNeutral">Says of an offset that its character takes the direction of what is around it (the figures of a note's call); null for none.</param>
    public static byte[] Of(ReadOnlySpan<char> text, byte baseLevel, Func<int, bool>? isNeutral = null)
    {
        var codePoints = new List<int>(text.Length);
        var offsets = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            offsets.Add(i);
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            codePoints.Add(pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
            if (pair)
                i++;
        }

        var classes = new BidiClass[codePoints.Count];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = isNeutral?.Invoke(offsets[i]) == true ? BidiClass.ON : BidiClasses.Of(codePoints[i]);
        var found = new EmbeddingLevels([.. codePoints], classes, baseLevel).Resolve();
        var result = new byte[text.Length];
        for (var i = 0; i < found.Length; i++)
            result.AsSpan(offsets[i], (i + 1 < offsets.Count ? offsets[i + 1] : text.Length) - offsets[i]).Fill(found[i]);
        return result;
    }

    private byte[] Resolve()
    {
        FindPartners();
        FindExplicitLevels();
        foreach (var sequence in Sequences())
            sequence.Resolve();
        // What rule X9 takes no notice of goes with what stands before it.
        for (var i = 0; i < levels.Length; i++)
        {
            if (BidiClasses.IsRemoved(original[i]))
                levels[i] = i == 0 ? baseLevel : levels[i - 1];
        }

        ResetSpaces();
        return levels;
    }

    // BD9.
    private void FindPartners()
    {
        Array.Fill(partner, -1);
        var open = new Stack<int>();
        for (var i = 0; i < original.Length; i++)
        {
            if (BidiClasses.OpensIsolate(original[i]))
            {
                open.Push(i);
            }
            else if (original[i] == BidiClass.PDI && open.TryPop(out var opener))
            {
                partner[i] = opener;
                partner[opener] = i;
            }
        }
    }

    // X1 – X8.
    private void FindExplicitLevels()
    {
        var stack = new Stack<(byte Level, BidiClass Override, bool Isolate)>();
        stack.Push((baseLevel, BidiClass.ON, false));
        var (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0);
        for (var i = 0; i < types.Length; i++)
        {
            var type = original[i];
            switch (type)
            {
                case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                    levels[i] = stack.Peek().Level;
                    var embedded = Next(stack.Peek().Level, type is BidiClass.RLE or BidiClass.RLO);
                    if (embedded <= MaximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                        stack.Push(((byte)embedded, type == BidiClass.RLO ? BidiClass.R : type == BidiClass.LRO ? BidiClass.L : BidiClass.ON, false));
                    else if (overflowIsolates == 0)
                        overflowEmbeddings++;
                    break;
                case BidiClass.RLI or BidiClass.LRI or BidiClass.FSI:
                    Set(i, stack.Peek());
                    var isolated = Next(stack.Peek().Level, type == BidiClass.RLI || (type == BidiClass.FSI && StartsRightToLeft(i + 1, partner[i] < 0 ? types.Length : partner[i])));
                    if (isolated <= MaximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        validIsolates++;
                        stack.Push(((byte)isolated, BidiClass.ON, true));
                    }
                    else
                    {
                        overflowIsolates++;
                    }

                    break;
                case BidiClass.PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Pop().Isolate)
                        {
                        }

                        validIsolates--;
                    }

                    Set(i, stack.Peek());
                    break;
                case BidiClass.PDF:
                    if (overflowIsolates == 0 && overflowEmbeddings > 0)
                        overflowEmbeddings--;
                    else if (overflowIsolates == 0 && !stack.Peek().Isolate && stack.Count >= 2)
                        stack.Pop();
                    levels[i] = stack.Peek().Level;
                    break;
                case BidiClass.B:
                    levels[i] = baseLevel;
                    break;
                default:
                    Set(i, stack.Peek());
                    break;
            }
        }
    }

    private static int Next(byte level, bool rightToLeft) => rightToLeft ? (level + 1) | 1 : (level + 2) & ~1;

    private void Set(int i, (byte Level, BidiClass Override, bool Isolate) status)
    {
        levels[i] = status.Level;
        if (status.Override != BidiClass.ON && original[i] != BidiClass.BN)
            types[i] = status.Override;
    }

    // P2 and P3, for FSI.
    private bool StartsRightToLeft(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (original[i] is BidiClass.R or BidiClass.AL)
                return true;
            if (original[i] == BidiClass.L)
                return false;
            if (BidiClasses.OpensIsolate(original[i]))
            {
                if (partner[i] < 0)
                    return false;
                i = partner[i];
            }
        }

        return false;
    }

    // BD13 and X10.
    private List<IsolatingRun> Sequences()
    {
        var kept = Enumerable.Range(0, types.Length).Where(i => !BidiClasses.IsRemoved(original[i])).ToList();
        var runs = new List<List<int>>();
        var runOf = new Dictionary<int, int>();
        foreach (var i in kept)
        {
            if (runs.Count == 0 || levels[runs[^1][^1]] != levels[i])
                runs.Add([]);
            runs[^1].Add(i);
            runOf[i] = runs.Count - 1;
        }

        var result = new List<IsolatingRun>();
        foreach (var run in runs)
        {
            if (original[run[0]] == BidiClass.PDI && partner[run[0]] >= 0)
                continue;
            var members = new List<int>(run);
            while (BidiClasses.OpensIsolate(original[members[^1]]) && partner[members[^1]] >= 0)
                members.AddRange(runs[runOf[partner[members[^1]]]]);
            var level = levels[members[0]];
            var before = kept.BinarySearch(members[0]) is var b && b > 0 ? levels[kept[b - 1]] : baseLevel;
            var after = kept.BinarySearch(members[^1]) is var a && a + 1 < kept.Count && !BidiClasses.OpensIsolate(original[members[^1]]) ? levels[kept[a + 1]] : baseLevel;
            result.Add(new(codePoints, original, types, levels, [.. members], Direction(Math.Max(level, before)), Direction(Math.Max(level, after))));
        }

        return result;
    }

    private static BidiClass Direction(int level) => (level & 1) == 0 ? BidiClass.L : BidiClass.R;

    // L1: separators and the spaces before them and at the end take the paragraph's direction.
    private void ResetSpaces()
    {
        var reset = true;
        for (var i = levels.Length - 1; i >= 0; i--)
        {
            if (original[i] is BidiClass.S or BidiClass.B)
                reset = true;
            else if (original[i] != BidiClass.WS && original[i] != BidiClass.PDI && !BidiClasses.OpensIsolate(original[i]) && !BidiClasses.IsRemoved(original[i]))
                reset = false;
            if (reset)
                levels[i] = baseLevel;
        }
    }
}
