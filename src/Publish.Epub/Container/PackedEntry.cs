using System.IO.Compression;

namespace Publish.Epub.Container;

/// <summary>The bytes of an entry as they stand in the container. Made by itself, so that several can be made side by side.</summary>
/// <param name="Body">Deflated, or as it is where that isn't shorter.</param>
/// <param name="Deflated">Which of both.</param>
/// <param name="Crc">Checksum of the entry unpacked.</param>
/// <param name="Size">Its length unpacked.</param>
internal sealed record PackedEntry(byte[] Body, bool Deflated, uint Crc, uint Size)
{
    /// <summary>Packs bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="compress">False to leave them as they are.</param>
    public static PackedEntry Of(ReadOnlySpan<byte> data, bool compress)
    {
        var body = compress ? Deflate(data) : null;
        var deflated = body is not null && body.Length < data.Length;
        return new PackedEntry(deflated ? body! : data.ToArray(), deflated, Crc32.HashToUInt32(data), checked((uint)data.Length));
    }

    private static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var stream = new MemoryStream(data.Length / 2);
        using (var deflate = new DeflateStream(stream, CompressionLevel.Optimal, true))
        {
            deflate.Write(data);
        }

        return stream.ToArray();
    }
}
