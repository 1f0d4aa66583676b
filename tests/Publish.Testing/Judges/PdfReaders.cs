using System.Globalization;
using System.Text.Json;

namespace Publish.Testing.Judges;

/// <summary>qpdf: the syntax of a PDF.</summary>
public static class Qpdf
{
    /// <summary>Runs <c>qpdf --check</c>: cross-references, objects and streams. Warnings are findings.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Check(string path)
    {
        ToolResult result = ExternalTool.Require("qpdf").Run("--check", path);
        return Lines.Judge("qpdf --check", path, result, line => result.ExitCode != 0
            || line.StartsWith("WARNING", StringComparison.Ordinal) || line.StartsWith("ERROR", StringComparison.Ordinal));
    }

    /// <summary>Writes the file with nothing compressed and no object streams, for a test that looks at its objects as text.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The objects, every byte a character (Latin-1).</returns>
    public static string Readable(string path)
    {
        using ScratchFolder scratch = new();
        ToolResult result = ExternalTool.Require("qpdf").Run("--qdf", "--object-streams=disable", path, scratch.File("readable.pdf"));
        Xunit.Assert.True(result.ExitCode == 0, result.Everything);
        return File.ReadAllText(scratch.File("readable.pdf"), System.Text.Encoding.Latin1);
    }
}

/// <summary>MuPDF's <c>mutool</c>.</summary>
public static class Mutool
{
    /// <summary>Rewrites the file whole (<c>clean -gggg</c>) and draws every page. Whatever mutool says on the way is a finding.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Check(string path)
    {
        using ScratchFolder scratch = new();
        ExternalTool mutool = ExternalTool.Require("mutool");
        ToolResult cleaned = mutool.Run("clean", "-gggg", path, scratch.File("clean.pdf")), drawn = mutool.Run("draw", "-q", "-r", "36", "-F", "pnm", "-o", "/dev/null", path);
        ToolResult both = new(cleaned.ExitCode == 0 ? drawn.ExitCode : cleaned.ExitCode, cleaned.Output + drawn.Output, cleaned.Error + drawn.Error);
        // Debian builds it without colour management and says so of every file
        return Lines.Judge("mutool", path, both, line => !line.EndsWith("ICC support is not available", StringComparison.Ordinal));
    }
}

/// <summary>Ghostscript: an interpreter of its own, and the printer's plates.</summary>
public static class Ghostscript
{
    /// <summary>Interprets every page without drawing it. Whatever Ghostscript says is a finding.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Check(string path) => Lines.Judge("Ghostscript", path,
        ExternalTool.Require("gs").Run("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=nullpage", path), _ => true);

    /// <summary>How much of each page each plate inks.</summary>
    /// <param name="path">The file.</param>
    /// <returns>For each page the shares of cyan, magenta, yellow and black, 0 to 1.</returns>
    public static IReadOnlyList<InkCoverage> Ink(string path)
    {
        ToolResult result = ExternalTool.Require("gs").Run("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=inkcov", "-o", "-", path);
        Xunit.Assert.True(result.ExitCode == 0, result.Everything);
        return [.. Lines.Of(result.Output).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length >= 5 && words[4] == "CMYK")
            .Select(words => new InkCoverage(Share(words[0]), Share(words[1]), Share(words[2]), Share(words[3])))];
    }

    private static double Share(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}

/// <summary>The share of a page that each plate inks, 0 to 1.</summary>
/// <param name="Cyan">The cyan plate.</param>
/// <param name="Magenta">The magenta plate.</param>
/// <param name="Yellow">The yellow plate.</param>
/// <param name="Black">The black plate.</param>
public readonly record struct InkCoverage(double Cyan, double Magenta, double Yellow, double Black)
{
    /// <summary>True when no plate but black prints.</summary>
    public bool IsBlackOnly => Cyan == 0 && Magenta == 0 && Yellow == 0;
}

/// <summary>A font as <c>pdffonts</c> lists it.</summary>
/// <param name="Name">PostScript name with the subset's tag.</param>
/// <param name="Type">Such as <c>CID TrueType</c> or <c>CID Type 0C</c>.</param>
/// <param name="Encoding">Such as <c>Identity-H</c>.</param>
/// <param name="Embedded">The font file is in the PDF.</param>
/// <param name="Subset">Only the used glyphs are.</param>
/// <param name="Unicode">It has a ToUnicode map.</param>
public sealed record PdfFont(string Name, string Type, string Encoding, bool Embedded, bool Subset, bool Unicode);

