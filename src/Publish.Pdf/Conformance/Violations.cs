namespace Publish.Pdf.Conformance;

/// <summary>Gathers violations while a file is written: the first of each kind with its place, the others by count.</summary>
internal sealed class Violations
{
    private readonly SortedDictionary<ViolationKind, Violation> _found = [];

    /// <summary>Notes one.</summary>
    public void Add(ViolationKind kind, int page = -1, string detail = "") =>
        _found[kind] = _found.TryGetValue(kind, out var known) ? known with { Count = known.Count + 1 } : new Violation(kind, page, detail, 1);

    /// <summary>What was found, in order of kind.</summary>
    public IReadOnlyCollection<Violation> All => _found.Values;
}
