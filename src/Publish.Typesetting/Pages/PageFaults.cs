using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Pages;

/// <summary>Says in words what had to be broken on a page.</summary>
internal static class PageFaults
{
    /// <summary>The diagnostics of a page.</summary>
    public static IEnumerable<Diagnostic> Of(PageReport page)
    {
        foreach (var (charge, span) in page.Charges)
        {
            var label = page.Label;
            var said = charge.Cause switch
            {
                PageCause.Widow => PageDiagnostics.Widow.At(span, $"the page after {label} begins with the last line of a paragraph or list"),
                PageCause.Orphan => PageDiagnostics.Orphan.At(span, $"page {label} ends with the first line of a paragraph or list"),
                PageCause.ShortPage => PageDiagnostics.ShortPage.At(span, Short(page, label), "let what follows break across pages, or a figure float"),
                PageCause.Keep => PageDiagnostics.Parted.At(span, $"the foot of page {label} parts what belongs together"),
                PageCause.NoteApart => PageDiagnostics.NoteApart.At(span, $"a note called on page {label} starts on a later page", "shorten the notes of that page, or move the call"),
                PageCause.Overflow => PageDiagnostics.TooTall.At(span, $"something on page {label} is taller than the page"),
                PageCause.HyphenOverLeaf => PageDiagnostics.HyphenOverLeaf.At(span, $"the last word of page {label} is divided and its leaf turns"),
                PageCause.Uneven => PageDiagnostics.Uneven.At(span, $"page {label} doesn't end level with the page it faces"),
                PageCause.NoteStub => PageDiagnostics.NoteStub.At(span, $"a single line of a note stands alone on page {label} or the next"),
                _ => null,
            };
            if (said is not null)
            {
                yield return said;
            }
        }
    }

    private static string Short(PageReport page, string label)
    {
        var lines = page.Lines - page.TextLines - page.NoteLines;
        return lines < 1 ? $"page {label} has more white above its notes than it should" : $"page {label} ends {lines} line{(lines == 1 ? "" : "s")} short: what follows doesn't fit on it and can't be divided there";
    }

    /// <summary>Each diagnostic once, in order.</summary>
    public static ImmutableArray<Diagnostic> Distinct(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Distinct()];
}
