using System.Globalization;
using System.Text;

namespace Publish.Typography;

/// <summary>Writes what was measured of pages as Markdown.</summary>
internal static class PageTable
{
    /// <summary>Who names what it had to do.</summary>
    public const string Ours = "Publish";

    // A book with fewer has small type at the foot of pages that is something else.
    private const int FewestNotes = 10;

    private static readonly (string Name, string Format, bool LessIsBetter, Func<PageFigures, double> Of)[] Rows =
    [
        ("widows", "0", true, p => p.Widows),
        ("orphans", "0", true, p => p.Orphans),
        ("hyphens over a leaf", "0", true, p => p.HyphensOverLeaf),
        ("hyphens between facing pages", "0", true, p => p.HyphensAcross),
        ("facing pages uneven, %", "0.0", true, p => p.FacingUneven),
        ("pages more than a line short", "0", true, p => p.Short),
        ("lines on the grid, %", "0.0", false, p => p.OnGrid),
        ("notes", "0", false, p => p.Notes),
        ("notes that begin on their call's page, %", "0.0", false, p => p.Notes == 0 ? 100 : 100.0 * (p.Notes - p.NotesAway) / p.Notes),
        ("pages that begin with the rest of a note", "0", false, p => p.NotesSplit),
        ("pages", "0", false, p => p.Pages),
    ];

    /// <summary>One table for each book.</summary>
    /// <param name="measured">The books, each as several programs set it.</param>
    /// <param name="said">What this program said of the pages of a book, in order.</param>
    public static string Write(List<Measured> measured, IReadOnlyDictionary<string, string[]> said)
    {
        var text = new StringBuilder();
        text.AppendLine("# Pages beside other programs").AppendLine();
        text.AppendLine("Written by `tests/typography.sh`, which says how the books are set: the same text, face, size and measure for all. Figures are taken from the glyphs of the finished PDFs")
            .AppendLine("(PdfPig); definitions stand in `PageFigures.cs`. The last page of a chapter may be short and needn't be level with the page it faces. Under each table stand the")
            .AppendLine("diagnostics in which Publish names the pages where a rule was given up, and what was measured page by page of its file: each of these is to be among the former.")
            .AppendLine("Widows and orphans are looked for in justified paragraphs only, so hardly at all in a play.");
        foreach (var book in measured.GroupBy(m => m.Book))
        {
            var columns = book.ToList();
            var zones = columns[0].Zones;
            text.AppendLine().AppendLine(string.Create(CultureInfo.InvariantCulture, $"## {book.Key}, {zones.BodySize:0.#}/{zones.Leading:0.#} pt, measure {zones.Right[1] - zones.Left[1]:0} pt")).AppendLine();
            text.Append("| |").AppendJoin('|', columns.Select(c => " " + c.Program + " ")).AppendLine("|");
            text.Append("|---|").AppendJoin('|', columns.Select(_ => "---:")).AppendLine("|");
            foreach (var (name, format, less, of) in Rows)
            {
                if (name.Contains("note", StringComparison.Ordinal) && columns.Exists(c => c.Pages.Notes < FewestNotes))
                    continue;
                var cells = columns.ConvertAll(c => of(c.Pages).ToString(format, CultureInfo.InvariantCulture));
                var best = cells.Min(c => double.Parse(c, CultureInfo.InvariantCulture));
                text.Append("| ").Append(name).Append(" |").AppendJoin('|', cells.Select(c => less && double.Parse(c, CultureInfo.InvariantCulture) == best ? $" **{c}** " : $" {c} ")).AppendLine("|");
            }

            foreach (var line in said.GetValueOrDefault(book.Key, []))
                text.AppendLine().Append("- Said: ").AppendLine(line);
            foreach (var (page, what) in columns.Where(c => c.Program == Ours).SelectMany(c => c.Pages.Exceptions).Where(e => !(e.What.Contains("note", StringComparison.Ordinal) && columns.Exists(c => c.Pages.Notes < FewestNotes))))
                text.AppendLine().AppendLine(string.Create(CultureInfo.InvariantCulture, $"- Measured: page {page} of the file, {what}"));
        }

        return text.ToString();
    }
}
