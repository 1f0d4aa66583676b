using Publish.Pdf.Syntax;

namespace Publish.Pdf.Fonts;

/// <summary>The CMap that says which characters each code stands for (ISO 32000-1, 9.10.3).</summary>
internal static class ToUnicodeMap
{
    // More entries in one section are not allowed (Adobe Technical Note 5411).
    private const int EntriesPerSection = 100;

    /// <summary>The CMap for a font; pairs in order of code.</summary>
    public static byte[] Write(EmbeddedFont font)
    {
        var codes = font.Use.Codes;
        var pairs = new List<(ushort Cid, string Text)>(codes.Count);
        for (var code = 0; code < codes.Count; code++)
        {
            if (codes[code].Text.Length > 0)
            {
                pairs.Add((font.Cids[code], codes[code].Text));
            }
        }

        pairs.Sort((a, b) => a.Cid.CompareTo(b.Cid));
        return Write(pairs);
    }

    /// <summary>The CMap for pairs in order of code.</summary>
    public static byte[] Write(IReadOnlyList<(ushort Cid, string Text)> pairs)
    {
        var ranges = new List<(int From, int Count)>();
        var singles = new List<int>();
        for (var i = 0; i < pairs.Count;)
        {
            var count = 1;
            while (i + count < pairs.Count && Follows(pairs[i + count - 1], pairs[i + count]))
            {
                count++;
            }

            if (count == 1)
            {
                singles.Add(i);
            }
            else
            {
                ranges.Add((i, count));
            }

            i += count;
        }

        var buffer = new ByteBuffer(1024 + (pairs.Count * 14));
        buffer.Add("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8);
        buffer.Add("/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);
        for (var from = 0; from < singles.Count; from += EntriesPerSection)
        {
            var to = Math.Min(singles.Count, from + EntriesPerSection);
            buffer.AddInteger(to - from);
            buffer.Add(" beginbfchar\n"u8);
            for (var i = from; i < to; i++)
            {
                AddCode(buffer, pairs[singles[i]].Cid);
                AddText(buffer, pairs[singles[i]].Text);
                buffer.Add((byte)'\n');
            }

            buffer.Add("endbfchar\n"u8);
        }

        for (var from = 0; from < ranges.Count; from += EntriesPerSection)
        {
            var to = Math.Min(ranges.Count, from + EntriesPerSection);
            buffer.AddInteger(to - from);
            buffer.Add(" beginbfrange\n"u8);
            for (var i = from; i < to; i++)
            {
                var (first, count) = ranges[i];
                AddCode(buffer, pairs[first].Cid);
                AddCode(buffer, pairs[first + count - 1].Cid);
                AddText(buffer, pairs[first].Text);
                buffer.Add((byte)'\n');
            }

            buffer.Add("endbfrange\n"u8);
        }

        buffer.Add("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"u8);
        return buffer.ToArray();
    }

    // A range rises in its last byte only, in codes and in characters alike.
    private static bool Follows((ushort Cid, string Text) a, (ushort Cid, string Text) b) =>
        a.Text.Length == 1 && b.Text.Length == 1
        && b.Cid == a.Cid + 1 && b.Text[0] == a.Text[0] + 1
        && (b.Cid & 0xFF) != 0 && (b.Text[0] & 0xFF) != 0;

    private static void AddCode(ByteBuffer buffer, ushort code) => buffer.AddHexadecimal([(byte)(code >> 8), (byte)(code & 0xFF)]);

    private static void AddText(ByteBuffer buffer, string text) => buffer.AddHexadecimal(Strings.EncodeUtf16(text).AsSpan(2));
}
