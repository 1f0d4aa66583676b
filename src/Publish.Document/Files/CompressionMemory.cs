using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Publish.Document;

/// <summary>Compresses bytes.</summary>
/// <param name="data">The bytes.</param>
/// <returns>The bytes compressed.</returns>
public delegate byte[] Compression(ReadOnlySpan<byte> data);

/// <summary>
/// Keeps compressed bytes by the hash of what they hold, so that editions which share fonts and builds that share pages compress them once. What the last build
/// didn't use is forgotten. Safe to use from several threads.
/// </summary>
/// <param name="compression">The way to compress: one memory serves one.</param>
public sealed class CompressionMemory(Compression compression)
{
    // Short ones are compressed faster than they are looked for.
    private const int Least = 256;

    private readonly ValueMemory<UInt128, byte[]> _entries = new();

    /// <summary>How many bytes it keeps.</summary>
    public long Bytes => _entries.Values.Sum(data => (long)data.Length);

    /// <summary>A new build begins: what the one before didn't use is forgotten.</summary>
    public void Turn() => _entries.Turn();

    /// <summary>The bytes compressed.</summary>
    public byte[] Compress(ReadOnlySpan<byte> data)
    {
        if (data.Length < Least)
        {
            return compression(data);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        var key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (!_entries.TryGet(key, out var compressed))
        {
            _entries.Keep(key, compressed = compression(data));
        }

        return compressed;
    }
}
