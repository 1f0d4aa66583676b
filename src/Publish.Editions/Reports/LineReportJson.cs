using System.Buffers;
using System.Text.Json;
using Publish.Document;
using Publish.Typesetting.Lines;

namespace Publish.Editions;

/// <summary>The report on lines, as JSON: one object for every line of the pages, in their order.</summary>
internal static class LineReportJson
{
    /// <summary>The file's bytes. "space" is the word space by the face's own, "scale" that of the glyphs, "overfull" points.</summary>
    public static ReadOnlyMemory<byte> Write(IEnumerable<LineReport> lines)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString("page", line.Page);
                json.WriteString("place", line.Span.ToString());
                json.WriteNumber("line", line.Number);
                json.WriteNumber("of", line.Count);
                json.WriteNumber("space", (1000 + line.Looseness) / 1000m);
                json.WriteNumber("scale", line.Expansion / 10_000m);
                json.WriteBoolean("hyphen", line.Hyphen);
                json.WriteNumber("cost", line.Cost);
                if (line.Overfull > Length.Zero)
                {
                    json.WriteNumber("overfull", decimal.Round((decimal)line.Overfull.Scaled / Length.Unit, 3));
                }

                json.WriteString("text", line.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }
}
