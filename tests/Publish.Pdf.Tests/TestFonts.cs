using System.Buffers.Binary;
using Publish.Fonts;

namespace Publish.Pdf.Tests;

/// <summary>The faces that tests set text in.</summary>
internal static class TestFonts
{
    private static readonly FontLibrary Library = FontLibrary.Load(new RepositoryAssets(), []);

    public static FontFace Roman { get; } = Library.Find(["EB Garamond"], 400, italic: false)!;

    public static FontFace Italic { get; } = Library.Find(["EB Garamond"], 400, italic: true)!;

    public static FontFace Mono { get; } = Library.Find(["JetBrains Mono"], 400, italic: false)!;

    /// <summary>A face whose licence bits forbid embedding (OpenType, OS/2, fsType: restricted).</summary>
    public static FontFace Restricted { get; } = FontFile.Read("restricted.ttf", WithEmbeddingBits(Mono.Data.ToArray(), 2), [])[0];

    private static byte[] WithEmbeddingBits(byte[] font, ushort bits)
    {
        // The directory of tables: tag, check sum, offset, length, from byte 12 on.
        for (var entry = 12; ; entry += 16)
        {
            if (font.AsSpan(entry, 4).SequenceEqual("OS/2"u8))
            {
                BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(entry + 8)) + 8), bits);
                return font;
            }
        }
    }
}
