using System.Runtime.InteropServices;

namespace Publish.Pdf.Conformance;

/// <summary>Gathers violations while a file is written: the first of each kind with its place, the others by count.</summary>
internal sealed class Violations
{
    // Some kinds are met at every glyph: they are counted in place.
    private readonly Dictionary<ViolationKind, (int Page, string Detail, int Count)> _found = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _found.Count == 0;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var found in _found.Values)
            {
                count += found.Count;
            }

            return count;
        }
    }

    /// <summary>Notes one, or so many that are met at one place.</summary>
    public void Add(ViolationKind kind, int page = -1, string detail = "", int count = 1)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, kind, out var exists);
        known = exists ? known with { Count = known.Count + count } : (page, detail, count);
    }

    /// <summary>Notes what was gathered elsewhere after what is here.</summary>
    public void Add(Violations others)
    {
        foreach (var (kind, (page, detail, count)) in others._found)
        {
            Add(kind, page, detail, count);
        }
    }

    /// <summary>What was found, in order of kind.</summary>
    public IReadOnlyCollection<Violation> All => [.. _found.OrderBy(found => found.Key).Select(found => new Violation(found.Key, found.Value.Page, found.Value.Detail, found.Value.Count))];
}
