using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Editions;
using Publish.Preflight;
using Publish.Printers;

namespace Publish.Cli;

/// <summary>Holds a finished PDF against a printer's profile and a standard, and tells what came of it.</summary>
internal static class PreflightCommand
{
    /// <summary>Whether a path names a finished file rather than a book's folder.</summary>
    public static bool IsFinished(string? path) => path is not null && path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <summary>Runs the command.</summary>
    public static int Run(PreflightArguments arguments, TextWriter output, TextWriter error)
    {
        var faults = new List<Diagnostic>();
        var printer = PrinterOf(arguments.Printer, faults);
        var standard = Standard(arguments.Standard, error);
        if (arguments.Standard is not null && standard is null)
        {
            return ExitCode.Usage;
        }

        TrimSize? trim = null;
        if (arguments.Trim is { } size)
        {
            if (Lengths.ParseSize(size) is not var (width, height))
            {
                error.WriteLine($"error: '{size}' is no trim size");
                error.WriteLine("hint: width and height, as '5.5in x 8.5in', or a name, as A5");
                return ExitCode.Usage;
            }

            trim = new TrimSize(width, height);
        }

        foreach (var fault in faults)
        {
            error.WriteLine(fault);
            if (fault.Hint is { } hint)
            {
                error.WriteLine("  hint: " + hint);
            }
        }

        if (faults.Count > 0)
        {
            return ExitCode.Usage;
        }

        ReadOnlyMemory<byte> file;
        try
        {
            file = File.ReadAllBytes(arguments.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {arguments.File} can't be read: {e.Message}");
            return ExitCode.BookErrors;
        }

        var report = PreflightCheck.Check(file, new PreflightRequest { Printer = printer, Standard = standard, Trim = trim, Today = BuildCommand.Today() });
        if (arguments.Json)
        {
            PreflightJson.Write(report, arguments.File, printer, output);
        }
        else
        {
            Write(report, arguments.File, printer, output);
        }

        return report.Passed ? ExitCode.Success : ExitCode.BookErrors;
    }

    private static string? Standard(string? name, TextWriter error)
    {
        if (name is null)
        {
            return null;
        }

        var standard = PreflightCheck.Standards.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        if (standard is null)
        {
            error.WriteLine($"error: there are no rules for a standard '{name}'");
            error.WriteLine("hint: there are for " + string.Join(", ", PreflightCheck.Standards));
        }

        return standard;
    }

    private static PrinterProfile? PrinterOf(string? name, List<Diagnostic> faults)
    {
        if (name is null)
        {
            return null;
        }

        if (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && File.Exists(name))
        {
            return ProfileReader.Read(Path.GetFileNameWithoutExtension(name), name, Encoding.UTF8.GetString(File.ReadAllBytes(name)), faults);
        }

        if (FolderAssets.Find(AppContext.BaseDirectory, Environment.CurrentDirectory) is { } assets)
        {
            return new PrinterLibrary(assets, new FolderBookFiles(Environment.CurrentDirectory)).Find(name, SourceSpan.None, faults);
        }

        faults.Add(EditionDiagnostics.AssetsMissing.At(SourceSpan.None, "the program's assets, and with them the printers' profiles, were not found", "put the folder 'assets' of the program beside it"));
        return null;
    }

    private static void Write(PreflightReport report, string file, PrinterProfile? printer, TextWriter output)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{report.TrimWidth / 72:0.###} × {report.TrimHeight / 72:0.###} in");
        output.WriteLine($"{file}: {report.Pages} pages, {size}, PDF {report.Version}, {report.Claim ?? "no standard claimed"}{(report.Producer is { } producer ? $", by {producer}" : "")}");
        if (printer is not null)
        {
            output.WriteLine($"for {printer.Title}, figures of {printer.Checked:yyyy-MM-dd}");
        }

        foreach (var rule in report.Rules.OrderBy(Rank))
        {
            output.WriteLine($"{Word(rule),-8} {rule.Rule,-16} {rule.Title}{(rule.Reason is { } reason ? $" — {reason}" : "")}");
            foreach (var finding in rule.Findings)
            {
                output.WriteLine($"         {Place(finding)}{finding.Message}");
            }

            if (rule.Count > rule.Findings.Length)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"         … and {rule.Count - rule.Findings.Length} more"));
            }
        }

        var broken = report.Rules.Count(rule => rule is { Status: RuleStatus.Broken, Severity: Severity.Error });
        var warned = report.Rules.Count(rule => rule is { Status: RuleStatus.Broken, Severity: not Severity.Error });
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Rules.Count(rule => rule.Status == RuleStatus.Kept)} kept, {broken} broken, {warned} warned of, {report.Rules.Count(rule => rule.Status == RuleStatus.NotCheckable)} not checkable: {(report.Passed ? "passes" : "fails")}"));
    }

    private static int Rank(RuleResult rule) => rule.Status switch { RuleStatus.Broken when rule.Severity == Severity.Error => 0, RuleStatus.Broken => 1, RuleStatus.NotCheckable => 2, _ => 3 };

    /// <summary>What came of a rule in a word.</summary>
    public static string Word(RuleResult rule) => rule.Status switch { RuleStatus.Kept => "kept", RuleStatus.NotCheckable => "unknown", _ when rule.Severity == Severity.Error => "broken", _ => "warning" };

    private static string Place(RuleFinding finding) => finding.Page == 0 ? ""
        : finding is { X: { } x, Y: { } y } ? string.Create(CultureInfo.InvariantCulture, $"page {finding.Page}, {x / 72:0.##} in from the left, {y / 72:0.##} in from the top: ")
        : string.Create(CultureInfo.InvariantCulture, $"page {finding.Page}: ");
}
