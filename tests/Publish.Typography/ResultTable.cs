using System.Globalization;
using System.Text;

namespace Publish.Typography;

/// <summary>A book set by a program, measured.</summary>
/// <param name="Book">Its name.</param>
/// <param name="Program">Who set it.</param>
/// <param name="Zones">Its pages.</param>
/// <param name="Lines">Their lines.</param>
/// <param name="Pages">The pages as a whole.</param>
internal sealed record Measured(string Book, string Program, PageZones Zones, LineFigures Lines, PageFigures Pages);

/// <summary>Writes what was measured as Markdown.</summary>
internal static class ResultTable
{
    private static readonly (string Name, string Format, bool LessIsBetter, Func<Measured, double> Of)[] Rows =
    [
        ("word space, standard deviation", "0.000", true, m => m.Lines.SpaceDeviation),
        ("word space, mean", "0.000", false, m => m.Lines.SpaceMean),
        ("word space, 95th percentile", "0.00", true, m => m.Lines.Space95),
        ("word space, greatest", "0.00", true, m => m.Lines.SpaceMaximum),
        ("lines over 1.5 × the space, %", "0.00", true, m => m.Lines.Loose),
        ("lines under 0.75 × the space, %", "0.00", true, m => m.Lines.Tight),
        ("contrast of neighbouring lines", "0.000", true, m => m.Lines.Contrast),
        ("lines ending in a hyphen, %", "0.00", true, m => m.Lines.Hyphens),
        ("ladders of three and more", "0", true, m => m.Lines.Ladders),
        ("two hyphens running", "0", true, m => m.Lines.HyphenPairs),
        ("hyphens over a page", "0", true, m => m.Lines.HyphensOverPage),
        ("runts, % of paragraphs", "0.00", true, m => m.Lines.Runts),
        ("last lines that are the rest of a word, %", "0.00", true, m => m.Lines.Fragments),
        ("stacks at the left, in 1000 lines", "0.0", true, m => m.Lines.StacksLeft),
        ("stacks at the right, in 1000 lines", "0.0", true, m => m.Lines.StacksRight),
        ("lines that stick out", "0", true, m => m.Lines.Overfull),
        ("lines measured", "0", false, m => m.Lines.Lines),
    ];

    /// <summary>One table for each book; the best figure of a row is bold where less is better.</summary>
    public static string Write(List<Measured> measured, string face, double space)
    {
        var text = new StringBuilder();
        text.AppendLine("# Lines beside other programs").AppendLine();
        text.AppendLine("Written by `tests/typography.sh`, which says how the books are set: the same text, face, size and measure for all. Figures are taken from the glyphs of the finished PDFs")
            .AppendLine(string.Create(CultureInfo.InvariantCulture, $"(PdfPig). The unit of word space is the space of {face}: {space:0.###} em. Definitions stand in `LineFigures.cs`. The pages are in [PAGES.md](PAGES.md)."));
        foreach (var book in measured.GroupBy(m => m.Book))
        {
            var columns = book.ToList();
            var first = columns[0];
            text.AppendLine().AppendLine(string.Create(CultureInfo.InvariantCulture, $"## {book.Key}")).AppendLine();
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{first.Zones.BodySize:0.#}/{first.Zones.Leading:0.#} pt, measure {first.Zones.Right[1] - first.Zones.Left[1]:0} pt.")).AppendLine();
            text.Append("| |").AppendJoin('|', columns.Select(c => " " + c.Program + " ")).AppendLine("|");
            text.Append("|---|").AppendJoin('|', columns.Select(_ => "---:")).AppendLine("|");
            foreach (var (name, format, less, of) in Rows)
            {
                var cells = columns.ConvertAll(c => of(c).ToString(format, CultureInfo.InvariantCulture));
                var best = columns.ConvertAll(c => double.Parse(of(c).ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).Min();
                text.Append("| ").Append(name).Append(" |").AppendJoin('|', cells.Select(c => less && double.Parse(c, CultureInfo.InvariantCulture) == best ? $" **{c}** " : $" {c} ")).AppendLine("|");
            }
        }

        return text.ToString();
    }
}
