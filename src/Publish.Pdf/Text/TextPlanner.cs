using System.Runtime.InteropServices;
using Publish.Fonts;
using Publish.Pdf.Conformance;
using Publish.Pdf.Fonts;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Text;

/// <summary>
/// Goes over all text once, in order, and settles what depends on order: which text a glyph's code gives back (the first it is used for), and how words divided
/// between lines are put together again.
/// </summary>
internal sealed class TextPlanner
{
    private readonly List<FontUse> _fonts = [];
    private readonly Dictionary<object, FontUse> _uses = new(ReferenceEqualityComparer.Instance);
    private readonly List<ushort> _codes = new(4096);
    private readonly CodeLog _log = new();
    private readonly PdfMemory? _memory;
    private Violations _violations = new();
    private FontUse? _last;
    private LineJoiner? _lines;

    private TextPlanner(PdfMemory? memory) => _memory = memory;

    /// <summary>Settles the text of all pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="tagged">Whether the file is tagged, so that line ends need spaces.</param>
    /// <param name="violations">Receives what standards may object to.</param>
    /// <param name="memory">What was settled in earlier builds; null for nothing.</param>
    public static TextPlan Plan(PageSet pages, bool tagged, Violations violations, PdfMemory? memory = null)
    {
        var texts = new PageText[pages.Pages.Length];
        var planner = new TextPlanner(memory);
        var starts = PageGroups.StartsOf(pages.Pages);
        var before = memory?.Groups ?? [];
        var groups = new List<SettledGroup>();

        // Whether fonts are as they were at this place of the build before.
        var same = true;
        for (var group = 0; group < starts.Count; group++)
        {
            var from = starts[group];
            var to = group + 1 < starts.Count ? starts[group + 1] : texts.Length;
            var own = pages.Pages.AsSpan()[from..to];
            planner._log.BeginGroup();
            var kept = memory?.TextOf(own, tagged);
            if (kept is not null && same && group < before.Count && ReferenceEquals(before[group].Text, kept))
            {
                planner.Repeat(before[group].Changes);
                kept.Texts.CopyTo(texts, from);
                groups.Add(before[group]);
                continue;
            }

            if (kept is not null && planner.Repeats(kept.Codes))
            {
                kept.Texts.CopyTo(texts, from);
                groups.Add(new SettledGroup(kept, planner._log.Changes));
            }
            else
            {
                // What was asked in vain counts as asked by this group: it asks the same first.
                planner._violations = planner._violations.IsEmpty ? planner._violations : new Violations();
                planner.Settle(pages, tagged, texts, from, to);
                violations.Add(planner._violations);
                KeptText? text = null;
                for (var i = from; memory is not null && i < to; i++)
                {
                    texts[i] = memory.TextOf(pages.Pages[i], texts[i]);
                }

                if (memory is not null && planner._violations.IsEmpty)
                {
                    memory.Keep(text = new KeptText(pages.Pages[from..to], tagged, texts[from..to], Array.ConvertAll(texts[from..to], settled => settled.Asked)));
                }

                groups.Add(new SettledGroup(text, planner._log.Changes));
            }

            same &= group < before.Count && before[group].Changes.SequenceEqual(groups[^1].Changes);
        }

        memory?.Groups = groups;
        return new TextPlan(planner._fonts, texts);
    }

