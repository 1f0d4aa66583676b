using Publish.Document;

namespace Publish.Pdf.Syntax;

/// <summary>How a file is put down.</summary>
/// <param name="Pretty">Readable: a line to an entry, nothing compressed. For tests and for eyes.</param>
/// <param name="Serialisation">Which cross-reference it has.</param>
/// <param name="Version">The version its header names.</param>
internal sealed record SyntaxSettings(bool Pretty, Serialisation Serialisation, PdfVersion Version)
{
    /// <summary>As screens and most presses take it.</summary>
    public static readonly SyntaxSettings Default = new(Pretty: false, Serialisation.Compact, PdfVersion.Pdf17);

    /// <summary>Where compressed streams are kept; null to compress each.</summary>
    public CompressionMemory? Memory { get; init; }

    /// <summary>The bytes compressed, now or before.</summary>
    public byte[] Compressed(ReadOnlySpan<byte> data) => Memory?.Compress(data) ?? Deflate.Compress(data);
}

/// <summary>The two ways to say where objects are.</summary>
internal enum Serialisation
{
    /// <summary>Objects in compressed object streams, cross-reference as a stream (PDF 1.5 and later).</summary>
    Compact,

    /// <summary>Plain objects and a cross-reference table: what PDF/X-1a, PDF/X-3 and PDF/A-1 ask for.</summary>
    Classic,
}

/// <summary>A version of PDF, as ten times its number.</summary>
internal enum PdfVersion
{
    /// <summary>PDF 1.3.</summary>
    Pdf13 = 13,

    /// <summary>PDF 1.4.</summary>
    Pdf14 = 14,

    /// <summary>PDF 1.5, the first with object streams.</summary>
    Pdf15 = 15,

    /// <summary>PDF 1.6.</summary>
    Pdf16 = 16,

    /// <summary>PDF 1.7 (ISO 32000-1).</summary>
    Pdf17 = 17,

    /// <summary>PDF 2.0 (ISO 32000-2).</summary>
    Pdf20 = 20,
}
