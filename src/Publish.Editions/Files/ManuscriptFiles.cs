using System.Collections.Immutable;
using Publish.Document;
using Publish.Pdf.Attachments;

namespace Publish.Editions;

/// <summary>The book's files, and which of them the reader of the manuscript asked for: those make the book, and go along where an edition carries its manuscript. Any thread may ask.</summary>
/// <param name="files">The book's folder.</param>
internal sealed class ManuscriptFiles(IBookFiles files) : IBookFiles
{
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _read = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        if (!files.TryRead(path, out data))
        {
            return false;
        }

        lock (_read)
        {
            _read[path] = data;
        }

        return true;
    }

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder) => files.List(folder);

    /// <inheritdoc />
    public IReadOnlyList<string> Folders(string folder) => files.Folders(folder);

    /// <summary>What was read so far, as files that go along: texts as the source of the book, the rest as its data.</summary>
    public ImmutableArray<AttachedFile> Attached()
    {
        lock (_read)
        {
            return [.. _read.Select(file => Attached(file.Key, file.Value))];
        }
    }

    // RFC 7763 for Markdown, RFC 9512 for YAML.
    private static AttachedFile Attached(string path, ReadOnlyMemory<byte> data) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => new(path, data, "text/markdown", AttachmentRelationship.Source, "Manuscript"),
        ".TXT" => new(path, data, "text/plain", AttachmentRelationship.Source, "Manuscript"),
        ".YAML" or ".YML" => new(path, data, "application/yaml", AttachmentRelationship.Data, "Data of the edition"),
        ".JSON" => new(path, data, "application/json", AttachmentRelationship.Data, "Data of the edition"),
        _ => new(path, data, "application/octet-stream", AttachmentRelationship.Data, "Data of the edition"),
    };
}