    // Leaves fonts as pages left them that were settled when fonts were as they are.
    private void Repeat(IReadOnlyList<CodeUse> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (!changes[i].Repeat(UseOf(changes[i].Face)))
            {
                throw new InvalidOperationException("The same codes were asked for and others given.");
            }
        }
    }

    // Asks for the codes that kept text asked for. Where the answers part, what was asked so far is what settling the text anew asks first.
    private bool Repeats(CodeUse[][] pages)
    {
        foreach (var codes in pages)
        {
            foreach (ref readonly var code in codes.AsSpan())
            {
                if (!code.Repeat(UseOf(code.Face)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Settle(PageSet pages, bool tagged, PageText[] texts, int from, int to)
    {
        var lines = _lines ??= new LineJoiner(texts, _fonts, tagged);
        lines.Begin();
        for (var i = from; i < to; i++)
        {
            Settle(pages.Pages[i], i, lines, texts);
        }

        for (var i = from; i < to; i++)
        {
            Settle(texts[i].Replacements);
        }
    }

    private void Settle(DisplayPage page, int index, LineJoiner lines, PageText[] texts)
    {
        var kept = _memory?.SettledOf(page);
        var text = texts[index] = new PageText { Runs = new RunText[page.Items.Length] };
        var (askedAt, said) = (_memory is null ? [] : new int[page.Items.Length], _violations.Count);
        var asked = 0;
        List<Replacement>? own = null;
        void Note(int item)
        {
            if (askedAt.Length > 0)
            {
                askedAt[item] = asked;
            }
        }

        _codes.Clear();
        if (_memory is not null)
        {
            _log.BeginPage();
        }

        for (var item = 0; item < page.Items.Length; item++)
        {
            if (page.Items[item] is GlyphRun { Glyphs.IsEmpty: false } run)
            {
                var found = text.Replacements.Count;
                if (kept is null || !Repeats(kept, item))
                {
                    kept = null;
                    Run(index, item, run, text);
                }
                else
                {
                    Take(kept, item, run, text);
                }

                if (_memory is not null && text.Replacements.Count > found)
                {
                    (own ??= []).AddRange(text.Replacements[found..]);
                }

                // As far as the run itself asked: what follows asks for spaces.
                asked = _log.Count;
                Note(item);
                lines.Next(index, item, run);
            }
            else
            {
                Note(item);
            }
        }

        text.Codes = kept?.Codes ?? CollectionsMarshal.AsSpan(_codes).ToArray();
        if (_memory is not null)
        {
            text.Asked = _log.EndPage();
            (text.AskedAt, text.Own, text.HasFaults) = (askedAt, [.. own ?? []], _violations.Count > said);
        }
    }

    // Asks for the codes that a run asked for when its page was settled before.
    private bool Repeats(PageText kept, int item)
    {
        foreach (ref readonly var code in kept.AskedBy(item))
        {
            if (code.Text is not null && !code.Repeat(UseOf(code.Face)))
            {
                return false;
            }
        }

        return true;
    }

    // A run as it was settled before.
    private void Take(PageText kept, int item, GlyphRun run, PageText text)
    {
        text.Runs[item] = kept.Runs[item] with { SpaceAfter = false };
        _codes.AddRange(kept.Codes.AsSpan(kept.Runs[item].FirstCode, run.Glyphs.Length));
        foreach (var replacement in kept.Own)
        {
            if (replacement.Item == item)
            {
                text.Replacements.Add(replacement);
            }
        }
    }

    private void Run(int page, int item, GlyphRun run, PageText text)
    {
        var font = UseOf(run.Face);
        text.Runs[item] = new RunText { Font = font.Index, FirstCode = _codes.Count };
        var glyphs = run.Glyphs.AsSpan();
        var first = _codes.Count;
        CollectionsMarshal.SetCount(_codes, first + glyphs.Length);
        var codes = CollectionsMarshal.AsSpan(_codes)[first..];
        var characters = run.Characters.Span;
        for (var from = 0; from < glyphs.Length;)
        {
            var place = glyphs[from].Cluster;
            var next = from + 1 < glyphs.Length ? glyphs[from + 1].Cluster : characters.Length;
            if (next == place + 1 && place < characters.Length && font.TryLatest(glyphs[from].Glyph, characters[place], out codes[from]))
            {
                // A character by itself that the glyph stood for before: there is nothing to judge.
                from++;
                continue;
            }

            var to = from + 1;
            while (to < glyphs.Length && glyphs[to].Cluster == glyphs[from].Cluster)
            {
                to++;
            }

            var cluster = ClusterText(characters, glyphs, from, to);
            if (cluster.IsEmpty)
            {
                cluster = "-";
                if (!run.EndsInHyphen)
                {
                    // Drawn and not said: the code has to stand for something all the same.
                    cluster = GlyphTexts.None;
                }
            }

            if (!GlyphTexts.Encode(font, glyphs[from..to], cluster, codes[from..to]))
            {
                AddReplacement(text.Replacements, new Replacement(item, from, to, cluster.ToString()));
            }

            Judge(glyphs[from..to], cluster, page);
            from = to;
        }
    }

    private void Judge(ReadOnlySpan<PlacedGlyph> glyphs, ReadOnlySpan<char> text, int page)
    {
        foreach (ref readonly var glyph in glyphs)
        {
            if (glyph.Glyph == 0)
            {
                _violations.Add(ViolationKind.MissingGlyph, page, text.ToString());
            }
        }

        foreach (var c in text)
        {
            if (c is '\0' or '\uFEFF' or '\uFFFE')
            {
                _violations.Add(ViolationKind.TextWithoutCharacter, page);
            }
            else if (c is >= '\uE000' and <= '\uF8FF')
            {
                _violations.Add(ViolationKind.PrivateUseText, page, $"U+{(int)c:X4}");
            }
        }
    }

    // A cluster ends where the next begins; in text that runs from right to left the next stands before it.
    private static ReadOnlySpan<char> ClusterText(ReadOnlySpan<char> text, ReadOnlySpan<PlacedGlyph> glyphs, int from, int to)
    {
        var start = glyphs[from].Cluster;
        var end = text.Length;
        if (to < glyphs.Length && glyphs[to].Cluster > start)
        {
            end = glyphs[to].Cluster;
        }
        else if (from > 0 && glyphs[from - 1].Cluster > start)
        {
            end = glyphs[from - 1].Cluster;
        }

        return start >= 0 && start < end && end <= text.Length ? text[start..end] : default;
    }

    // Neighbours become one: a word, not its letters, is replaced.
    private static void AddReplacement(List<Replacement> replacements, Replacement next)
    {
        if (replacements.Count > 0 && replacements[^1] is var last && last.Item == next.Item && last.To == next.From)
        {
            replacements[^1] = last with { To = next.To, Text = last.Text + next.Text };
        }
        else
        {
            replacements.Add(next);
        }
    }

    // Joined lines come later than the clusters of their own line: sort, and let the wider stretch stand.
    private static void Settle(List<Replacement> replacements)
    {
        if (replacements.Count < 2)
        {
            return;
        }

        replacements.Sort((a, b) => a.Item != b.Item ? a.Item.CompareTo(b.Item) : a.From != b.From ? a.From.CompareTo(b.From) : b.To.CompareTo(a.To));
        var kept = 1;
        for (var i = 1; i < replacements.Count; i++)
        {
            var last = replacements[kept - 1];
            if (replacements[i].Item != last.Item || replacements[i].From >= last.To)
            {
                replacements[kept++] = replacements[i];
            }
        }

        replacements.RemoveRange(kept, replacements.Count - kept);
    }

    private FontUse UseOf(FontFace face)
    {
        if (_last is not null && ReferenceEquals(_last.Face, face))
        {
            return _last;
        }

        if (!_uses.TryGetValue(face, out var use))
        {
            use = new FontUse(face, _fonts.Count, _log);
            _fonts.Add(use);
            _uses.Add(face, use);
        }

        return _last = use;
    }
}
