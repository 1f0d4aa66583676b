using Publish.Document;

namespace Publish.Covers.Lettering;

/// <summary>Text divided into lines.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Fits">Whether all keep to the measure.</param>
/// <param name="WeakEnds">Lines that end in an article, a preposition or the like, and lines that end within a compound.</param>
internal sealed record DividedText(List<LetterLine> Lines, bool Fits, int WeakEnds);

/// <summary>
/// Divides display text into lines as even as can be. No word is hyphenated; a compound may be divided after its hyphen where it is wider than the measure.
/// </summary>
internal static class Lines
{
    // A line that ends badly costs as much as this share of the measure, in thousandths, of raggedness.
    private const long WeakEnd = 160;

    /// <summary>The lines of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="letters">Its letters.</param>
    /// <param name="measure">The greatest width.</param>
    /// <param name="even">True for lines of even length (titles), false for full lines with an open last one (paragraphs).</param>
    /// <param name="compounds">Whether compounds wider than the measure are divided.</param>
    public static DividedText Break(string text, Letters letters, Length measure, bool even, bool compounds = true)
    {
        var pieces = Pieces(text, letters, measure, compounds);
        if (pieces.Count == 0)
        {
            return new DividedText([], true, 0);
        }

        var least = Fewest(pieces, measure);
        var whole = pieces.Aggregate(Length.Zero, (sum, piece) => sum + piece.Before + piece.Width);
        var target = even ? Length.Min(measure, whole / least) : measure;

        // best[i]: what the first i pieces cost at least, and where the last of their lines begins.
        var best = new (Int128 Cost, int Lines, int From)[pieces.Count + 1];
        for (var end = 1; end <= pieces.Count; end++)
        {
            best[end] = (Int128.MaxValue, 0, 0);
            var width = Length.Zero;
            for (var start = end - 1; start >= 0; start--)
            {
                width += pieces[start].Width + (start + 1 < end ? pieces[start + 1].Before : Length.Zero);
                if (width > measure && start < end - 1)
                {
                    break;
                }

                if (best[start].Cost == Int128.MaxValue || (even && best[start].Lines >= least))
                {
                    continue;
                }

                var open = !even && end == pieces.Count;
                var share = (Int128)(open && width < measure ? 0 : (target - width).Scaled * 1000 / Math.Max(1, measure.Scaled));
                share = Int128.Abs(share) + (even && end < pieces.Count && pieces[end - 1].IsWeak ? WeakEnd : 0);
                var cost = best[start].Cost + (share * share);
                if (cost < best[end].Cost)
                {
                    best[end] = (cost, best[start].Lines + 1, start);
                }
            }
        }

        var lines = new List<LetterLine>();
        var weak = 0;
        for (var end = pieces.Count; end > 0; end = best[end].From)
        {
            weak += end < pieces.Count && pieces[end - 1].IsWeak ? 1 : 0;
            var words = pieces.GetRange(best[end].From, end - best[end].From);
            lines.Insert(0, letters.Line(string.Concat(words.Select((piece, i) => i > 0 && piece.Before > Length.Zero ? " " + piece.Text : piece.Text))));
        }

        return new DividedText(lines, lines.TrueForAll(line => line.Width <= measure), weak);
    }

    private static List<Piece> Pieces(string text, Letters letters, Length measure, bool compounds)
    {
        var space = letters.Line("n n").Width - letters.Line("nn").Width;
        var pieces = new List<Piece>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var before = space;
            var hyphen = word.IndexOf('-', StringComparison.Ordinal);
            if (compounds && hyphen > 0 && hyphen + 1 < word.Length && letters.Line(word).Width > measure)
            {
                pieces.Add(new Piece(word[..(hyphen + 1)], letters.Line(word[..(hyphen + 1)]).Width, before, true));
                pieces.Add(new Piece(word[(hyphen + 1)..], letters.Line(word[(hyphen + 1)..]).Width, Length.Zero, false));
            }
            else
            {
                pieces.Add(new Piece(word, letters.Line(word).Width, before, IsWeak(word)));
            }
        }

        return pieces;
    }

    // Articles and short prepositions hang badly at the end of a display line.
    private static bool IsWeak(string word) => word.Length <= 3 && char.IsLetter(word[^1]);

    private static int Fewest(List<Piece> pieces, Length measure)
    {
        var lines = 1;
        var width = Length.Zero;
        foreach (var piece in pieces)
        {
            if (width + piece.Before + piece.Width > measure && width > Length.Zero)
            {
                lines++;
                width = Length.Zero;
            }

            width += (width > Length.Zero ? piece.Before : Length.Zero) + piece.Width;
        }

        return lines;
    }

    private sealed record Piece(string Text, Length Width, Length Before, bool IsWeak);
}
