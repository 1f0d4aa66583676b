using System.Numerics;

namespace Publish.Typesetting.Hyphenation;

/// <summary>
/// Liang's patterns as a trie (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983). While it is made, a node's children are found by hashing node and letter; the digits
/// of a pattern hang at the node of its last letter. Then, where the patterns have no more than 63 letters, it is packed: a node says in a word of bits which children it has, and these
/// stand in a row (P. Bagwell, "Ideal Hash Trees", Lausanne 2001), so that a step touches nothing but the node it comes to.
/// </summary>
internal sealed class PatternTrie
{
    private const int Root = 0;

    /// <summary>Letters by code unit, below <see cref="SymbolTable"/>; 0 for what no pattern has.</summary>
    private readonly byte[] symbols = new byte[SymbolTable];
    private readonly Dictionary<char, byte> rareSymbols = [];
    private readonly List<byte> values = new(1 << 14);
    private readonly byte[] digitsOf; // the same when all are there
    private readonly Node[]? packed; // null where letters are too many
    private const int SymbolTable = 0x600;
    private int symbolCount;
    private long[] edges; // node << 8 | symbol in the high half, child in the low half; 0 is empty (no child is the root)
    private int edgeCount;
    private int[] ends; // offset into values of a node's digits; 0 for none
    private int nodeCount = 1;

    /// <summary>A trie of patterns.</summary>
    /// <param name="patterns">Patterns divided by white space, as ".ach4" or "1so". A dot stands for a word's end.</param>
    public PatternTrie(ReadOnlySpan<char> patterns)
    {
        edges = new long[1 << 14];
        ends = new int[1 << 12];
        values.Add(0);
        for (var i = 0; i < patterns.Length;)
        {
            if (patterns[i] <= ' ')
            {
                i++;
                continue;
            }

            var end = i;
            while (end < patterns.Length && patterns[end] > ' ')
                end++;
            Add(patterns[i..end]);
            i = end;
        }

        digitsOf = [.. values];
        packed = symbolCount < 64 ? Pack() : null;
    }

    /// <summary>Whether a character occurs in any pattern.</summary>
    public bool Knows(char letter) => SymbolOf(letter) != 0;

    /// <summary>Raises the levels between the letters of a word to those of all patterns that match.</summary>
    /// <param name="word">The word in lower case with a dot at either end.</param>
    /// <param name="levels">For each character of <paramref name="word"/> the level of the place before it; and one more.</param>
    public void Match(ReadOnlySpan<char> word, Span<byte> levels)
    {
        if (packed is not null && word.Length <= 128)
        {
            Match(packed, word, levels);
            return;
        }

        for (var start = 0; start < word.Length; start++)
        {
            var node = Root;
            for (var at = start; at < word.Length; at++)
            {
                var symbol = SymbolOf(word[at]);
                if (symbol == 0 || (node = Child(node, symbol)) == Root)
                    break;
                var digits = ends[node];
                if (digits == 0)
                    continue;
                var count = values[digits];
                for (var k = 0; k < count; k++)
                {
                    var level = values[digits + 1 + k];
                    if (level > levels[start + k])
                        levels[start + k] = level;
                }
            }
        }
    }

    private void Match(ReadOnlySpan<Node> nodes, ReadOnlySpan<char> word, Span<byte> levels)
    {
        Span<byte> letters = stackalloc byte[word.Length];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = SymbolOf(word[i]);
        for (var start = 0; start < letters.Length; start++)
        {
            ref readonly var node = ref nodes[Root];
            foreach (var letter in letters[start..])
            {
                // A letter that no pattern has is 0, which no node has for a child.
                var bit = 1UL << letter;
                if ((node.Children & bit) == 0)
                    break;
                node = ref nodes[node.First + BitOperations.PopCount(node.Children & (bit - 1))];
                if (node.Digits == 0)
                    continue;
                var digits = digitsOf.AsSpan(node.Digits + 1, digitsOf[node.Digits]);
                for (var k = 0; k < digits.Length; k++)
                {
                    if (digits[k] > levels[start + k])
                        levels[start + k] = digits[k];
                }
            }
        }
    }

    /// <summary>Puts the nodes into rows: the root, then the children of each in order.</summary>
    private Node[] Pack()
    {
        var children = new ulong[nodeCount];
        foreach (var edge in edges)
        {
            if (edge != 0)
                children[(int)(edge >> 40)] |= 1UL << (int)((edge >> 32) & 0xFF);
        }

        var result = new Node[nodeCount];
        var old = new int[nodeCount];
        var next = 1;
        for (var i = 0; i < nodeCount; i++)
        {
            result[i] = new Node { Children = children[old[i]], First = next, Digits = ends[old[i]] };
            for (var rest = children[old[i]]; rest != 0; rest &= rest - 1)
                old[next++] = Child(old[i], (byte)BitOperations.TrailingZeroCount(rest));
        }

        // What they were found by is not needed any more.
        edges = [];
        ends = [];
        return result;
    }

    private byte SymbolOf(char letter) => letter < SymbolTable ? symbols[letter] : rareSymbols.GetValueOrDefault(letter);

    private void Add(ReadOnlySpan<char> pattern)
    {
        Span<byte> digits = stackalloc byte[64];
        digits.Clear();
        var letters = 0;
        var used = 0;
        var node = Root;
        foreach (var c in pattern)
        {
            if (c is >= '0' and <= '9')
            {
                digits[letters] = (byte)(c - '0');
                used = letters + 1;
                continue;
            }

            node = GrowChild(node, InternSymbol(c));
            if (++letters == 62)
                break;
        }

        // A pattern's places before its first digit that counts are kept: Match starts at the first letter.
        ends[node] = values.Count;
        values.Add((byte)used);
        foreach (var digit in digits[..used])
            values.Add(digit);
    }

    private byte InternSymbol(char c)
    {
        var symbol = SymbolOf(c);
        if (symbol == 0)
        {
            symbol = (byte)++symbolCount;
            if (c < SymbolTable)
                symbols[c] = symbol;
            else
                rareSymbols[c] = symbol;
        }

        return symbol;
    }

    private static int Slot(int key, int mask) => unchecked((int)(((uint)key * 2654435769u) >> 7)) & mask;

    private int Child(int node, byte symbol)
    {
        var key = (node << 8) | symbol;
        var mask = edges.Length - 1;
        for (var slot = Slot(key, mask); ; slot = (slot + 1) & mask)
        {
            var edge = edges[slot];
            if (edge == 0)
                return Root;
            if ((int)(edge >> 32) == key)
                return unchecked((int)edge);
        }
    }

    private int GrowChild(int node, byte symbol)
    {
        var child = Child(node, symbol);
        if (child != Root)
            return child;
        if (edgeCount * 2 >= edges.Length)
            Rehash();
        child = nodeCount++;
        if (child == ends.Length)
            Array.Resize(ref ends, ends.Length * 2);
        Insert(edges, ((long)((node << 8) | symbol) << 32) | (uint)child);
        edgeCount++;
        return child;
    }

    private static void Insert(long[] table, long edge)
    {
        var mask = table.Length - 1;
        var slot = Slot((int)(edge >> 32), mask);
        while (table[slot] != 0)
            slot = (slot + 1) & mask;
        table[slot] = edge;
    }

    private void Rehash()
    {
        var larger = new long[edges.Length * 2];
        foreach (var edge in edges)
        {
            if (edge != 0)
                Insert(larger, edge);
        }

        edges = larger;
    }

    private struct Node
    {
        public ulong Children;
        public int First;
        public int Digits;
    }
}
