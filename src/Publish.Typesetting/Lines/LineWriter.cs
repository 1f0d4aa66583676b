using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Text;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>
/// Writes the atoms of a line as pieces, one for each run of the text, and finds the places of marks. Reused from line to line on a thread: what a line keeps is cut to
/// its size.
/// </summary>
internal sealed partial class LineWriter
{
    [ThreadStatic]
    private static LineWriter? ofThread;

    private readonly List<WrittenPiece> pieces = [];
    private readonly List<(int Offset, long X)> places = [];
    private readonly List<LineMark> marks = [];
    private PlacedGlyph[] glyphs = new PlacedGlyph[256];
    private int[] rises = new int[256];
    private bool risen;
    private int glyphCount;
    private char[] text = new char[256];
    private int textLength;
    private int textFrom; // offset of its first character
    private bool textParts; // the text is no stretch of the paragraph's: only then it is kept in the buffer
    private ParagraphContext paragraph = null!;
    private SetLine line = null!;
    private int expansion;
    private LineOrigin origin;
    private bool marked;
    private int run;
    private long pieceX;
    private long pieceEnd;
    private int textEnd;
    private int textStart;
    private bool hyphen;
    private int pieceSource; // where a piece starts that begins neither with its run nor with the line

    private LineWriter()
    {
    }

    /// <summary>The thread's writer, made ready for a line.</summary>
    public static LineWriter For(ParagraphContext paragraph, SetLine line, int expansion, LineOrigin origin)
    {
        var writer = ofThread ??= new LineWriter();
        writer.paragraph = paragraph;
        writer.line = line;
        writer.expansion = expansion;
        writer.origin = origin;
        writer.marked = !paragraph.Text.Marks.IsEmpty;
        writer.glyphCount = writer.textLength = writer.textFrom = 0;
        writer.risen = writer.textParts = false;
        writer.run = -1;
        writer.pieceX = writer.pieceEnd = origin.Left.Scaled;
        writer.textStart = 0;
        writer.hyphen = false;
        writer.pieceSource = 0;
        writer.pieces.Clear();
        writer.places.Clear();
        return writer;
    }

