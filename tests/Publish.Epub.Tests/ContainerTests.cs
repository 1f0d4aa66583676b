using System.Buffers.Binary;
using System.Text;

namespace Publish.Epub.Tests;

/// <summary>The bytes of the container (OCF 3.3, 4.3; APPNOTE 6.3.10).</summary>
public class ContainerTests
{
    private sealed record Entry(string Name, ushort MadeBy, ushort Needed, ushort Flags, ushort Method, uint Time, int ExtraLength, uint Attributes, int Offset);

    [Fact]
    public void The_type_comes_first_as_it_is()
    {
        var bytes = Written.Torture().Result.Bytes;
        Assert.Equal("PK\u0003\u0004", Encoding.Latin1.GetString(bytes, 0, 4));
        Assert.Equal(0, BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(28)));
        Assert.Equal("mimetypeapplication/epub+zip", Encoding.Latin1.GetString(bytes, 30, 28));
        Assert.Equal("PK\u0003\u0004", Encoding.Latin1.GetString(bytes, 58, 4));
    }

    [Fact]
    public void Entries_are_sorted_plain_and_as_old_as_they_need()
    {
        var entries = Directory(Written.Torture().Result.Bytes);
        Assert.Equal(["mimetype", "META-INF/container.xml"], entries.Take(2).Select(e => e.Name));
        Assert.Equal(entries.Skip(2).OrderBy(e => e.Name, StringComparer.Ordinal), entries.Skip(2));
        Assert.All(entries, e =>
        {
            Assert.Equal(0, e.Flags);
            Assert.Contains(e.Method, new ushort[] { 0, 8 });
            Assert.Equal(e.Method == 0 ? 10 : 20, e.Needed);
            Assert.Equal(0, e.MadeBy >> 8);
            Assert.Equal(0u, e.Attributes);
            Assert.Equal(0, e.ExtraLength);
            Assert.Equal(entries[0].Time, e.Time);
        });
        Assert.All(entries.Skip(2), e => Assert.Matches("^EPUB/([a-z]+/)?[a-z0-9-]+\\.[a-z0-9]+$", e.Name));
    }

    [Fact]
    public void Every_file_is_in_the_manifest_and_only_once()
    {
        var epub = Written.Torture();
        var listed = epub.Xml("package.opf").Descendants(Written.Opf + "item").Select(i => "EPUB/" + i.Attribute("href")!.Value).ToList();
        Assert.Equal(listed.Distinct(), listed);
        Assert.Equal(epub.Files.Keys.Except(["mimetype", "META-INF/container.xml", "EPUB/package.opf"]).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_not_used_is_not_there()
    {
        var epub = Written.Torture();
        // No encryption, signatures, rights, obfuscated fonts; no collections, overlays, fallbacks, fixed layout, linked records; nothing active, nothing foreign, no address that isn't one of the web.
        Assert.Equal(["META-INF/container.xml"], epub.Files.Keys.Where(name => name.StartsWith("META-INF/", StringComparison.Ordinal)));
        var package = epub.Xml("package.opf");
        Assert.DoesNotContain(package.Descendants(), e => e.Name.LocalName is "collection" or "link" or "bindings");
        Assert.DoesNotContain(package.Descendants(), e => e.Attribute("media-overlay") is not null || e.Attribute("fallback") is not null);
        Assert.DoesNotContain(package.Descendants(Written.Opf + "meta"), e => e.Attribute("property")?.Value.StartsWith("rendition:", StringComparison.Ordinal) == true);
        Assert.All(package.Descendants(Written.Opf + "item"), item => Assert.Contains(item.Attribute("media-type")!.Value, new[] { "application/xhtml+xml", "text/css", "image/png", "image/jpeg", "image/svg+xml", "font/woff", "font/otf", "font/ttf", "application/x-dtbncx+xml", "text/plain" }));
        foreach (var element in epub.Spine().SelectMany(file => epub.Xml(file).Descendants()))
        {
            Assert.False(element.Name.LocalName is "script" or "form" or "input" or "button" or "object" or "embed" or "iframe" or "audio" or "video" or "svg" or "math" or "switch" or "trigger", element.Name.LocalName);
            foreach (var address in element.Attributes().Where(a => a.Name.LocalName is "href" or "src"))
            {
                Assert.Matches("^(https?:|mailto:|[^:]*$)", address.Value);
            }
        }
    }

    [Fact]
    public void The_same_book_gives_the_same_bytes() => Assert.Equal(Written.Torture().Result.Bytes, Written.Torture().Result.Bytes);

    private static List<Entry> Directory(byte[] bytes)
    {
        var end = bytes.AsSpan(bytes.Length - 22);
        Assert.Equal(0x06054B50u, BinaryPrimitives.ReadUInt32LittleEndian(end));
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var entries = new List<Entry>();
        for (var left = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); left > 0; left--)
        {
            var head = bytes.AsSpan(at);
            ushort U16(ReadOnlySpan<byte> span, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(span[offset..]);
            uint U32(ReadOnlySpan<byte> span, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(span[offset..]);
            Assert.Equal(0x02014B50u, U32(head, 0));
            var nameLength = U16(head, 28);
            var offset = (int)U32(head, 42);
            // The local header says the same.
            Assert.True(head.Slice(6, 24).SequenceEqual(bytes.AsSpan(offset + 4, 24)));
            entries.Add(new Entry(Encoding.UTF8.GetString(head.Slice(46, nameLength)), U16(head, 4), U16(head, 6), U16(head, 8), U16(head, 10), U32(head, 12), U16(head, 30), U32(head, 38), offset));
            at += 46 + nameLength + U16(head, 30) + U16(head, 32);
        }

        return entries;
    }
}
