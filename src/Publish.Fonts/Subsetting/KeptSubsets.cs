namespace Publish.Fonts.Subsetting;

/// <summary>The last subsets of a face, so that editions and builds which show the same glyphs cut them once. Who asks for one that is in the making waits for it.</summary>
/// <typeparam name="T">What a subset is.</typeparam>
internal sealed class KeptSubsets<T>
    where T : class
{
    // Editions of a book under work, and some from before.
    private const int Most = 6;

    private readonly Dictionary<string, Slot> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>A subset, cut before or now.</summary>
    /// <param name="key">Its glyphs and form.</param>
    /// <param name="make">Cuts it.</param>
    public T Of(string key, Func<T> make)
    {
        Slot? slot;
        lock (_kept)
        {
            if (!_kept.TryGetValue(key, out slot))
            {
                if (_order.Count >= Most)
                {
                    _kept.Remove(_order.Dequeue());
                }

                _order.Enqueue(key);
                _kept[key] = slot = new Slot();
            }
        }

        lock (slot)
        {
            return slot.Subset ??= make();
        }
    }

    private sealed class Slot
    {
        public T? Subset { get; set; }
    }
}