    /// <summary>Places atoms from <paramref name="left"/> on; all stretching spaces together take <paramref name="spaceTarget"/>.</summary>
    public void Write(List<LineAtom> atoms, long left, long spaces, long spaceTarget)
    {
        textEnd = line.SourceRange.Start.Value;
        var pen = left;
        long spaceBefore = 0;
        foreach (ref readonly var atom in CollectionsMarshal.AsSpan(atoms))
        {
            if (atom.Word is { } word)
            {
                WriteWord(atom, word, pen);
                pen += LinePlacer.Expand(atom.Width, expansion);
            }
            else if (atom.Picture is { } picture)
            {
                Flush(atom.Start);
                pieces.Add(new(null, new PicturePiece(picture, new Length(pen), atom.Font.Run), atom.Font.Run));
                AddPlace(atom.Start, pen);
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

        AddPlace(line.ContentEnd, pen);
    }

    /// <summary>Ends the line.</summary>
    public LineWriter Finish()
    {
        Flush(line.ContentEnd);
        FindMarks();
        return this;
    }

    /// <summary>What is drawn, in the order of the text; valid until the thread's next line.</summary>
    public List<WrittenPiece> Pieces => pieces;

    /// <summary>Marks with their places; valid until the thread's next line.</summary>
    public List<LineMark> Marks => marks;

    /// <summary>The finished line, to be kept.</summary>
    public LineLayout ToLayout()
    {
        var kept = ImmutableArray.CreateBuilder<LinePiece>(pieces.Count);
        foreach (var (glyphRun, other, styled) in pieces)
            kept.Add(glyphRun is null ? other! : new GlyphPiece(glyphRun, styled));
        return new(kept.MoveToImmutable(), [.. marks]);
    }

    private static long ShareOf(long part, long whole, long target) => whole == target ? part
        : target is > int.MinValue and < int.MaxValue && part < int.MaxValue ? target * part / whole
        : (long)((Int128)target * part / whole);

    private void AddPlace(int offset, long x)
    {
        if (marked)
            places.Add((offset, x));
    }

    private void WriteWord(in LineAtom atom, ShapedWord word, long pen)
    {
        Reach(atom.Start);
        if (!atom.Hyphen && atom.Start + word.Length <= paragraph.Fonts[run].Run.End && !word.HasSilent)
            WriteWhole(atom, word, pen);
        else
            WriteByClusters(atom, word, pen);
        pieceEnd = pen + LinePlacer.Expand(atom.Font.Width(word.Advance, word.Clusters), expansion);
    }

    /// <summary>A word of one run: its text is taken at once.</summary>
    private void WriteWhole(in LineAtom atom, ShapedWord word, long pen)
    {
        var font = atom.Font;
        var first = textLength;
        AppendStretch(atom.Start, word.Length);
        textEnd = atom.Start + word.Length;
        if (!marked && !word.Rises && font.LetterSpace == 0 && word.Glyphs.Length > 0)
        {
            WritePlain(font, word, pen, first);
            return;
        }

        var units = 0;
        var clusters = -1;
        var lastCluster = -1;
        foreach (ref readonly var glyph in word.Glyphs.AsSpan())
        {
            if (glyph.Cluster != lastCluster)
            {
                lastCluster = glyph.Cluster;
                clusters++;
                if (marked)
                    places.Add((atom.Start + glyph.Cluster, pen + LinePlacer.Expand(font.Width(units, clusters), expansion)));
                textStart = first + glyph.Cluster;
            }

            var x = pen + LinePlacer.Expand(font.Width(units, clusters) + font.Scale(glyph.OffsetX), expansion);
            PlaceGlyph(glyph.Glyph, x, font.Scale(glyph.OffsetY));
            units += glyph.Advance;
        }
    }

    // Most words: no marks in the paragraph, no letterspacing, every glyph on the baseline.
    private void WritePlain(RunFont font, ShapedWord word, long pen, int first)
    {
        ReadOnlySpan<ShapedGlyph> shaped = word.Glyphs;
        MakeRoom(shaped.Length);
        if (glyphCount == 0)
            pieceX = pen + LinePlacer.Expand(font.Scale(shaped[0].OffsetX), expansion);
        var placed = glyphs.AsSpan(glyphCount, shaped.Length);
        var from = pen - pieceX;
        var units = 0;
        for (var i = 0; i < placed.Length; i++)
        {
            ref readonly var glyph = ref shaped[i];
            var x = font.Scale(units);
            if (glyph.OffsetX != 0)
                x += font.Scale(glyph.OffsetX);
            placed[i] = new PlacedGlyph(glyph.Glyph, checked((int)(from + LinePlacer.Expand(x, expansion))), first + glyph.Cluster);
            units += glyph.Advance;
        }

        if (risen)
            rises.AsSpan(glyphCount, placed.Length).Clear();
        glyphCount += placed.Length;
        textStart = first + shaped[^1].Cluster;
    }

    /// <summary>A word that runs on from run to run, or ends in a hyphen of the line, or has characters that leave no trace.</summary>
    private void WriteByClusters(in LineAtom atom, ShapedWord word, long pen)
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
                    // Where a run ends inside the word, what it drew reaches to here.
                    var place = pen + LinePlacer.Expand(font.Width(units, clusters), expansion);
                    pieceEnd = clusters > 0 ? place : pieceEnd;
                    Reach(atom.Start + glyph.Cluster);
                    AddPlace(atom.Start + glyph.Cluster, place);
                }
                else
                {
                    // The hyphen stands for nothing: its cluster is the end of the text.
                    AppendText(line.ContentEnd);
                    hyphen = true;
                    textStart = textLength;
                }
            }

