using System.Buffers.Binary;
using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<UInt128, Entry> _entries = new();
    private int _build;

    /// <summary>How many bytes it keeps.</summary>
    public long Bytes => _entries.Values.Sum(entry => (long)entry.Data.Length);

    /// <summary>A new build begins: what the one before didn't use is forgotten.</summary>
    public void Turn()
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.Build < _build)
            {
                _entries.TryRemove(key, out _);
            }
        }

        _build++;
    }

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
        if (!_entries.TryGetValue(key, out var entry))
        {
            entry = _entries.GetOrAdd(key, new Entry(compression(data)));
        }

        entry.Build = _build;
        return entry.Data;
    }

    private sealed class Entry(byte[] data)
    {
        public byte[] Data { get; } = data;

        public int Build { get; set; }
    }
}
