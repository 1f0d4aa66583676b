using System.Text;
using System.Text.Json;
using Publish.Preflight;
using Publish.Printers;

namespace Publish.Cli;

/// <summary>Tells a program what came of a preflight.</summary>
internal static class PreflightJson
{
    /// <summary>Writes the report as one JSON object. Places are in points from the top left corner of the trimmed page.</summary>
    public static void Write(PreflightReport report, string file, PrinterProfile? printer, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteBoolean("passed", report.Passed);
            json.WriteNumber("pages", report.Pages);
            json.WriteNumber("trimWidth", Math.Round(report.TrimWidth, 3));
            json.WriteNumber("trimHeight", Math.Round(report.TrimHeight, 3));
            json.WriteString("version", report.Version);
            json.WriteString("producer", report.Producer);
            json.WriteString("claim", report.Claim);
            if (printer is not null)
            {
                json.WriteStartObject("printer");
                json.WriteString("name", printer.Name);
                json.WriteString("title", printer.Title);
                json.WriteString("checked", $"{printer.Checked:yyyy-MM-dd}");
                json.WriteEndObject();
            }

            json.WriteStartArray("rules");
            foreach (var rule in report.Rules)
            {
                WriteRule(json, rule);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteRule(Utf8JsonWriter json, RuleResult rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule);
        json.WriteString("title", rule.Title);
        json.WriteString("status", PreflightCommand.Word(rule));
        if (rule.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (rule.Count > 0)
        {
            json.WriteNumber("count", rule.Count);
            json.WriteStartArray("findings");
            foreach (var finding in rule.Findings)
            {
                json.WriteStartObject();
                if (finding.Page > 0)
                {
                    json.WriteNumber("page", finding.Page);
                }

                if (finding is { X: { } x, Y: { } y })
                {
                    json.WriteNumber("x", Math.Round(x, 2));
                    json.WriteNumber("y", Math.Round(y, 2));
                }

                json.WriteString("message", finding.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
