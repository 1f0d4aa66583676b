using System.Collections.Immutable;
using System.Text;
using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Text;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>Writes the atoms of a line as pieces, one for each run of the text, and finds the places of marks.</summary>
internal sealed partial class LineWriter(ParagraphContext paragraph, SetLine line, int expansion, int capacity)
{
    private readonly ImmutableArray<LinePiece>.Builder pieces = ImmutableArray.CreateBuilder<LinePiece>();
    private readonly ImmutableArray<PlacedGlyph>.Builder glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(capacity * 5);
    private readonly StringBuilder text = new(96);
    private readonly List<(int Offset, long X)> places = [];
    private int run = -1;
    private long pieceX;
    private long pieceEnd;
    private int textEnd;
    private int textStart;
    private bool hyphen;
    private int pieceSource; // where a piece starts that begins neither with its run nor with the line

    /// <summary>Places atoms from <paramref name="left"/> on; all stretching spaces together take <paramref name="spaceTarget"/>.</summary>
    public void Write(List<LineAtom> atoms, long left, long spaces, long spaceTarget)
    {
        textEnd = line.SourceRange.Start.Value;
        var pen = left;
        long spaceBefore = 0;
        foreach (var atom in atoms)
        {
            if (atom.Word is { } word)
            {
                WriteWord(atom, word, pen);
                pen += LinePlacer.Expand(atom.Width, expansion);
            }
            else if (atom.Picture is { } picture)
            {
                Flush(atom.Start);
                pieces.Add(new PicturePiece(picture, new Length(pen), atom.Font.Run));
                places.Add((atom.Start, pen));
                textEnd = atom.Start + 1;
                pen += atom.Width;
            }
            else
            {
                WriteSpace(atom, pen);
                if (atom.Stretches)
                {
                    // Shares of the whole, so that nothing is lost to rounding.
                    pen += ShareOf(spaceBefore + atom.Width, spaces, spaceTarget) - ShareOf(spaceBefore, spaces, spaceTarget);
                    spaceBefore += atom.Width;
                }
                else if (!atom.Trailing)
                {
                    pen += LinePlacer.Expand(atom.Width, expansion);
                }
            }
        }

        places.Add((line.ContentEnd, pen));
    }

    /// <summary>The finished line.</summary>
    public LineLayout Finish()
    {
        Flush(line.ContentEnd);
        return new(pieces.ToImmutable(), Marks());
    }

    private static long ShareOf(long part, long whole, long target) => whole == target ? part : (long)((Int128)target * part / whole);

    private void WriteWord(in LineAtom atom, ShapedWord word, long pen)
    {
        var units = 0;
        var clusters = -1;
        var lastCluster = -1;
        var font = atom.Font;
        var hyphenCluster = atom.Hyphen ? word.Text.Length - 1 : int.MaxValue;
        foreach (ref readonly var glyph in word.Glyphs.AsSpan())
        {
            if (glyph.Cluster != lastCluster)
            {
                lastCluster = glyph.Cluster;
                clusters++;
                if (glyph.Cluster < hyphenCluster)
                {
                    Reach(atom.Start + glyph.Cluster);
                    places.Add((atom.Start + glyph.Cluster, pen + LinePlacer.Expand(font.Width(units, clusters), expansion)));
                }
                else
                {
                    // The hyphen stands for nothing: its cluster is the end of the text.
                    AppendText(line.ContentEnd);
                    hyphen = true;
                    textStart = text.Length;
                }
            }

            var x = pen + LinePlacer.Expand(font.Width(units, clusters) + font.Scale(glyph.OffsetX), expansion);
            PlaceGlyph(glyph.Glyph, x, font.Scale(glyph.OffsetY), font.Scale(glyph.Advance));
            units += glyph.Advance;
        }

        pieceEnd = pen + LinePlacer.Expand(font.Width(word.Advance, word.Clusters), expansion);
    }

