using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;
using Publish.Styles.Cascade;

namespace Publish.Styles.Pages;

/// <summary>The properties of <c>@page</c> by which a stylesheet says what page breaks cost: whole numbers, one for each entry of <see cref="PageCosts"/>.</summary>
public static class PageCostProperties
{
    private const int Most = 100_000_000;
    private const int MostLines = 20;

    private static readonly ImmutableArray<(string Name, int Most, Func<PageCosts, int> Get, Func<PageCosts, int, PageCosts> With)> Table =
    [
        ("-publish-spread-longer", 3, c => c.Longer, (c, v) => c with { Longer = v }),
        ("-publish-spread-shorter", 3, c => c.Shorter, (c, v) => c with { Shorter = v }),
        ("-publish-note-slack-lines", MostLines, c => c.NoteSlackLines, (c, v) => c with { NoteSlackLines = v }),
        ("-publish-last-page-lines", MostLines, c => c.ShortLastLines, (c, v) => c with { ShortLastLines = v }),
        ("-publish-cost-spread", Most, c => c.Delta, (c, v) => c with { Delta = v }),
        ("-publish-cost-stretch", Most, c => c.Stretch, (c, v) => c with { Stretch = v }),
        ("-publish-cost-note-slack", Most, c => c.NoteSlack, (c, v) => c with { NoteSlack = v }),
        ("-publish-cost-note-split", Most, c => c.NoteSplit, (c, v) => c with { NoteSplit = v }),
        ("-publish-cost-note-carried-line", Most, c => c.NoteCarriedLine, (c, v) => c with { NoteCarriedLine = v }),
        ("-publish-cost-note-area", Most, c => c.NoteArea, (c, v) => c with { NoteArea = v }),
        ("-publish-cost-notes-only", Most, c => c.NotesOnly, (c, v) => c with { NotesOnly = v }),
        ("-publish-cost-figure-moved", Most, c => c.FloatDeferred, (c, v) => c with { FloatDeferred = v }),
        ("-publish-cost-figure-page", Most, c => c.FloatPage, (c, v) => c with { FloatPage = v }),
        ("-publish-cost-ornament", Most, c => c.Ornament, (c, v) => c with { Ornament = v }),
        ("-publish-cost-direction", Most, c => c.Direction, (c, v) => c with { Direction = v }),
        ("-publish-cost-hyphen-across", Most, c => c.HyphenAcross, (c, v) => c with { HyphenAcross = v }),
        ("-publish-cost-last-page", Most, c => c.ShortLast, (c, v) => c with { ShortLast = v }),
        ("-publish-cost-uneven", Most, c => c.Uneven, (c, v) => c with { Uneven = v }),
        ("-publish-cost-hyphen-over-leaf", Most, c => c.HyphenOverLeaf, (c, v) => c with { HyphenOverLeaf = v }),
        ("-publish-cost-widow", Most, c => c.Widow, (c, v) => c with { Widow = v }),
        ("-publish-cost-widow-recto", Most, c => c.WidowOnRecto, (c, v) => c with { WidowOnRecto = v }),
        ("-publish-cost-note-stub", Most, c => c.NoteStub, (c, v) => c with { NoteStub = v }),
        ("-publish-cost-orphan", Most, c => c.Orphan, (c, v) => c with { Orphan = v }),
        ("-publish-cost-short-page", Most, c => c.ShortPage, (c, v) => c with { ShortPage = v }),
        ("-publish-cost-short-page-line", Most, c => c.ShortPageLine, (c, v) => c with { ShortPageLine = v }),
        ("-publish-cost-keep", Most, c => c.Keep, (c, v) => c with { Keep = v }),
        ("-publish-cost-note-apart", Most, c => c.NoteApart, (c, v) => c with { NoteApart = v }),
        ("-publish-cost-overflow", Most, c => c.Overflow, (c, v) => c with { Overflow = v }),
    ];

    /// <summary>Each property with its value in a table of costs, in a fixed order.</summary>
    public static ImmutableArray<(string Name, int Value)> Of(PageCosts costs) => [.. Table.Select(t => (t.Name, t.Get(costs)))];

    /// <summary>The costs that declarations give; what they leave out is as in <see cref="PageCosts"/>.</summary>
    internal static PageCosts Read(IReadOnlyDictionary<string, Declaration> values, Action<Diagnostic> report)
    {
        foreach (var (name, declaration) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            if ((name.StartsWith("-publish-cost-", StringComparison.Ordinal) || name.StartsWith("-publish-spread-", StringComparison.Ordinal)) && !Table.Any(t => t.Name == name))
            {
                report(StyleDiagnostics.UnknownProperty.At(declaration.Span, $"“{name}” is not a cost of pages", "the classic style's print-page-costs.css lists them"));
            }
        }

        var costs = new PageCosts();
        foreach (var (name, most, _, with) in Table)
        {
            if (!values.TryGetValue(name, out var declaration))
            {
                continue;
            }

            if (int.TryParse(declaration.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most)
            {
                costs = with(costs, value);
            }
            else
            {
                report(StyleDiagnostics.BadValue.At(declaration.Span, $"{name}: “{declaration.Value}” isn't a whole number from 0 to {most.ToString(CultureInfo.InvariantCulture)}"));
            }
        }

        return costs;
    }
}
