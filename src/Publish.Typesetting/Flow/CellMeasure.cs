using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Flow;

/// <summary>What a cell asks of the columns it stands in.</summary>
/// <param name="Row">Its row, heads included.</param>
/// <param name="Column">Its first column.</param>
/// <param name="Span">How many columns it covers.</param>
/// <param name="Lines">Its paragraphs (a forced break begins another): the widths of their words, none of which is to be parted.</param>
/// <param name="Space">White between words.</param>
/// <param name="Natural">The width on which none of its paragraphs turns over.</param>
internal sealed record CellMeasure(int Row, int Column, int Span, ImmutableArray<ImmutableArray<Length>> Lines, Length Space, Length Natural)
{
    /// <summary>Most characters of a date, a number or a run of paragraph numbers.</summary>
    private const int ShortText = 28;

    /// <summary>Further to the right than any word.</summary>
    private static readonly Length ProbeEnd = Length.FromPoints(1_000_000);

    /// <summary>True in a row of headings.</summary>
    public bool Head { get; init; }

    /// <summary>True for what is read at a glance and shouldn't turn over: numbers, dates, paragraph numbers.</summary>
    public bool Figures { get; init; }

    /// <summary>True for a number.</summary>
    public bool Number { get; init; }

    /// <summary>For a number, the width of its decimal point and what follows it.</summary>
    public Length Fraction { get; init; }

    /// <summary>Its longest word.</summary>
    public Length Longest => Lines.SelectMany(l => l).DefaultIfEmpty(Length.Zero).Max();

    /// <summary>True where there is nothing in it.</summary>
    public bool IsEmpty => Lines.All(l => l.IsEmpty);

    /// <summary>How many lines it takes on a measure, words taken one after the other.</summary>
    public int LinesAt(Length measure)
    {
        var count = 0;
        foreach (var words in Lines)
        {
            if (words.IsEmpty)
            {
                continue;
            }

            count++;
            var at = Length.Zero;
            for (var i = 0; i < words.Length; i++)
            {
                var next = i == 0 ? words[i] : at + Space + words[i];
                if (i > 0 && next > measure)
                {
                    count++;
                    next = words[i];
                }

                at = next;
                if (at > measure && measure > Length.Zero)
                {
                    // A word that must be parted.
                    count += (int)(at / measure);
                    at %= measure;
                }
            }
        }

        return count;
    }

    /// <summary>Measures paragraphs that were each set on one line.</summary>
    /// <param name="row">The cell's row.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="span">Columns it covers.</param>
    /// <param name="paragraphs">The paragraphs, set on a measure that nothing fills.</param>
    /// <param name="space">White between words.</param>
    /// <param name="decimalPoint">The character before the fraction of a number.</param>
    public static CellMeasure Of(int row, int column, int span, IEnumerable<SetParagraph> paragraphs, Length space, char decimalPoint)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<Length>>();
        var natural = Length.Zero;
        var characters = 0;
        var digits = false;
        var number = true;
        var fraction = Length.Zero;
        foreach (var set in paragraphs)
        {
            if (set.Variants.IsEmpty)
            {
                continue;
            }

            foreach (var line in set.BestVariant.Lines)
            {
                lines.Add(Words(line));
                natural = Length.Max(natural, line.Width + line.Indent);
                foreach (var piece in line.Pieces.OfType<GlyphPiece>())
                {
                    characters += piece.Glyphs.Characters.Length;
                    foreach (var c in piece.Glyphs.Characters.Span)
                    {
                        digits |= char.IsAsciiDigit(c);
                        number &= char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '−' or '+' or '%' or '\u00A0' or '\u202F' or '$' or '£' or '€';
                    }
                }

                fraction = FractionOf(line, decimalPoint);
            }
        }

        number &= digits && lines.Count == 1;
        return new CellMeasure(row, column, span, lines.ToImmutable(), space, natural)
        {
            Figures = digits && characters <= ShortText && lines.Count == 1,
            Number = number,
            Fraction = number ? fraction : Length.Zero,
        };
    }

    private static ImmutableArray<Length> Words(SetLine line)
    {
        var words = ImmutableArray.CreateBuilder<Length>();
        var from = ProbeEnd;
        var to = Length.Zero;
        void Take(Length start, Length end)
        {
            from = Length.Min(from, start);
            to = Length.Max(to, end);
        }

        void End()
        {
            if (to > from)
            {
                words.Add(to - from);
            }

            (from, to) = (ProbeEnd, Length.Zero);
        }

        foreach (var piece in line.Pieces)
        {
            if (piece is not GlyphPiece glyphs)
            {
                Take(piece.X, piece.X + piece.Width);
                continue;
            }

            var text = glyphs.Glyphs.Characters.Span;
            foreach (var glyph in glyphs.Glyphs.Glyphs)
            {
                var x = glyphs.X + new Length(glyph.X);
                if (glyph.Cluster < text.Length && text[glyph.Cluster] == ' ')
                {
                    End();
                }
                else
                {
                    Take(x, x + glyphs.Glyphs.Size.Scale(glyphs.Glyphs.Face.AdvanceOf(glyph.Glyph), glyphs.Glyphs.Face.UnitsPerEm));
                }
            }
        }

        End();
        return words.ToImmutable();
    }

    private static Length FractionOf(SetLine line, char decimalPoint)
    {
        var point = Length.Zero;
        var end = Length.Zero;
        foreach (var piece in line.Pieces.OfType<GlyphPiece>())
        {
            var text = piece.Glyphs.Characters.Span;
            foreach (var glyph in piece.Glyphs.Glyphs)
            {
                if (glyph.Cluster < text.Length && text[glyph.Cluster] == decimalPoint)
                {
                    point = piece.X + new Length(glyph.X);
                }
            }

            end = Length.Max(end, piece.X + piece.Width);
        }

        return point > Length.Zero ? end - point : Length.Zero;
    }
}
