using System.Text;
using System.Text.Json;
using Publish.Document;
using Publish.Editions;

namespace Publish.Cli;

/// <summary>Tells a program what came of a build.</summary>
internal static class JsonReport
{
    /// <summary>Writes the report as one JSON object.</summary>
    public static void Write(BuildReport report, BuildArguments arguments, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteBoolean("succeeded", !report.Failed);
            json.WriteStartArray("editions");
            foreach (var edition in report.Failed || arguments.CheckOnly ? [] : report.Editions)
            {
                json.WriteStartObject();
                json.WriteString("name", edition.Plan.Name);
                json.WriteString("file", Path.Combine(arguments.OutFolder, edition.File.Name));
                json.WriteNumber("bytes", edition.File.Data.Length);
                json.WriteString("sha256", edition.File.Sha256());
                if (edition.Pages is { } pages)
                {
                    json.WriteNumber("pages", pages);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in report.Diagnostics)
            {
                WriteDiagnostic(json, diagnostic);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        json.WriteString("file", diagnostic.Span.File);
        json.WriteNumber("line", diagnostic.Span.Line);
        json.WriteNumber("column", diagnostic.Span.Column);
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Hint is { } hint)
        {
            json.WriteString("hint", hint);
        }

        json.WriteEndObject();
    }
}
