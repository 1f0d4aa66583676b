using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Publish.Document;

namespace Publish.Editions;

/// <summary>
/// Where the pages of a book's editions begin, as an earlier build set them, with everything that build asked for: a file beside the editions, by which an EPUB
/// alone needn't set the pages it lists. It counts only where program, request and every answer are the same; whatever is wrong with it, it is as if it weren't there.
/// </summary>
/// <param name="Request">What the pages depend on besides files: see <see cref="RequestOf"/>.</param>
/// <param name="Asked">What was asked of the book's folder and the assets until the pages were set.</param>
/// <param name="Editions">The pages of each edition, and what was said while they were set.</param>
internal sealed record KnownPages(string Request, IReadOnlyList<Asked> Asked, IReadOnlyList<(PageMap Pages, ImmutableArray<Diagnostic> Said)> Editions)
{
    /// <summary>The file's name beside the editions of a book.</summary>
    public static string FileName(Book book) => $".{book.Metadata.Id}-pages.json";

    /// <summary>The program and what was asked of it, as far as pages depend on it. A folder's name may have given the book its id and title; where it lies has no part in them.</summary>
    public static string RequestOf(BuildRequest request, Book book)
    {
        var text = string.Join('\n', BuildKeeper.Program, book.Metadata.Id, book.Metadata.Title, request.Modified?.UtcTicks, request.Style?.File);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        if (request.Style is { } style)
        {
            hash.AppendData(style.Data.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether these are the pages that a build would set now.</summary>
    /// <param name="request">The build.</param>
    /// <param name="book">The book as it was read.</param>
    /// <param name="trace">What the build has asked so far.</param>
    public bool Hold(BuildRequest request, Book book, Trace trace) => Request == RequestOf(request, book) && Asked.All(asked => trace.Holds(asked, request.Files, request.Assets));

    /// <summary>The pages of an edition, and what was said of them; null where they aren't known.</summary>
    public (PageMap Pages, ImmutableArray<Diagnostic> Said)? Of(string edition) =>
        Editions.FirstOrDefault(known => known.Pages.Edition == edition) is { Pages: not null } found ? found : null;

    /// <summary>As a file.</summary>
    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = false }))
        {
            json.WriteStartObject();
            json.WriteString("request", Request);
            json.WriteStartArray("asked");
            foreach (var asked in Asked)
            {
                WriteTexts(json, asked.Origin, asked.Question, asked.Path, asked.Answer);
            }

            json.WriteEndArray();
            json.WriteStartArray("editions");
            foreach (var (pages, said) in Editions)
            {
                json.WriteStartObject();
                json.WriteString("name", pages.Edition);
                json.WriteString("isbn", pages.Isbn);
                json.WriteStartArray("pages");
                foreach (var page in pages.Pages)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(page.Label);
                    if (page.Start is { } start)
                    {
                        json.WriteNumberValue(start.BlockOrdinal);
                        json.WriteNumberValue(start.Offset);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteStartArray("said");
                foreach (var diagnostic in said)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(diagnostic.Code);
                    json.WriteNumberValue((int)diagnostic.Severity);
                    json.WriteStringValue(diagnostic.Span.File);
                    json.WriteNumberValue(diagnostic.Span.Line);
                    json.WriteNumberValue(diagnostic.Span.Column);
                    json.WriteNumberValue(diagnostic.Span.EndLine);
                    json.WriteNumberValue(diagnostic.Span.EndColumn);
                    json.WriteStringValue(diagnostic.Message);
                    json.WriteStringValue(diagnostic.Hint);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the file; null where it isn't one.</summary>
    public static KnownPages? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            var root = document.RootElement;
            return new(
                Text(root.GetProperty("request")),
                [.. root.GetProperty("asked").EnumerateArray().Select(asked => new Asked(Text(asked[0]), Text(asked[1]), Text(asked[2]), Text(asked[3])))],
                [.. root.GetProperty("editions").EnumerateArray().Select(edition => (
                    new PageMap(Text(edition.GetProperty("name")), [.. edition.GetProperty("pages").EnumerateArray().Select(PageIn)]) { Isbn = edition.GetProperty("isbn").GetString() },
                    edition.GetProperty("said").EnumerateArray().Select(DiagnosticIn).ToImmutableArray()))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static MappedPage PageIn(JsonElement page) => new(Text(page[0]), page.GetArrayLength() > 1 ? new TextPosition(page[1].GetInt32(), page[2].GetInt32()) : null);

    private static Diagnostic DiagnosticIn(JsonElement said) => new(
        Text(said[0]),
        (Severity)said[1].GetInt32(),
        new SourceSpan(Text(said[2]), said[3].GetInt32(), said[4].GetInt32(), said[5].GetInt32(), said[6].GetInt32()),
        Text(said[7]),
        said[8].GetString());

    private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException();

    private static void WriteTexts(Utf8JsonWriter json, params ReadOnlySpan<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
