using Publish.Pdf.Color;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Content;

/// <summary>The operators of a content stream, each written only where it changes something (ISO 32000-1, annex A).</summary>
internal sealed class Operators(ByteBuffer buffer, bool pretty, bool overprint = false, SpotInks? inks = null)
{
    private bool _inText;
    private long _lineX;
    private long _lineY;
    private int _font;
    private long _size;
    private int _scale;
    private long _rise;
    private InkColor? _fill;
    private bool _overprints;

    /// <summary>Where they are written.</summary>
    public ByteBuffer Buffer => buffer;

    /// <summary>Whether a text object is open.</summary>
    public bool InText => _inText;

    /// <summary>A fresh page: nothing written, every parameter at its initial value.</summary>
    public void Reset()
    {
        buffer.Clear();
        _inText = false;
        _font = -1;
        _size = 0;
        _scale = 10_000;
        _rise = 0;
        _fill = null;
        _overprints = false;
    }

    /// <summary>Opens or closes a text object.</summary>
    public void Text(bool open)
    {
        if (open == _inText)
        {
            return;
        }

        buffer.Add(open ? "BT"u8 : "ET"u8);
        End();
        _inText = open;
        (_lineX, _lineY) = (0, 0);
    }

    /// <summary>Font and size (in scaled points).</summary>
    public void Font(int font, long size)
    {
        if (_font == font && _size == size)
        {
            return;
        }

        buffer.Add("/F"u8);
        buffer.AddInteger(font + 1);
        buffer.Add((byte)' ');
        buffer.AddScaled(size);
        buffer.Add(" Tf"u8);
        End();
        (_font, _size) = (font, size);
    }

    /// <summary>Horizontal scale in ten-thousandths.</summary>
    public void Scale(int tenThousandths)
    {
        if (_scale == tenThousandths)
        {
            return;
        }

        buffer.AddThousandths(tenThousandths * 10L);
        buffer.Add(" Tz"u8);
        End();
        _scale = tenThousandths;
    }

    /// <summary>Rise above the baseline in thousandths of a point.</summary>
    public void Rise(long thousandths)
    {
        if (_rise == thousandths)
        {
            return;
        }

        buffer.AddThousandths(thousandths);
        buffer.Add(" Ts"u8);
        End();
        _rise = thousandths;
    }

    /// <summary>What is drawn next takes the place of what lies under it, on every plate.</summary>
    public void KnockOut() => Overprint(on: false);

    /// <summary>
    /// The colour of fills and text: black is <c>0 g</c>, nothing but the black plate; where black overprints it is <c>0 0 0 1 k</c>, since only CMYK can leave
    /// plates alone.
    /// </summary>
    public void Fill(InkColor color)
    {
        var isBlack = color == InkColor.Black || color is { Space: ColorSpace.Cmyk, A: 0, B: 0, C: 0, D: 1000 };
        Overprint(isBlack);
        if (overprint && isBlack)
        {
            color = new InkColor(ColorSpace.Cmyk, 0, 0, 0, 1000);
        }

        if (_fill == color)
        {
            return;
        }

        if (color.Space == ColorSpace.Spot)
        {
            // A space of its own, and how much of the ink.
            if (_fill?.Ink != color.Ink)
            {
                buffer.Add("/S"u8);
                buffer.AddInteger(inks![color.Ink!] + 1);
                buffer.Add(" cs "u8);
            }

            buffer.AddThousandths(color.A);
            buffer.Add(" scn"u8);
            End();
            _fill = color;
            return;
        }

        buffer.AddThousandths(color.A);
        if (color.Space != ColorSpace.Gray)
        {
            Operand(color.B);
            Operand(color.C);
            if (color.Space == ColorSpace.Cmyk)
            {
                Operand(color.D);
            }
        }

        buffer.Add(color.Space switch { ColorSpace.Gray => " g"u8, ColorSpace.Rgb => " rg"u8, _ => " k"u8 });
        End();
        _fill = color;
    }

    /// <summary>Moves to the start of a line, in thousandths of a point from the page's corner; written from the line before, so that roundings don't add up.</summary>
    public void MoveTo(long x, long y)
    {
        buffer.AddThousandths(x - _lineX);
        Operand(y - _lineY);
        buffer.Add(" Td"u8);
        End();
        (_lineX, _lineY) = (x, y);
    }

    /// <summary>Turns the text that follows, in a text object just opened (ISO 32000-1, 9.4.2): its lines begin at a place and run up or down.</summary>
    public void Turn(QuarterTurn turn, long x, long y)
    {
        buffer.Add(turn == QuarterTurn.Down ? "0 -1 1 0"u8 : "0 1 -1 0"u8);
        Operand(x);
        Operand(y);
        buffer.Add(" Tm"u8);
        End();
    }

    /// <summary>Fills a rectangle.</summary>
    public void Rectangle(long x, long y, long width, long height)
    {
        buffer.AddThousandths(x);
        Operand(y);
        Operand(width);
        Operand(height);
        buffer.Add(" re f"u8);
        End();
    }

    /// <summary>Draws a picture over a rectangle.</summary>
    /// <param name="picture">Its number.</param>
    /// <param name="x">Left.</param>
    /// <param name="y">Bottom.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="clip">The rectangle it shows in, as left, bottom, width, height; null for the whole.</param>
    public void Picture(int picture, long x, long y, long width, long height, (long X, long Y, long Width, long Height)? clip = null)
    {
        buffer.Add("q "u8);
        if (clip is { } shown)
        {
            buffer.AddThousandths(shown.X);
            Operand(shown.Y);
            Operand(shown.Width);
            Operand(shown.Height);
            buffer.Add(" re W n "u8);
        }

        buffer.AddThousandths(width);
        buffer.Add(" 0 0"u8);
        Operand(height);
        Operand(x);
        Operand(y);
        buffer.Add(" cm/P"u8);
        buffer.AddInteger(picture + 1);
        buffer.Add(" Do Q"u8);
        End();
    }

    /// <summary>Ends an operator: a line to each where the file is to be read; else a single space parts it from what follows.</summary>
    public void End() => buffer.Add(pretty ? (byte)'\n' : (byte)' ');

    private void Overprint(bool on)
    {
        if (!overprint || _overprints == on)
        {
            return;
        }

        buffer.Add(on ? "/O1 gs"u8 : "/O0 gs"u8);
        End();
        _overprints = on;
    }

    private void Operand(long thousandths)
    {
        buffer.Add((byte)' ');
        buffer.AddThousandths(thousandths);
    }
}
