using System.Buffers.Binary;
using System.Buffers.Text;
using Publish.Pdf.Fonts;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Content;

/// <summary>
/// Shows glyphs so that each stands where the display list has it. Between glyphs an adjustment in whole thousandths of the em is written where the pen would be
/// off by more than half of one; what is left over is carried on, so that no glyph is ever off by more than that half.
/// </summary>
internal struct TextShow
{
    // Parentheses, the backslash and the carriage return would be read as something else (ISO 32000-1, 7.3.4.2).
    private static readonly bool[] MustEscape = [.. Enumerable.Range(0, 256).Select(value => value is '(' or ')' or '\\' or '\r')];

    private readonly GlyphRun _run;
    private readonly EmbeddedFont _font;
    private readonly double _perScaled;
    private readonly bool _pretty;
    private double _pen;

    /// <summary>Begins at the origin of a run.</summary>
    public TextShow(GlyphRun run, EmbeddedFont font, bool pretty)
    {
        _run = run;
        _font = font;
        _pretty = pretty;

        // Thousandths of the em, before scaling, to one scaled point.
        _perScaled = 1000.0 * 10_000 / ((double)run.Size.Scaled * run.HorizontalScale);
        _pen = 0;
    }

    /// <summary>Shows the glyphs of a stretch of the run, rises set between them where they change.</summary>
    /// <param name="operators">Receives them.</param>
    /// <param name="start">First glyph.</param>
    /// <param name="end">Behind the last one.</param>
    /// <param name="codes">Codes of the run's glyphs.</param>
    /// <param name="spaceAfter">Whether a space is shown after them.</param>
    public void Show(Operators operators, int start, int end, ReadOnlySpan<ushort> codes, bool spaceAfter)
    {
        var glyphs = _run.Glyphs.AsSpan();
        for (var from = start; from < end;)
        {
            var rise = _run.RiseOf(from);
            var to = _run.Rises.IsEmpty ? end : from + 1;
            while (to < end && _run.RiseOf(to) == rise)
            {
                to++;
            }

            operators.Rise(PageGeometry.Thousandths(rise));
            ShowLevel(operators, glyphs[from..to], codes[from..to], spaceAfter && to == end);
            from = to;
        }
    }

    private void ShowLevel(Operators operators, ReadOnlySpan<PlacedGlyph> glyphs, ReadOnlySpan<ushort> codes, bool spaceAfter)
    {
        // At most: closing, adjustment, opening (23 bytes) and two escaped bytes to a glyph.
        var room = operators.Buffer.Room(((glyphs.Length + 1) * 32) + 16);
        var (open, close) = _pretty ? ((byte)'<', (byte)'>') : ((byte)'(', (byte)')');
        var at = 1;
        var opened = false;
        var adjusted = false;
        var plain = !_pretty;
        var cids = _font.Cids;
        var advances = _font.Advances;
        var (pen, perScaled) = (_pen, _perScaled);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var off = pen - (glyphs[i].X * perScaled);
            if (off is > 0.5 or < -0.5)
            {
                var adjustment = Rounded(off);
                if (opened)
                {
                    room[at++] = close;
                    opened = false;
                }

                at = AddInteger(room, at, (long)adjustment);
                adjusted = true;
                pen -= adjustment;
            }

            if (!opened)
            {
                room[at++] = open;
                opened = true;
            }

            int code = codes[i];
            var cid = cids[code];
            if (plain && !MustEscape[cid >> 8] && !MustEscape[cid & 0xFF])
            {
                BinaryPrimitives.WriteUInt16BigEndian(room[at..], cid);
                at += 2;
            }
            else
            {
                at = AddCode(room, at, cid);
            }

            pen += advances[code];
        }

        if (spaceAfter)
        {
            var code = _font.Use.SpaceCode;
            at = AddCode(room, at, cids[code]);
            pen += advances[code];
        }

        _pen = pen;

        if (opened)
        {
            room[at++] = close;
        }

        // One string alone is shown by itself; the bracket's place before it stays empty.
        room[0] = adjusted ? (byte)'[' : (byte)' ';
        operators.Buffer.Advance(at);
        operators.Buffer.Add(adjusted ? "]TJ"u8 : "Tj"u8);
        operators.End();
    }

    // To the nearest whole number, halves to the even one: added to 1.5 · 2^52, a number has no room for a fraction (IEEE 754). What doesn't fit is rounded the long way.
    private static double Rounded(double value)
    {
        const double Whole = 6_755_399_441_055_744;
        return Math.Abs(value) < 1L << 50 ? value + Whole - Whole : Math.Round(value);
    }

    private static int AddInteger(Span<byte> room, int at, long value)
    {
        if (value is <= -1000 or >= 1000)
        {
            Utf8Formatter.TryFormat(value, room[at..], out var written);
            return at + written;
        }

        var rest = (int)value;
        if (rest < 0)
        {
            room[at++] = (byte)'-';
            rest = -rest;
        }

        if (rest >= 100)
        {
            room[at++] = (byte)('0' + (rest / 100));
        }

        if (rest >= 10)
        {
            room[at++] = (byte)('0' + (rest / 10 % 10));
        }

        room[at++] = (byte)('0' + (rest % 10));
        return at;
    }

    private readonly int AddCode(Span<byte> room, int at, ushort cid)
    {
        if (_pretty)
        {
            for (var shift = 12; shift >= 0; shift -= 4)
            {
                room[at++] = Strings.HexDigit((cid >> shift) & 15);
            }

            return at;
        }

        at = AddByte(room, at, (byte)(cid >> 8));
        return AddByte(room, at, (byte)(cid & 0xFF));
    }

    private static int AddByte(Span<byte> room, int at, byte value)
    {
        if (MustEscape[value])
        {
            room[at++] = (byte)'\\';
            value = value == '\r' ? (byte)'r' : value;
        }

        room[at++] = value;
        return at;
    }
}
