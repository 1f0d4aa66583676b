using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Publish.Pdf.Syntax;

/// <summary>
/// Keeps compressed streams by the hash of what they hold, so that editions which share fonts and builds that share pages compress them once. What the last
/// build didn't use is forgotten. Safe to use from several threads.
/// </summary>
public sealed class StreamMemory
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
    internal byte[] Compress(ReadOnlySpan<byte> data)
    {
        if (data.Length < Least)
        {
            return Deflate.Compress(data);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        var key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (!_entries.TryGetValue(key, out var entry))
        {
            entry = _entries.GetOrAdd(key, new Entry(Deflate.Compress(data)));
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
