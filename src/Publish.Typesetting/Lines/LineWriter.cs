using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Document;
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

    private readonly List<LinePiece> pieces = [];
    private readonly List<(int Offset, long X)> places = [];
    private readonly List<LineMark> marks = [];
    private PlacedGlyph[] glyphs = new PlacedGlyph[256];
    private int[] rises = new int[256];
    private bool risen;
    private int glyphCount;
    private char[] text = new char[256];
    private int textLength;
    private int textFrom; // offset of its first character
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
        writer.glyphCount = writer.textLength = 0;
        writer.risen = false;
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
                pieces.Add(new PicturePiece(picture, new Length(pen), atom.Font.Run));
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
    public List<LinePiece> Pieces => pieces;

    /// <summary>Marks with their places; valid until the thread's next line.</summary>
    public List<LineMark> Marks => marks;

    /// <summary>The finished line, to be kept.</summary>
    public LineLayout ToLayout() => new([.. pieces], [.. marks]);

    private static long ShareOf(long part, long whole, long target) => whole == target ? part
        : target is > int.MinValue and < int.MaxValue && part < int.MaxValue ? target * part / whole
        : (long)((Int128)target * part / whole);

    private static bool HasSilent(string word)
    {
        foreach (var c in word)
        {
            if (Spaces.IsSilent(c))
                return true;
        }

        return false;
    }

    private void AddPlace(int offset, long x)
    {
        if (marked)
            places.Add((offset, x));
    }

    private void WriteWord(in LineAtom atom, ShapedWord word, long pen)
    {
        Reach(atom.Start);
        if (!atom.Hyphen && atom.Start + word.Text.Length <= paragraph.Fonts[run].Run.End && !HasSilent(word.Text))
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
        textFrom = first == 0 ? atom.Start : textFrom;
        Append(word.Text);
        textEnd = atom.Start + word.Text.Length;
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
            Append(" ");
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
        if (textLength == text.Length)
            Array.Resize(ref text, textLength * 2);
        textFrom = textLength == 0 ? offset : textFrom;
        text[textLength++] = c;
    }

    private void Append(string characters)
    {
        while (textLength + characters.Length > text.Length)
            Array.Resize(ref text, text.Length * 2);
        characters.CopyTo(text.AsSpan(textLength));
        textLength += characters.Length;
    }

    private void PlaceGlyph(ushort glyph, long x, long rise)
    {
        if (glyphCount == 0)
            pieceX = x;
        AddGlyph(glyph, x, rise);
    }

    private void AddGlyph(ushort glyph, long x, long rise)
    {
        if (glyphCount == glyphs.Length)
        {
            Array.Resize(ref glyphs, glyphCount * 2);
            Array.Resize(ref rises, glyphCount * 2);
        }

        risen |= rise != 0;
        rises[glyphCount] = checked((int)rise);
        glyphs[glyphCount++] = new PlacedGlyph(glyph, checked((int)(x - pieceX)), textStart);
    }

    /// <summary>What the piece says: where nothing was left out, a stretch of the paragraph's own text.</summary>
    private ReadOnlyMemory<char> Said()
    {
        var own = paragraph.Text.Characters;
        return textFrom + textLength <= own.Length && own.AsSpan(textFrom, textLength).SequenceEqual(text.AsSpan(0, textLength))
            ? own.AsMemory(textFrom, textLength)
            : new string(text, 0, textLength).AsMemory();
    }

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
            Color = InkColors.Of(styled.Style.Color),
            Source = SourceOf(styled),
            EndsInHyphen = hyphen,
            Width = new Length(pieceEnd - pieceX),
            Rises = risen ? [.. rises.AsSpan(0, glyphCount)] : [],
        };
        pieces.Add(new GlyphPiece(glyphRun, styled));
        AddRules(styled);
        glyphCount = 0;
        risen = false;
        textLength = 0;
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