/// <summary>Poppler's programs.</summary>
public static class Poppler
{
    /// <summary>Reads information, fonts, text and structure of the file. Whatever poppler complains of is a finding.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Check(string path)
    {
        ToolResult[] results = [ExternalTool.Require("pdfinfo").Run("-dests", path), ExternalTool.Require("pdffonts").Run(path),
            ExternalTool.Require("pdftotext").Run(path, "-"), ExternalTool.Require("pdfinfo").Run("-struct", path), ExternalTool.Require("pdftocairo").Run("-svg", "-l", "1", path, "-")];
        return Lines.Judge("poppler", path, new ToolResult(results.Max(result => result.ExitCode), "", string.Concat(results.Select(result => result.Error))), _ => true);
    }

    /// <summary>The text as <c>pdftotext</c> gives it back; pages end in a form feed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Further options: <c>-raw</c> for the order of the content stream, <c>-layout</c>, <c>-f</c>, <c>-l</c> …</param>
    /// <returns>The text.</returns>
    public static string Text(string path, params IEnumerable<string> options) => Output("pdftotext", [.. options, "-enc", "UTF-8", path, "-"]);

    /// <summary>The text in the order of the structure tree, each line under its element, as <c>pdfinfo -struct-text</c> prints it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tree; empty for an untagged file.</returns>
    public static string StructureText(string path) => Output("pdfinfo", ["-struct-text", path]);

    /// <summary>What <c>pdfinfo</c> knows of the file, by its own headings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Further options: <c>-box</c>, <c>-f</c>, <c>-l</c> …</param>
    /// <returns>Headings and values; where a heading comes twice, the first.</returns>
    public static IReadOnlyDictionary<string, string> Info(string path, params IEnumerable<string> options)
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        foreach (string line in Lines.Of(Output("pdfinfo", [.. options, path])))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                known.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return known;
    }

    /// <summary>The fonts of the file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A row for each.</returns>
    public static IReadOnlyList<PdfFont> Fonts(string path)
    {
        string[] lines = [.. Lines.Of(Output("pdffonts", [path]))];
        List<PdfFont> fonts = [];
        if (lines.Length < 2)
        {
            return fonts;
        }

        // the rule under the heads tells how wide the columns are
        int[] widths = [.. lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(rule => rule.Length)];
        foreach (string line in lines.Skip(2))
        {
            // a name longer than its column pushes the rest to the right, and the object may be one word or two: the three answers mark the place
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int unicode = Array.FindLastIndex(words, word => word is "yes" or "no");
            int afterName = line.IndexOf(' ', Math.Min(widths[0] - 1, line.Length - 1));
            string type = line[afterName..].Trim()[..widths[1]].Trim();
            fonts.Add(new PdfFont(line[..afterName].Trim(), type, words[unicode - 3], words[unicode - 2] == "yes", words[unicode - 1] == "yes", words[unicode] == "yes"));
        }

        return fonts;
    }

    /// <summary>Draws pages as PNG files.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">Where the pictures go, as <c>page-1.png</c> (figures as wide as the page count needs).</param>
    /// <param name="resolution">Dots per inch.</param>
    /// <param name="first">First page, from 1.</param>
    /// <param name="last">Last page; null for the last of the file.</param>
    /// <returns>The pictures in page order.</returns>
    public static IReadOnlyList<string> ToPng(string path, string folder, int resolution = 100, int first = 1, int? last = null)
    {
        Directory.CreateDirectory(folder);
        List<string> options = ["-png", "-r", resolution.ToString(CultureInfo.InvariantCulture), "-f", first.ToString(CultureInfo.InvariantCulture)];
        if (last is int end)
        {
            options.AddRange(["-l", end.ToString(CultureInfo.InvariantCulture)]);
        }

        Output("pdftoppm", [.. options, path, Path.Combine(folder, "page")]);
        return [.. Directory.GetFiles(folder, "page-*.png").Order(StringComparer.Ordinal)];
    }

    private static string Output(string program, IEnumerable<string> arguments)
    {
        ToolResult result = ExternalTool.Require(program).Run(arguments);
        Xunit.Assert.True(result.ExitCode == 0, $"{program}: {result.Everything}");
        return result.Output;
    }
}

/// <summary>Judges that speak in lines of text.</summary>
internal static class Lines
{
    internal static IEnumerable<string> Of(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);

    internal static Verdict Judge(string tool, string path, ToolResult result, Func<string, bool> isFinding)
    {
        List<Finding> findings = [.. Of(result.Output + "\n" + result.Error).Where(isFinding).Select(line => new Finding("warning", tool, line.Trim(), null))];
        if (result.ExitCode != 0 && findings.Count == 0)
        {
            findings.Add(new Finding("error", tool, $"ended with code {result.ExitCode}: {result.Everything}", null));
        }

        return new Verdict(tool, path, findings, default(JsonElement));
    }
}