    private void WriteSpace(in LineAtom atom, long pen)
    {
        Reach(atom.Start);
        places.Add((atom.Start, pen));
        var glyph = Spaces.Stretches(atom.Space) ? atom.Font.Font.SpaceGlyph : atom.Font.Font.Face.GlyphOf(atom.Space);
        var own = glyph == 0 ? atom.Font.Font.SpaceGlyph : glyph;
        PlaceGlyph(own, pen, 0, atom.Font.Scale(atom.Font.Font.Face.AdvanceOf(own)));
        if (!atom.Trailing)
            pieceEnd = pen + LinePlacer.Expand(atom.Width, expansion);
        if (!atom.Trailing)
            return;
        if (paragraph.Text.Characters[atom.Start] == '\n')
            text.Append(' ');
        AppendText(atom.Start + 1);
    }

    /// <summary>Goes on to the character at an offset: appends the text up to it and changes runs where it must.</summary>
    private void Reach(int offset)
    {
        if (run < 0 || offset >= paragraph.Fonts[run].Run.End)
        {
            Flush(offset);
            run = Math.Max(run, 0);
            while (offset >= paragraph.Fonts[run].Run.End)
                run++;
        }
        else
        {
            AppendText(offset);
        }

        textStart = text.Length;
    }

    private void AppendText(int offset)
    {
        foreach (var c in paragraph.Text.Characters.AsSpan(textEnd, Math.Max(0, offset - textEnd)))
        {
            if (!Spaces.IsSilent(c) && c != '\n')
                text.Append(c);
        }

        textEnd = Math.Max(textEnd, offset);
    }

    private void PlaceGlyph(ushort glyph, long x, long y, long advance)
    {
        if (glyphs.Count == 0)
            pieceX = x;
        glyphs.Add(new PlacedGlyph(glyph, checked((int)(x - pieceX)), checked((int)y), checked((int)advance), textStart));
    }

    private void Flush(int offset)
    {
        if (glyphs.Count == 0)
        {
            textEnd = Math.Max(textEnd, offset);
            return;
        }

        AppendText(Math.Max(textEnd, Math.Min(offset, line.SourceRange.End.Value)));
        var font = paragraph.Fonts[run];
        var styled = font.Run;
        var glyphRun = new GlyphRun(styled.Structure, styled.Face, styled.Size, new Length(pieceX), -styled.Rise, glyphs.ToImmutable(), text.ToString())
        {
            HorizontalScale = 10_000 + expansion,
            Color = InkColor.Gray(styled.Style.Gray),
            Source = SourceOf(styled),
            EndsInHyphen = hyphen,
            Width = new Length(pieceEnd - pieceX),
        };
        pieces.Add(new GlyphPiece(glyphRun, styled));
        AddRules(styled);
        glyphs.Clear();
        text.Clear();
        hyphen = false;
        pieceSource = 0;
    }

    private TextPosition? SourceOf(StyledRun styled) =>
        styled.Source is { } source ? source with { Offset = source.Offset + Math.Max(0, Math.Max(line.SourceRange.Start.Value, pieceSource) - styled.Start) } : null;

    private void AddRules(StyledRun styled)
    {
        var face = styled.Face;
        if (styled.Style.Underline)
            AddRule(styled, face.UnderlineThickness, -face.UnderlinePosition - (face.UnderlineThickness / 2));
        if (styled.Style.LineThrough)
            AddRule(styled, face.StrikeoutThickness, -face.StrikeoutPosition);
    }

    private void AddRule(StyledRun styled, int thickness, int top)
    {
        var em = styled.Face.UnitsPerEm;
        pieces.Add(new RulePiece(new Length(pieceX), new Length(pieceEnd - pieceX), styled.Size.Scale(top, em) - styled.Rise, styled.Size.Scale(thickness, em), styled));
    }

    private ImmutableArray<LineMark> Marks()
    {
        var marks = ImmutableArray<LineMark>.Empty;
        var start = line.SourceRange.Start.Value;
        var end = line.IsLast ? int.MaxValue : line.SourceRange.End.Value;
        foreach (var mark in paragraph.Text.Marks)
        {
            if (mark.Offset >= start && mark.Offset < end)
                marks = marks.Add(new(mark, new Length(PlaceOf(mark.Offset))));
        }

        return marks;
    }

    private long PlaceOf(int offset)
    {
        foreach (var (at, x) in places)
        {
            if (at >= offset)
                return x;
        }

        return places.Count > 0 ? places[^1].X : 0;
    }
}
