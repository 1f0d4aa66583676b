using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Publish.Epub.Container;

/// <summary>Keeps compressed files of a container by the hash of what they hold, so that a build packs only what changed. What the last build didn't use is forgotten.</summary>
public sealed class EntryMemory
{
    private readonly ConcurrentDictionary<UInt128, Kept> kept = new();
    private int build;

    /// <summary>How many bytes it keeps.</summary>
    public long Bytes => kept.Values.Sum(entry => (long)entry.Packed.Body.Length);

    /// <summary>A new build begins: what the one before didn't use is forgotten.</summary>
    public void Turn()
    {
        foreach (var (key, entry) in kept)
        {
            if (entry.Build < build)
            {
                kept.TryRemove(key, out _);
            }
        }

        build++;
    }

    /// <summary>The body of a file that is compressed.</summary>
    internal PackedEntry Pack(ReadOnlyMemory<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data.Span, hash);
        var key = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (!kept.TryGetValue(key, out var entry))
        {
            entry = kept.GetOrAdd(key, new Kept(ZipWriter.Pack(data)));
        }

        entry.Build = build;
        return entry.Packed;
    }

    private sealed class Kept(PackedEntry packed)
    {
        public PackedEntry Packed { get; } = packed;

        public int Build { get; set; }
    }
}
