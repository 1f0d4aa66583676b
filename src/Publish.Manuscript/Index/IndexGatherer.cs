using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Gathers the marks of the index into entries, sorts them letter by letter and joins the cross-references of <c>index.yaml</c>.</summary>
internal static class IndexGatherer
{
    public static ImmutableArray<IndexEntry> Gather(Reading reading, IReadOnlyList<IndexMark> marks, NamedFile? file)
    {
        var root = new Headword("");
        foreach (var mark in marks)
        {
            root.At(mark.Terms).Take(reading, mark);
        }

        CrossReferences(reading, file, root);
        root.Check(reading);
        return root.Sorted();
    }

    private static void CrossReferences(Reading reading, NamedFile? file, Headword root)
    {
        var references = new List<(Headword From, string Target, bool Also, SourceSpan Span)>();
        foreach (var entry in YamlRecords.Read(reading, file, "an entry of the index"))
        {
            var term = entry.RequiredText("term");
            var see = entry.Text("see");
            var also = entry.Texts("see-also");
            var sort = entry.Text("sort");
            var seeSpan = entry.SpanOf("see");
            var alsoSpan = entry.SpanOf("see-also");
            entry.Finish();
            if (term is null)
            {
                continue;
            }

            var headword = root.At([.. term.Split('!', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
            headword.SortKey = sort ?? headword.SortKey;
            if (see is not null)
            {
                headword.See = see;
                references.Add((headword, see, false, seeSpan));
            }

            foreach (var target in also)
            {
                headword.SeeAlso.Add(target);
                references.Add((headword, target, true, alsoSpan));
            }
        }

        foreach (var (_, target, also, span) in references)
        {
            if (!root.Has(target))
            {
                var near = Spelling.Nearest(target, root.Names);
                reading.Report(ManuscriptDiagnostics.IndexTargetMissing, SourceSpan.At(span.File, span.Line, span.Column), $"'{(also ? "see also" : "see")}' names '{target}', which is no headword of the index", near is null ? "name a headword as its marks do" : $"did you mean '{near}'?");
            }
        }
    }

    /// <summary>A headword being gathered.</summary>
    private sealed class Headword(string term)
    {
        private readonly Dictionary<string, Headword> _entries = new(StringComparer.Ordinal);
        private readonly List<IndexLocator> _locators = [];
        private readonly Stack<(int Locator, IndexMark Mark)> _open = new();

        public string SortKey { get; set; } = IndexOrder.KeyOf(IndexTerm.Plain(term));

        public string? See { get; set; }

        public List<string> SeeAlso { get; } = [];

        /// <summary>Headwords as a cross-reference names them.</summary>
        public IEnumerable<string> Names => _entries.Keys;

        public Headword At(ImmutableArray<string> terms)
        {
            var at = this;
            foreach (var level in terms)
            {
                if (!at._entries.TryGetValue(level, out var next))
                {
                    at._entries[level] = next = new(level);
                }

                at = next;
            }

            return at;
        }

        public bool Has(string name) =>
            _entries.ContainsKey(name) || _entries.Keys.Any(key => IndexTerm.Plain(key) == IndexTerm.Plain(name));

        public void Take(Reading reading, IndexMark mark)
        {
            switch (mark.Range)
            {
                case IndexRange.Start:
                    _open.Push((_locators.Count, mark));
                    _locators.Add(new(mark.Id!, null));
                    break;
                case IndexRange.End when _open.TryPop(out var open):
                    _locators[open.Locator] = new(_locators[open.Locator].FromId, mark.Id);
                    break;
                case IndexRange.End:
                    reading.Report(ManuscriptDiagnostics.IndexRangeOpen, mark.Span, $"the range of '{string.Join(", ", mark.Terms)}' ends here and starts nowhere", "add []{.index term=… range=start} with the same term");
                    break;
                default:
                    _locators.Add(new(mark.Id!, null));
                    break;
            }
        }

        public void Check(Reading reading)
        {
            foreach (var (_, mark) in _open)
            {
                reading.Report(ManuscriptDiagnostics.IndexRangeOpen, mark.Span, $"the range of '{string.Join(", ", mark.Terms)}' starts here and ends nowhere", "add []{.index term=… range=end} with the same term");
            }

            foreach (var entry in _entries.Values)
            {
                entry.Check(reading);
            }
        }

        public ImmutableArray<IndexEntry> Sorted() =>
            [.. _entries
                .OrderBy(pair => pair.Value.SortKey, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => pair.Value.Entry(pair.Key))];

        private IndexEntry Entry(string term) =>
            new(IndexTerm.Parse(term), SortKey, [.. _locators], Sorted(), See, [.. SeeAlso.OrderBy(IndexOrder.KeyOf, StringComparer.Ordinal)]);
    }
}
