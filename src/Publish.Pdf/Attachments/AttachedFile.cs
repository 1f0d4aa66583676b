namespace Publish.Pdf.Attachments;

/// <summary>What an attached file is to the document (ISO 32000-2, table 43, AFRelationship).</summary>
public enum AttachmentRelationship
{
    /// <summary>The document was made from it: the manuscript.</summary>
    Source,

    /// <summary>Data that the document shows: a register of emendations, of an index.</summary>
    Data,
}

/// <summary>A file that goes along inside a PDF.</summary>
/// <param name="Path">Its name: a path relative to the book's folder, forward slashes.</param>
/// <param name="Data">The file, whole.</param>
/// <param name="MediaType">What it is: <c>text/markdown</c>.</param>
/// <param name="Relationship">What it is to the document.</param>
/// <param name="Description">What it is in words.</param>
public sealed record AttachedFile(string Path, ReadOnlyMemory<byte> Data, string MediaType, AttachmentRelationship Relationship, string Description);
