using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Publish.Typesetting.Text.Words;

/// <summary>
/// Shaped words by their characters. Any number of threads may read while one adds: readers take no lock. Open addressing at no more than three quarters full. The slot itself
/// holds the characters of a short word, so that one look at the table finds it; only longer words are compared with their text.
/// </summary>
internal sealed class WordTable
{
    // Characters that fit in a slot.
    private const int Short = 7;

    private readonly Lock adding = new();
    private Slot[] slots = new Slot[1024];
    private int count;

    /// <summary>How many words.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The word with these characters; null where it isn't known.</summary>
    public ShapedWord? Find(ReadOnlySpan<char> text) => Find(Volatile.Read(ref slots), text, KeyOf(text));

    /// <summary>The first word with a key; null where there is none. It may be another than the one that is looked for, if that is a long one: see <see cref="Is"/>.</summary>
    public ShapedWord? Candidate(in WordKey key) => Find(Volatile.Read(ref slots), [], key);

    /// <summary>Whether a word that was found by a text's key has that text: the key of a short one says so.</summary>
    public static bool Is(ShapedWord word, ReadOnlySpan<char> text) => text.Length <= Short || text.SequenceEqual(word.Text);

    /// <summary>Fetches the place where a word is looked for first.</summary>
    public void Fetch(in WordKey key)
    {
        var table = Volatile.Read(ref slots);
        Ahead.Fetch(ref table[HashOf(key) & unchecked((uint)table.Length - 1)]);
    }

    /// <summary>Adds a word.</summary>
    /// <returns>The word that is kept: another with the same characters where a thread was faster.</returns>
    public ShapedWord Add(ShapedWord word)
    {
        var key = KeyOf(word.Text);
        lock (adding)
        {
            if (Find(slots, word.Text, key) is { } known)
                return known;
            if (count * 4 >= slots.Length * 3)
                Grow();
            Put(slots, word, key);
            count++;
            return word;
        }
    }

    private static ShapedWord? Find(Slot[] table, ReadOnlySpan<char> text, in WordKey key)
    {
        unchecked
        {
            var mask = (uint)table.Length - 1;
            for (var i = HashOf(key) & mask; ; i = (i + 1) & mask)
            {
                ref var slot = ref table[i];
                if (Volatile.Read(ref slot.Word) is not { } word)
                    return null;
                if (slot.Low == key.Low && slot.High == key.High && Is(word, text))
                    return word;
            }
        }
    }

    private static void Put(Slot[] table, ShapedWord word, in WordKey key)
    {
        unchecked
        {
            var mask = (uint)table.Length - 1;
            var i = HashOf(key) & mask;
            while (table[i].Word is not null)
                i = (i + 1) & mask;
            (table[i].Low, table[i].High) = (key.Low, key.High);

            // The word last: who sees it sees its key.
            Volatile.Write(ref table[i].Word, word);
        }
    }

    private void Grow()
    {
        var larger = new Slot[slots.Length * 2];
        foreach (ref readonly var slot in slots.AsSpan())
        {
            if (slot.Word is { } word)
                Put(larger, word, new(slot.Low, slot.High));
        }

        Volatile.Write(ref slots, larger);
    }

    /// <summary>
    /// The key of a word: the characters of a short one and their number; of a longer one its first four and a hash of the others. Nothing depends on the order of the table.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordKey KeyOf(ReadOnlySpan<char> text)
    {
        unchecked
        {
            var bytes = MemoryMarshal.AsBytes(text);
            var length = (ulong)text.Length << 48;
            if (bytes.Length < 8)
                return new(Rest(bytes), length);
            var low = MemoryMarshal.Read<ulong>(bytes);
            if (text.Length <= Short)
                return new(low, Rest(bytes[8..]) | length);
            var hash = (ulong)text.Length;
            for (bytes = bytes[8..]; bytes.Length >= 8; bytes = bytes[8..])
                hash = Fold(hash ^ MemoryMarshal.Read<ulong>(bytes));
            return new(low, Fold(hash ^ Rest(bytes)) | (0xFFFFUL << 48));
        }
    }

    private static ulong Rest(ReadOnlySpan<byte> bytes)
    {
        var rest = 0UL;
        for (var i = 0; i < bytes.Length; i++)
            rest |= (ulong)bytes[i] << (8 * i);
        return rest;
    }

    private static ulong Fold(ulong value)
    {
        unchecked
        {
            value *= 0x9E37_79B9_7F4A_7C15;
            return value ^ (value >> 32);
        }
    }

    private static uint HashOf(in WordKey key) => unchecked((uint)(Fold(Fold(key.Low) ^ key.High) >> 8));

    private struct Slot
    {
        public ShapedWord? Word;
        public ulong Low;
        public ulong High;
    }
}

/// <summary>What a word is found by.</summary>
/// <param name="Low">Its first four characters.</param>
/// <param name="High">What else there is of it, in short.</param>
internal readonly record struct WordKey(ulong Low, ulong High);
