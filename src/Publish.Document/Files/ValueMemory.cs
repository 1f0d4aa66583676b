using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Publish.Document;

/// <summary>
/// Keeps what was made by what it was made from, so that the next build finds it. What the last build didn't use is forgotten. Safe to use from several threads;
/// two that make the same at once both make it, and the first is kept.
/// </summary>
/// <typeparam name="TKey">All that a value depends on, compared by value, or by identity where that stands for it.</typeparam>
/// <typeparam name="TValue">What was made. Nobody may change it.</typeparam>
/// <param name="comparer">Compares keys; null for their own comparison.</param>
public sealed class ValueMemory<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new(comparer ?? EqualityComparer<TKey>.Default);
    private int _build;

    /// <summary>How many values it keeps.</summary>
    public int Count => _entries.Count;

    /// <summary>What it keeps, in no order.</summary>
    public IEnumerable<TValue> Values => _entries.Values.Select(entry => entry.Value);

    /// <summary>A new build begins: what the one before didn't use is forgotten.</summary>
    public void Turn()
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.Build < _build)
            {
                _entries.TryRemove(key, out _);
            }
        }

        _build++;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>What was made from this before; it counts as used.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            value = default;
            return false;
        }

        entry.Build = _build;
        value = entry.Value;
        return true;
    }

    /// <summary>Keeps a value in place of what was kept for this key.</summary>
    public void Keep(TKey key, TValue value) => _entries[key] = new Entry(value) { Build = _build };

    /// <summary>What was made from this before, else what is made now.</summary>
    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (TryGet(key, out var known))
        {
            return known;
        }

        var entry = _entries.GetOrAdd(key, new Entry(make(key)));
        entry.Build = _build;
        return entry.Value;
    }

    private sealed class Entry(TValue value)
    {
        public TValue Value { get; } = value;

        public int Build { get; set; }
    }
}
