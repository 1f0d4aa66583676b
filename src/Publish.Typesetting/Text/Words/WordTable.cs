using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Publish.Typesetting.Text.Words;

/// <summary>
/// Shaped words by their characters. Any number of threads may read while one adds: readers take no lock. Open addressing at no more than half full, so that a word
/// found costs one look at the table and one comparison.
/// </summary>
internal sealed class WordTable
{
    private readonly Lock adding = new();
    private Slot[] slots = new Slot[1024];
    private int count;

    /// <summary>How many words.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The word with these characters; null where it isn't known.</summary>
    public ShapedWord? Find(ReadOnlySpan<char> text) => Find(Volatile.Read(ref slots), text, HashOf(text));

    /// <summary>Adds a word.</summary>
    /// <returns>The word that is kept: another with the same characters where a thread was faster.</returns>
    public ShapedWord Add(ShapedWord word)
    {
        var hash = HashOf(word.Text);
        lock (adding)
        {
            if (Find(slots, word.Text, hash) is { } known)
                return known;
            if (count * 2 >= slots.Length)
                Grow();
            Put(slots, word, hash);
            count++;
            return word;
        }
    }

    private static ShapedWord? Find(Slot[] table, ReadOnlySpan<char> text, uint hash)
    {
        unchecked
        {
            var mask = (uint)table.Length - 1;
            for (var i = hash & mask; ; i = (i + 1) & mask)
            {
                ref var slot = ref table[i];
                if (Volatile.Read(ref slot.Word) is not { } word)
                    return null;
                if (slot.Hash == hash && text.SequenceEqual(word.Text))
                    return word;
            }
        }
    }

    private static void Put(Slot[] table, ShapedWord word, uint hash)
    {
        unchecked
        {
            var mask = (uint)table.Length - 1;
            var i = hash & mask;
            while (table[i].Word is not null)
                i = (i + 1) & mask;
            table[i].Hash = hash;

            // The word last: who sees it sees its hash.
            Volatile.Write(ref table[i].Word, word);
        }
    }

    private void Grow()
    {
        var larger = new Slot[slots.Length * 2];
        foreach (ref readonly var slot in slots.AsSpan())
        {
            if (slot.Word is { } word)
                Put(larger, word, slot.Hash);
        }

        Volatile.Write(ref slots, larger);
    }

    // Four characters at a time, multiplied by an odd constant and folded: words are short, and nothing depends on the order of the table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HashOf(ReadOnlySpan<char> text)
    {
        unchecked
        {
            const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
            var hash = (ulong)text.Length * Multiplier;
            var bytes = MemoryMarshal.AsBytes(text);
            while (bytes.Length >= 8)
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * Multiplier;
                hash ^= hash >> 32;
                bytes = bytes[8..];
            }

            var rest = 0UL;
            for (var i = 0; i < bytes.Length; i++)
                rest |= (ulong)bytes[i] << (8 * i);
            hash = (hash ^ rest) * Multiplier;
            return (uint)(hash >> 32);
        }
    }

    private struct Slot
    {
        public ShapedWord? Word;
        public uint Hash;
    }
}
