using System.Globalization;
using Publish.Document;
using Publish.Editions;
using Spectre.Console;

namespace Publish.Cli;

/// <summary>Tells a person what came of a build: diagnostics on standard error, a table on a terminal and plain lines elsewhere.</summary>
internal static class ConsoleReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(BuildReport report, BuildArguments arguments, TextWriter output, TextWriter error)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            error.WriteLine(diagnostic);
            if (diagnostic.Hint is { } hint)
            {
                error.WriteLine("  hint: " + hint);
            }
        }

        if (report.Failed)
        {
            var errors = report.Diagnostics.Count(d => d.Severity == Severity.Error);
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{errors} error{(errors == 1 ? "" : "s")}; nothing was written, the last good editions are untouched"));
            return;
        }

        if (arguments.CheckOnly)
        {
            output.WriteLine(report.Diagnostics.IsEmpty ? "nothing to report" : "no errors");
            return;
        }

        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            WriteTable(report, arguments);
            return;
        }

        foreach (var edition in report.Editions)
        {
            output.WriteLine(string.Join('\t', edition.Plan.Name, Path.Combine(arguments.OutFolder, edition.File.Name), Pages(edition), Size(edition)));
        }

        foreach (var file in report.Reports)
        {
            output.WriteLine("report\t" + Path.Combine(arguments.OutFolder, file.Name));
        }
    }

    private static void WriteTable(BuildReport report, BuildArguments arguments)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Minimal)
            .AddColumn("edition").AddColumn("file").AddColumn(new Spectre.Console.TableColumn("pages").RightAligned()).AddColumn(new Spectre.Console.TableColumn("size").RightAligned());
        foreach (var edition in report.Editions)
        {
            table.AddRow(Markup.Escape(edition.Plan.Name), Markup.Escape(Path.Combine(arguments.OutFolder, edition.File.Name)), Pages(edition), Size(edition));
        }

        foreach (var file in report.Reports)
        {
            table.AddRow("report", Markup.Escape(Path.Combine(arguments.OutFolder, file.Name)), "", "");
        }

        AnsiConsole.Write(table);
    }

    private static string Pages(MadeEdition edition) => edition.Pages?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Size(MadeEdition edition) => string.Create(CultureInfo.InvariantCulture, $"{(edition.File.Data.Length + 1023) / 1024} KB");
}
