using System.Buffers;
using System.Text.Json;
using Publish.Document;
using Publish.Typesetting;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Editions;

/// <summary>The report of a book's pages as JSON: pages in order, each with what it costs and where that is in the manuscript.</summary>
internal static class PageReportJson
{
    /// <summary>The file's bytes, UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Metadata book, string edition, TypesetResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("book", book.Id);
            json.WriteString("edition", edition);
            json.WriteNumber("passes", result.Passes);
            json.WriteNumber("cost", result.Report.Sum(p => p.Cost));
            json.WriteStartArray("pages");
            foreach (var page in result.Report)
            {
                Write(json, page);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var bytes = new byte[buffer.WrittenCount + 1];
        buffer.WrittenSpan.CopyTo(bytes);
        bytes[^1] = (byte)'\n';
        return bytes;
    }

    private static void Write(Utf8JsonWriter json, PageReport page)
    {
        json.WriteStartObject();
        json.WriteNumber("index", page.Index);
        json.WriteString("label", page.Label);
        json.WriteString("side", page.Side == PageSide.Recto ? "recto" : "verso");
        if (page.Blank)
        {
            json.WriteBoolean("blank", true);
        }

        WriteSpan(json, page.Span);
        json.WriteNumber("cost", page.Cost);
        json.WriteNumber("delta", page.Delta);
        json.WriteNumber("lines", page.Lines);
        json.WriteNumber("textLines", page.TextLines);
        json.WriteNumber("noteLines", page.NoteLines);
        json.WriteNumber("splitNotes", page.SplitNotes);
        json.WriteStartArray("charges");
        foreach (var charge in page.Charges)
        {
            json.WriteStartObject();
            json.WriteString("cause", PageCauseText.Name(charge.Charge.Cause));
            json.WriteNumber("cost", charge.Charge.Cost);
            json.WriteBoolean("relaxed", charge.IsRelaxation);
            WriteSpan(json, charge.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("changed");
        foreach (var paragraph in page.Changed)
        {
            json.WriteStartObject();
            WriteSpan(json, paragraph.Span);
            json.WriteNumber("lines", paragraph.Lines);
            json.WriteNumber("bestLines", paragraph.BestLines);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, SourceSpan span)
    {
        if (span == SourceSpan.None)
        {
            return;
        }

        json.WriteString("file", span.File);
        json.WriteNumber("line", span.Line);
        json.WriteNumber("column", span.Column);
    }
}
