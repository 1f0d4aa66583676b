using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Publish.Document;

namespace Publish.Editions;

/// <summary>The <c>manifest.json</c> beside the editions: what was made, how large, with which hash, by which program.</summary>
public static class Manifest
{
    /// <summary>The file's name.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The manifest of a build.</summary>
    public static OutputFile Of(Book book, ImmutableArray<MadeEdition> editions, string producer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("producer", producer);
            json.WriteString("book", book.Metadata.Id);
            json.WriteString("title", book.Metadata.Title);
            json.WriteString("modified", book.Metadata.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStartArray("editions");
            foreach (var edition in editions)
            {
                json.WriteStartObject();
                json.WriteString("name", edition.Plan.Name);
                json.WriteString("format", edition.Plan.Format == EditionFormat.Pdf ? "pdf" : "epub");
                json.WriteString("file", edition.File.Name);
                json.WriteNumber("bytes", edition.File.Data.Length);
                json.WriteString("sha256", edition.File.Sha256());
                if (edition.Pages is { } pages)
                {
                    json.WriteNumber("pages", pages);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var bytes = new byte[buffer.WrittenCount + 1];
        buffer.WrittenSpan.CopyTo(bytes);
        bytes[^1] = (byte)'\n';
        return new OutputFile(FileName, bytes);
    }
}
