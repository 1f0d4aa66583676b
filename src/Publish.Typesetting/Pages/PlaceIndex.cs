namespace Publish.Typesetting.Pages;

/// <summary>Numbers by place: a hash table that is emptied without touching it and never allocates once it has grown.</summary>
internal sealed class PlaceIndex
{
    private Slot[] slots = [];
    private int round = 1;
    private int count;

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        round++;
        count = 0;
    }

    /// <summary>The slot of a place and what goes with it; a new one where it isn't <paramref name="known"/>, valid until the next call.</summary>
    public int Find(in PagePlace place, int facing, out bool known)
    {
        if (count * 2 >= slots.Length)
        {
            Grow();
        }

        var at = Probe(place, facing);
        known = slots[at].Round == round;
        if (!known)
        {
            slots[at] = new Slot(place, facing, round, -1);
            count++;
        }

        return at;
    }

    /// <summary>The number in a slot.</summary>
    public int Get(int slot) => slots[slot].Value;

    /// <summary>Puts a number into a slot.</summary>
    public void Set(int slot, int value) => slots[slot] = slots[slot] with { Value = value };

    private int Probe(in PagePlace place, int facing)
    {
        var mask = slots.Length - 1;
        var at = Hash(place, facing) & mask;
        while (slots[at].Round == round && (slots[at].Facing != facing || slots[at].Place != place))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private static int Hash(in PagePlace place, int facing)
    {
        unchecked
        {
            var hash = (((uint)place.Block * 31) + (uint)place.Line) * 2654435761u;
            hash ^= (((uint)place.Variant * 7) + ((uint)place.Note * 131) + ((uint)place.NoteLine * 17) + ((uint)place.Float * 61) + (uint)facing) * 2246822519u;
            return (int)(hash >> 8);
        }
    }

    private void Grow()
    {
        var old = slots;
        slots = new Slot[Math.Max(64, old.Length * 2)];
        foreach (var slot in old)
        {
            if (slot.Round == round)
            {
                slots[Probe(slot.Place, slot.Facing)] = slot;
            }
        }
    }

    private readonly record struct Slot(PagePlace Place, int Facing, int Round, int Value);
}
