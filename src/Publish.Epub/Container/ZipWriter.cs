using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Publish.Document;

namespace Publish.Epub.Container;

/// <summary>
/// Writes the ZIP container of an EPUB (OCF 3.3, section 4.3; PKWARE APPNOTE 6.3): the same entries give the same bytes everywhere. Sizes stand in the local
/// headers (no data descriptors), no extra fields, no attributes, one time for all.
/// </summary>
internal sealed class ZipWriter : IDisposable
{
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    // By the deflated bytes, which memories give again for the same data.
    private static readonly ConditionalWeakTable<byte[], object> Checksums = [];

    // One less than the usual: a fifth faster, and less than a hundredth larger.
    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 5 };

    private readonly MemoryStream output;
    private readonly List<Entry> entries = [];
    private readonly uint time;

    /// <summary>An empty container.</summary>
    /// <param name="modified">The time all entries bear, UTC; not before 1980, in steps of two seconds.</param>
    /// <param name="size">About how many bytes it will have.</param>
    public ZipWriter(DateTimeOffset modified, int size = 0)
    {
        output = new MemoryStream(size);
        var utc = modified.ToUniversalTime();
        var year = Math.Clamp(utc.Year, 1980, 2107);
        time = year != utc.Year ? (1u << 21) | (1u << 16) : ((uint)(year - 1980) << 25) | ((uint)utc.Month << 21) | ((uint)utc.Day << 16) | ((uint)utc.Hour << 11) | ((uint)utc.Minute << 5) | ((uint)utc.Second / 2);
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="name">Its path, ASCII.</param>
    /// <param name="data">Its bytes.</param>
    /// <param name="compress">Whether to deflate it; it is still stored where that isn't shorter.</param>
    public void Add(string name, ReadOnlySpan<byte> data, bool compress = true) => Add(name, Pack(data.ToArray(), compress));

    /// <summary>Makes the body of an entry. It depends on nothing else, so that entries can be packed side by side.</summary>
    /// <param name="data">Its bytes.</param>
    /// <param name="compress">Whether to deflate it; it is still stored where that isn't shorter.</param>
    /// <param name="memory">Keeps what was deflated; null to keep nothing.</param>
    public static PackedEntry Pack(ReadOnlyMemory<byte> data, bool compress = true, CompressionMemory? memory = null)
    {
        var body = !compress ? null : memory?.Compress(data.Span) ?? Deflate(data.Span);
        if (body is null || body.Length >= data.Length)
        {
            return new PackedEntry(data, false, Crc32.HashToUInt32(data.Span), data.Length);
        }

        if (memory is null)
        {
            return new PackedEntry(body, true, Crc32.HashToUInt32(data.Span), data.Length);
        }

        if (!Checksums.TryGetValue(body, out var crc))
        {
            Checksums.AddOrUpdate(body, crc = Crc32.HashToUInt32(data.Span));
        }

        return new PackedEntry(body, true, (uint)crc, data.Length);
    }

    /// <summary>Adds an entry whose body is made.</summary>
    /// <param name="name">Its path, ASCII.</param>
    /// <param name="packed">The body.</param>
    public void Add(string name, PackedEntry packed)
    {
        var entry = new Entry(Encoding.ASCII.GetBytes(name), packed.IsDeflated ? Deflated : Stored, packed.Crc, checked((uint)packed.Body.Length), checked((uint)packed.Size), checked((uint)output.Position));
        entries.Add(entry);
        Span<byte> header = stackalloc byte[30];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        Common(header[4..], entry);
        BinaryPrimitives.WriteUInt16LittleEndian(header[28..], 0);
        output.Write(header);
        output.Write(entry.Name);
        output.Write(packed.Body.Span);
    }

    /// <summary>Writes the central directory and gives the whole container.</summary>
    public byte[] Finish()
    {
        var start = (uint)output.Position;
        Span<byte> header = stackalloc byte[46];
        foreach (var entry in entries)
        {
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 20);
            Common(header[6..], entry);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], entry.Offset);
            output.Write(header);
            output.Write(entry.Name);
        }

        var size = (uint)output.Position - start;
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], checked((ushort)entries.Count));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], checked((ushort)entries.Count));
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], size);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], start);
        output.Write(end);
        return output.ToArray();
    }

    /// <inheritdoc />
    public void Dispose() => output.Dispose();

    // What local and central headers have in common, from "version needed" to the length of the name.
    private void Common(Span<byte> at, in Entry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, entry.Method == Stored ? (ushort)10 : (ushort)20);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], 0);
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], entry.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(at[6..], time);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], entry.Compressed);
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)entry.Name.Length);
    }

    /// <summary>A file deflated as a container holds it (RFC 1951).</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var stream = new MemoryStream(data.Length / 2);
        using (var deflate = new DeflateStream(stream, Level, true))
        {
            deflate.Write(data);
        }

        return stream.ToArray();
    }

    private readonly record struct Entry(byte[] Name, ushort Method, uint Crc, uint Compressed, uint Size, uint Offset);
}

/// <summary>The body of an entry of a container.</summary>
/// <param name="Body">Its bytes as they stand in the container.</param>
/// <param name="IsDeflated">Whether they are deflated.</param>
/// <param name="Crc">CRC-32 of the file.</param>
/// <param name="Size">Length of the file.</param>
internal sealed record PackedEntry(ReadOnlyMemory<byte> Body, bool IsDeflated, uint Crc, int Size);
