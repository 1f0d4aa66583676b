using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Publish.EpubLint.Reading;

/// <summary>An entry of the container.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Method">How it is packed: 0 stored, 8 deflated.</param>
/// <param name="IsEncrypted">Whether ZIP encryption is on.</param>
/// <param name="HasExtraField">Whether its local header has an extra field.</param>
/// <param name="Data">What it holds; null where it can't be unpacked.</param>
internal sealed record ZipEntry(string Name, int Method, bool IsEncrypted, bool HasExtraField, byte[]? Data);

/// <summary>Reads a ZIP archive without trusting it (PKWARE APPNOTE 6.3): nothing is unpacked beyond a limit, and no fault in it throws.</summary>
internal sealed class ZipContainer
{
    private const int LargestEntry = 256 * 1024 * 1024;
    private const long LargestWhole = 1024L * 1024 * 1024;
    private const int MostEntries = 65_535;

    private ZipContainer(List<ZipEntry> entries, bool beginsWithEntry) => (Entries, BeginsWithEntry) = (entries, beginsWithEntry);

    /// <summary>The entries in the order in which they lie in the file.</summary>
    public List<ZipEntry> Entries { get; }

    /// <summary>Whether the file's first bytes are those of an entry.</summary>
    public bool BeginsWithEntry { get; }

    /// <summary>Reads an archive.</summary>
    /// <returns>Null where the bytes are none.</returns>
    public static ZipContainer? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var end = bytes[Math.Max(0, bytes.Length - 65_557)..].LastIndexOf("PK\u0005\u0006"u8);
        end = end < 0 ? end : end + Math.Max(0, bytes.Length - 65_557);
        if (end < 0 || end + 22 > bytes.Length)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        var at = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        var found = new List<(uint Offset, ZipEntry Entry)>();
        var whole = 0L;
        for (var i = 0; i < count && i < MostEntries; i++)
        {
            if (at + 46L > bytes.Length || !bytes[(int)at..].StartsWith("PK\u0001\u0002"u8))
            {
                break;
            }

            var head = bytes[(int)at..];
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            var extra = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]);
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
            if (at + 46L + nameLength + extra + comment > bytes.Length)
            {
                break;
            }

            var name = Encoding.UTF8.GetString(head.Slice(46, nameLength));
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(head[42..]);
            var entry = Entry(file, name, head, offset, ref whole);
            if (!name.EndsWith('/'))
            {
                found.Add((offset, entry));
            }

            at = checked((uint)(at + 46L + nameLength + extra + comment));
        }

        return new ZipContainer([.. found.OrderBy(f => f.Offset).Select(f => f.Entry)], bytes.StartsWith("PK\u0003\u0004"u8));
    }

    private static ZipEntry Entry(ReadOnlyMemory<byte> file, string name, ReadOnlySpan<byte> head, uint offset, ref long whole)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(head[10..]);
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(head[24..]);
        var encrypted = (flags & 1) != 0;
        if (offset + 30L > file.Length || !file.Span[(int)offset..].StartsWith("PK\u0003\u0004"u8))
        {
            return new ZipEntry(name, method, encrypted, false, null);
        }

        var local = file.Span[(int)offset..];
        var localExtra = BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        var start = offset + 30L + BinaryPrimitives.ReadUInt16LittleEndian(local[26..]) + localExtra;
        whole += size;
        var data = encrypted || start + packed > file.Length || size > LargestEntry || whole > LargestWhole ? null : Unpack(file.Slice((int)start, (int)packed), method, (int)size);
        return new ZipEntry(name, method, encrypted, localExtra > 0, data);
    }

    private static byte[]? Unpack(ReadOnlyMemory<byte> packed, int method, int size)
    {
        if (method == 0)
        {
            return packed.ToArray();
        }

        if (method != 8)
        {
            return null;
        }

        try
        {
            using var source = new MemoryStream(packed.ToArray(), false);
            using var deflate = new DeflateStream(source, CompressionMode.Decompress);
            var data = new byte[size];
            deflate.ReadExactly(data);
            return data;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
