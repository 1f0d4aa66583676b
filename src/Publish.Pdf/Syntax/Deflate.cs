using System.IO.Compression;

namespace Publish.Pdf.Syntax;

/// <summary>Compresses streams (FlateDecode: zlib, RFC 1950), always at the same level so that the same bytes come out.</summary>
internal static class Deflate
{
    private static readonly ZLibCompressionOptions Options = new() { CompressionLevel = 6 };

    /// <summary>The bytes compressed.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> data)
    {
        using var output = new MemoryStream((data.Length / 2) + 64);
        using (var zlib = new ZLibStream(output, Options, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return output.ToArray();
    }
}