            var x = pen + LinePlacer.Expand(font.Width(units, clusters) + font.Scale(glyph.OffsetX), expansion);
            PlaceGlyph(glyph.Glyph, x, font.Scale(glyph.OffsetY));
            units += glyph.Advance;
        }
    }

    private void WriteSpace(in LineAtom atom, long pen)
    {
        Reach(atom.Start);
        AddPlace(atom.Start, pen);
        var font = atom.Font.Font;
        var glyph = Spaces.Stretches(atom.Space) ? font.SpaceGlyph : font.Face.GlyphOf(atom.Space);
        var own = glyph == 0 ? font.SpaceGlyph : glyph;
        PlaceGlyph(own, pen, 0);
        if (!atom.Trailing)
        {
            pieceEnd = pen + LinePlacer.Expand(atom.Width, expansion);
            return;
        }

        if (paragraph.Text.Characters[atom.Start] == '\n')
        {
            TakeParts();
            text[textLength++] = ' ';
        }

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

        textStart = textLength;
    }

    private void AppendText(int offset)
    {
        for (var i = textEnd; i < offset; i++)
            AppendSaid(i);

        textEnd = Math.Max(textEnd, offset);
    }

    /// <summary>Appends a character of the paragraph, unless it leaves no trace.</summary>
    private void AppendSaid(int offset)
    {
        var c = paragraph.Text.Characters[offset];
        if (Spaces.IsSilent(c) || c == '\n')
            return;
        AppendStretch(offset, 1);
    }

    /// <summary>Appends a stretch of the paragraph's text. As long as stretches follow each other none is copied.</summary>
    private void AppendStretch(int offset, int length)
    {
        if (textLength == 0 && !textParts)
            textFrom = offset;
        else if (offset != textFrom + textLength)
            TakeParts();
        if (textParts)
        {
            while (textLength + length > text.Length)
                Array.Resize(ref text, text.Length * 2);
            paragraph.Text.Characters.AsSpan(offset, length).CopyTo(text.AsSpan(textLength));
        }

        textLength += length;
    }

    /// <summary>Goes over to a text that is no stretch of the paragraph's; there is room for a character more.</summary>
    private void TakeParts()
    {
        while (textLength >= text.Length)
            Array.Resize(ref text, text.Length * 2);
        if (!textParts)
            paragraph.Text.Characters.AsSpan(textFrom, textLength).CopyTo(text);
        textParts = true;
    }

    private void PlaceGlyph(ushort glyph, long x, long rise)
    {
        if (glyphCount == 0)
            pieceX = x;
        AddGlyph(glyph, x, rise);
    }

    private void AddGlyph(ushort glyph, long x, long rise)
    {
        MakeRoom(1);
        if (rise != 0 && !risen)
        {
            rises.AsSpan(0, glyphCount).Clear();
            risen = true;
        }

        if (risen)
            rises[glyphCount] = checked((int)rise);
        glyphs[glyphCount++] = new PlacedGlyph(glyph, checked((int)(x - pieceX)), textStart);
    }

    private void MakeRoom(int count)
    {
        while (glyphCount + count > glyphs.Length)
        {
            Array.Resize(ref glyphs, glyphs.Length * 2);
            Array.Resize(ref rises, glyphs.Length);
        }
    }

    /// <summary>What the piece says: where nothing was left out, a stretch of the paragraph's own text.</summary>
    private ReadOnlyMemory<char> Said() => textParts ? new string(text, 0, textLength).AsMemory() : paragraph.Text.Characters.AsMemory(textFrom, textLength);

    private void Flush(int offset)
    {
        if (glyphCount == 0)
        {
            textEnd = Math.Max(textEnd, offset);
            return;
        }

        AppendText(Math.Max(textEnd, Math.Min(offset, line.SourceRange.End.Value)));
        var font = paragraph.Fonts[run];
        var styled = font.Run;
        var placed = glyphs.AsSpan(0, glyphCount).ToImmutableArray();
        var structure = styled.Structure.Element < 0 ? styled.Structure : styled.Structure with { Element = styled.Structure.Element + origin.StructureBase };
        var glyphRun = new GlyphRun(structure, styled.Face, styled.Size, new Length(pieceX), origin.Baseline - styled.Rise, placed, Said())
        {
            HorizontalScale = 10_000 + expansion,
            Source = SourceOf(styled),
            EndsInHyphen = hyphen,
            Width = new Length(pieceEnd - pieceX),
            Rises = risen ? [.. rises.AsSpan(0, glyphCount)] : [],
        };
        if (styled.Style.Color is not { Kind: StyleColorKind.Gray, A: 0 })
            glyphRun = glyphRun with { Color = InkColors.Of(styled.Style.Color) };
        pieces.Add(new(glyphRun, null, styled));
        AddRules(styled);
        glyphCount = 0;
        risen = false;
        textLength = 0;
        textParts = false;
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
        pieces.Add(new(null, new RulePiece(new Length(pieceX), new Length(pieceEnd - pieceX), styled.Size.Scale(top, em) - styled.Rise, styled.Size.Scale(thickness, em), styled), styled));
    }

    private void FindMarks()
    {
        marks.Clear();
        if (!marked)
            return;
        var start = line.SourceRange.Start.Value;
        var end = line.IsLast ? int.MaxValue : line.SourceRange.End.Value;
        foreach (var mark in paragraph.Text.Marks)
        {
            if (mark.Offset >= start && mark.Offset < end)
                marks.Add(new(mark, new Length(PlaceOf(mark.Offset))));
        }
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
