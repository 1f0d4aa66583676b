using System.Text.Json;

namespace Publish.Testing.Judges;

/// <summary>A note as a reading system must show it.</summary>
/// <param name="Href">The content document that holds the note; its file name counts.</param>
/// <param name="Id">The note's id there.</param>
/// <param name="Text">Its text on one line, blocks parted by a space, with or without the number that links back.</param>
public sealed record ExpectedNote(string Href, string Id, string Text);

/// <summary>A note call that was clicked and what the reading system did.</summary>
/// <param name="File">The content document of the call.</param>
/// <param name="Id">The call's id.</param>
/// <param name="Call">What the call says.</param>
/// <param name="Target">The content document of the note.</param>
/// <param name="TargetId">The note's id.</param>
/// <param name="Outcome"><c>popup</c> (foliate-js), <c>return</c> (epub.js: there and back); anything else is also a finding.</param>
/// <param name="Text">The note's text as shown, on one line.</param>
/// <param name="Body">The same without the links back.</param>
public sealed record ShownNote(string File, string? Id, string Call, string? Target, string? TargetId, string Outcome, string? Text, string? Body);

/// <summary>An entry of a list of places: table of contents, page list or landmarks.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Depth">How deep it stands, from 0; always 0 in flat lists.</param>
public sealed record ReaderEntry(string Label, string Href, int Depth)
{
    /// <summary>The text from the place on, the first 80 characters (foliate-js); null where it leads nowhere.</summary>
    public string? Text { get; init; }
}

/// <summary>An EPUB as a reading system understood it.</summary>
/// <param name="Verdict">Everything that went wrong.</param>
/// <param name="Notes">Every note call of the book, in reading order, clicked.</param>
/// <param name="Contents">The table of contents, flattened.</param>
/// <param name="Pages">The page list.</param>
/// <param name="Landmarks">The landmarks.</param>
public sealed record BookReading(Verdict Verdict, IReadOnlyList<ShownNote> Notes, IReadOnlyList<ReaderEntry> Contents, IReadOnlyList<ReaderEntry> Pages,
    IReadOnlyList<ReaderEntry> Landmarks)
{
    /// <summary>How many entries of each list (<c>toc</c>, <c>pageList</c>, <c>landmarks</c>) the reader turned to.</summary>
    /// <param name="list">The list.</param>
    public int Followed(string list) => Verdict.Detail.TryGetProperty("followed", out JsonElement followed) && followed.TryGetProperty(list, out JsonElement count) ? count.GetInt32() : 0;

    internal static BookReading Run(string script, string path, IEnumerable<ExpectedNote>? expected, string? pictures, IEnumerable<string>? phrases = null)
    {
        using ScratchFolder scratch = new();
        List<string> arguments = [path];
        if (expected is not null)
        {
            using MemoryStream buffer = new();
            using (Utf8JsonWriter json = new(buffer))
            {
                json.WriteStartArray();
                foreach (ExpectedNote note in expected)
                {
                    json.WriteStartObject();
                    json.WriteString("href", note.Href);
                    json.WriteString("id", note.Id);
                    json.WriteString("text", note.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            arguments.AddRange(["--expect", scratch.Write("notes.json", buffer.ToArray())]);
        }

        if (phrases is not null)
        {
            using MemoryStream buffer = new();
            using (Utf8JsonWriter json = new(buffer))
            {
                json.WriteStartArray();
                foreach (string phrase in phrases)
                {
                    json.WriteStringValue(phrase);
                }

                json.WriteEndArray();
            }

            arguments.AddRange(["--search", scratch.Write("phrases.json", buffer.ToArray())]);
        }

        if (pictures is not null)
        {
            arguments.AddRange(["--shots", Path.GetFullPath(pictures)]);
        }

        Verdict verdict = Verdict.Read(ExternalTool.RequireNode(script).Run(TimeSpan.FromMinutes(22), arguments))[0];
        return new BookReading(verdict,
            [.. Items(verdict, "notes").Select(note => new ShownNote(Text(note, "file") ?? "", Text(note, "id"), Text(note, "call") ?? "", Text(note, "target"),
                Text(note, "targetId"), Text(note, "outcome") ?? "", Text(note, "text"), Text(note, "body")))],
            Entries(verdict, "toc"), Entries(verdict, "pageList"), Entries(verdict, "landmarks"));
    }

    private static List<JsonElement> Items(Verdict verdict, string name) =>
        verdict.Detail.TryGetProperty(name, out JsonElement items) ? [.. items.EnumerateArray()] : [];

    private static List<ReaderEntry> Entries(Verdict verdict, string name) => [.. Items(verdict, name).Select(entry =>
        new ReaderEntry(Text(entry, "label") ?? "", Text(entry, "href") ?? "", entry.TryGetProperty("depth", out JsonElement depth) ? depth.GetInt32() : 0) { Text = Text(entry, "text") })];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>foliate-js, the engine of Foliate and Readest: every note call must open a pop-up that shows the note's own text.</summary>
public static class Foliate
{
    /// <summary>Opens an EPUB and clicks every note call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The notes as the model has them; null when only the book's own word counts.</param>
    /// <param name="pictures">A folder for pictures of pages and pop-ups, light and dark; null for none.</param>
    /// <param name="phrases">Phrases that the reader's search must find; null for none.</param>
    /// <returns>What the reading system understood.</returns>
    public static BookReading Read(string path, IEnumerable<ExpectedNote>? expected = null, string? pictures = null, IEnumerable<string>? phrases = null) =>
        BookReading.Run("foliate.mjs", path, expected, pictures, phrases);
}

/// <summary>epub.js, which knows no pop-ups: every note call must lead to its note, and the note's link back to the call.</summary>
public static class EpubJs
{
    /// <summary>Opens an EPUB, follows every note call and the way back.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The notes as the model has them; null when only the book's own word counts.</param>
    /// <param name="pictures">A folder for pictures of pages, light and dark; null for none.</param>
    /// <returns>What the reading system understood.</returns>
    public static BookReading Read(string path, IEnumerable<ExpectedNote>? expected = null, string? pictures = null) =>
        BookReading.Run("epubjs.mjs", path, expected, pictures);
}
