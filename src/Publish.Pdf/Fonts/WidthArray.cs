using Publish.Pdf.Syntax;

namespace Publish.Pdf.Fonts;

/// <summary>Writes the widths of a CID font (ISO 32000-1, 9.7.4.3): the commonest as the default, the others as lists, and runs of equal ones as ranges.</summary>
internal static class WidthArray
{
    // A range costs three numbers, as does breaking off a list and starting another.
    private const int LeastRange = 4;

    /// <summary>Writes <c>DW</c> and <c>W</c>.</summary>
    public static void Write(DictionaryWriter font, EmbeddedFont embedded)
    {
        var widths = new int[embedded.CidCount];
        Array.Fill(widths, -1);
        for (var code = 0; code < embedded.Cids.Length; code++)
        {
            widths[embedded.Cids[code]] = embedded.Widths[code];
        }

        Write(font, widths);
    }

    /// <summary>Writes <c>DW</c> and <c>W</c> for the width of each CID in thousandths of the unit; −1 for a CID that is not shown.</summary>
    public static void Write(DictionaryWriter font, ReadOnlySpan<int> widths)
    {
        var common = Commonest(widths);
        font.Thousandths("DW"u8, common);
        using var array = font.Array("W"u8);
        for (var cid = 0; cid < widths.Length;)
        {
            if (Free(widths[cid], common))
            {
                cid++;
                continue;
            }

            var same = Same(widths, cid);
            if (same >= LeastRange)
            {
                array.Integer(cid);
                array.Integer(cid + same - 1);
                array.Thousandths(widths[cid]);
                cid += same;
                continue;
            }

            array.Integer(cid);
            using var list = array.Array();
            while (cid < widths.Length && widths[cid] >= 0 && Same(widths, cid) < LeastRange
                && !(Free(widths[cid], common) && (cid + 1 == widths.Length || Free(widths[cid + 1], common))))
            {
                list.Thousandths(widths[cid++]);
            }
        }
    }

    private static bool Free(int width, int common) => width < 0 || width == common;

    private static int Same(ReadOnlySpan<int> widths, int cid)
    {
        var count = 1;
        while (cid + count < widths.Length && widths[cid + count] == widths[cid])
        {
            count++;
        }

        return count;
    }

    private static int Commonest(ReadOnlySpan<int> widths)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var width in widths)
        {
            if (width >= 0)
            {
                counts[width] = counts.GetValueOrDefault(width) + 1;
            }
        }

        var (common, most) = (1_000_000, 0);
        foreach (var (width, count) in counts)
        {
            if (count > most)
            {
                (common, most) = (width, count);
            }
        }

        return common;
    }
}
