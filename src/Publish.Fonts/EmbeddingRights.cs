namespace Publish.Fonts;

/// <summary>What a face's maker allows when it is embedded in a document (OpenType 1.9, OS/2.fsType, bits 0–3; of several the least restrictive holds, as the specification says).</summary>
public enum EmbeddingRights
{
    /// <summary>Embedding without limits.</summary>
    Installable,

    /// <summary>Embedding in documents that may be edited.</summary>
    Editable,

    /// <summary>Embedding in documents that are only read and printed.</summary>
    PreviewAndPrint,

    /// <summary>No embedding without the maker's leave.</summary>
    Restricted,
}
