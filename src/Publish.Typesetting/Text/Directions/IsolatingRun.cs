namespace Publish.Typesetting.Text.Directions;

/// <summary>An isolating run sequence (UAX #9, BD13): rules W1 to I2 go over it by itself.</summary>
internal sealed class IsolatingRun(int[] codePoints, BidiClass[] original, BidiClass[] types, byte[] levels, int[] members, BidiClass start, BidiClass end)
{
    private const int MostBrackets = 63;

    private readonly byte level = levels[members[0]];

    private BidiClass Embedding => (level & 1) == 0 ? BidiClass.L : BidiClass.R;

    /// <summary>Settles types and levels of its characters.</summary>
    public void Resolve()
    {
        ResolveWeak();
        ResolveBrackets();
        ResolveNeutrals();
        foreach (var i in members)
        {
            levels[i] = (level & 1) == 0
                ? (byte)(level + (types[i] == BidiClass.R ? 1 : types[i] is BidiClass.AN or BidiClass.EN ? 2 : 0))
                : (byte)(level + (types[i] is BidiClass.L or BidiClass.AN or BidiClass.EN ? 1 : 0));
        }
    }

    private BidiClass TypeAt(int k) => k < 0 ? start : k >= members.Length ? end : types[members[k]];

    // W1 – W7.
    private void ResolveWeak()
    {
        for (var k = 0; k < members.Length; k++)
        {
            if (types[members[k]] == BidiClass.NSM)
                types[members[k]] = k > 0 && (original[members[k - 1]] == BidiClass.PDI || BidiClasses.OpensIsolate(original[members[k - 1]])) ? BidiClass.ON : TypeAt(k - 1);
        }

        var strong = start;
        for (var k = 0; k < members.Length; k++)
        {
            var type = types[members[k]];
            if (type is BidiClass.L or BidiClass.R or BidiClass.AL)
                strong = type;
            else if (type == BidiClass.EN && strong == BidiClass.AL)
                types[members[k]] = BidiClass.AN;
        }

        foreach (var i in members)
        {
            if (types[i] == BidiClass.AL)
                types[i] = BidiClass.R;
        }

        for (var k = 1; k + 1 < members.Length; k++)
        {
            var (before, type, after) = (TypeAt(k - 1), TypeAt(k), TypeAt(k + 1));
            if (before == after && ((before == BidiClass.EN && type is BidiClass.ES or BidiClass.CS) || (before == BidiClass.AN && type == BidiClass.CS)) && before is BidiClass.EN or BidiClass.AN)
                types[members[k]] = before;
        }

        ResolveTerminators();
        strong = start;
        for (var k = 0; k < members.Length; k++)
        {
            var type = types[members[k]];
            if (type is BidiClass.L or BidiClass.R)
                strong = type;
            else if (type is BidiClass.ES or BidiClass.ET or BidiClass.CS)
                types[members[k]] = BidiClass.ON;
            else if (type == BidiClass.EN && strong == BidiClass.L)
                types[members[k]] = BidiClass.L;
        }
    }

    // W5.
    private void ResolveTerminators()
    {
        for (var k = 0; k < members.Length;)
        {
            var to = k;
            while (to < members.Length && types[members[to]] == BidiClass.ET)
                to++;
            if (to > k && (TypeAt(k - 1) == BidiClass.EN || (to < members.Length && TypeAt(to) == BidiClass.EN)))
                Fill(k, to, BidiClass.EN);
            k = Math.Max(to, k + 1);
        }
    }

    private void Fill(int from, int to, BidiClass type)
    {
        for (var k = from; k < to; k++)
            types[members[k]] = type;
    }

    private static bool IsNeutral(BidiClass type) => type is BidiClass.B or BidiClass.S or BidiClass.WS or BidiClass.ON or BidiClass.PDI || BidiClasses.OpensIsolate(type);

    private static BidiClass Strong(BidiClass type) => type is BidiClass.EN or BidiClass.AN ? BidiClass.R : type;

    // N0.
    private void ResolveBrackets()
    {
        foreach (var (open, close) in Pairs())
        {
            BidiClass? inside = null;
            for (var k = open + 1; k < close && inside != Embedding; k++)
            {
                if (Strong(types[members[k]]) is BidiClass.L or BidiClass.R)
                    inside = Strong(types[members[k]]);
            }

            if (inside is null)
                continue;
            if (inside != Embedding)
            {
                var before = open - 1;
                while (before >= 0 && Strong(types[members[before]]) is not (BidiClass.L or BidiClass.R))
                    before--;
                if (Strong(TypeAt(before)) != inside)
                    inside = Embedding;
            }

            Settle(open, inside.Value);
            Settle(close, inside.Value);
        }
    }

    private void Settle(int k, BidiClass type)
    {
        types[members[k]] = type;
        for (k++; k < members.Length && original[members[k]] == BidiClass.NSM; k++)
            types[members[k]] = type;
    }

    // BD16.
    private List<(int Open, int Close)> Pairs()
    {
        var pairs = new List<(int Open, int Close)>();
        var open = new List<(int Closing, int At)>();
        for (var k = 0; k < members.Length; k++)
        {
            if (types[members[k]] != BidiClass.ON)
                continue;
            var c = Canonical(codePoints[members[k]]);
            var at = c > 0xFFFF ? -1 : BidiData.Brackets.IndexOf((char)c, StringComparison.Ordinal);
            if (at < 0)
                continue;
            if (at % 2 == 0)
            {
                if (open.Count == MostBrackets)
                    return [];
                open.Add((Canonical(BidiData.Brackets[at + 1]), k));
                continue;
            }

            var found = open.FindLastIndex(o => o.Closing == c);
            if (found < 0)
                continue;
            pairs.Add((open[found].At, k));
            open.RemoveRange(found, open.Count - found);
        }

        pairs.Sort();
        return pairs;
    }

    private static int Canonical(int c) => c switch { 0x2329 => 0x3008, 0x232A => 0x3009, _ => c };

    // N1 and N2.
    private void ResolveNeutrals()
    {
        for (var k = 0; k < members.Length;)
        {
            var to = k;
            while (to < members.Length && IsNeutral(types[members[to]]))
                to++;
            if (to > k)
            {
                var before = Strong(TypeAt(k - 1));
                Fill(k, to, before == Strong(TypeAt(to)) ? before : Embedding);
            }

            k = Math.Max(to, k + 1);
        }
    }
}
