using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>Lines in which something runs from right to left: their parts are placed in visual order (UAX #9, rule L2) and written in the order of the text.</summary>
internal sealed partial class LineWriter
{
    /// <summary>Places atoms from <paramref name="left"/> on; all stretching spaces together take <paramref name="spaceTarget"/>.</summary>
    public void WriteDirected(List<LineAtom> atoms, long left, long spaces, long spaceTarget)
    {
        textEnd = line.SourceRange.Start.Value;
        var x = new long[atoms.Count];
        var pen = left;
        long spaceBefore = 0;
        foreach (var i in VisualOrder(atoms))
        {
            x[i] = pen;
            if (atoms[i].Stretches)
            {
                pen += ShareOf(spaceBefore + atoms[i].Width, spaces, spaceTarget) - ShareOf(spaceBefore, spaces, spaceTarget);
                spaceBefore += atoms[i].Width;
            }
            else
            {
                pen += atoms[i].Picture is null ? LinePlacer.Expand(atoms[i].Width, expansion) : atoms[i].Width;
            }
        }

        for (var i = 0; i < atoms.Count;)
        {
            var atom = atoms[i];
            if (atom.Trailing)
            {
                // By itself: it goes with the paragraph's direction, not with that of its run.
                Flush(atom.Start);
                pieceSource = atom.Start;
                WriteSpace(atom, paragraph.Text.RightToLeft ? left : pen);
                i++;
            }
            else if (atom.Font.Run.RightToLeft && atom.Picture is null)
            {
                var to = i + 1;
                while (to < atoms.Count && ReferenceEquals(atoms[to].Font, atom.Font) && !atoms[to].Trailing)
                    to++;
                WriteRightToLeft(atoms, i, to, x);
                i = to;
            }
            else
            {
                WriteInOrder(atom, x[i]);
                i++;
            }
        }

        places.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
        AddPlace(line.ContentEnd, paragraph.Text.RightToLeft ? left : pen);
    }

    private void WriteInOrder(in LineAtom atom, long pen)
    {
        if (atom.Word is { } word)
        {
            WriteWord(atom, word, pen);
        }
        else if (atom.Picture is { } picture)
        {
            Flush(atom.Start);
            pieces.Add(new(null, new PicturePiece(picture, new Document.Length(pen), atom.Font.Run), atom.Font.Run));
            AddPlace(atom.Start, pen);
            textEnd = atom.Start + 1;
        }
        else
        {
            WriteSpace(atom, pen);
        }
    }

    /// <summary>One piece of the atoms of a run: text and glyphs in the order they are read, each glyph to the left of the one before.</summary>
    private void WriteRightToLeft(List<LineAtom> atoms, int from, int to, long[] x)
    {
        var start = atoms[from].Start;
        var end = to < atoms.Count ? atoms[to].Start : line.ContentEnd;
        Flush(start);
        run = Math.Max(run, 0);
        while (start >= paragraph.Fonts[run].Run.End)
            run++;
        var clusters = new int[end - start];
        for (var i = start; i < end; i++)
        {
            clusters[i - start] = textLength;
            AppendSaid(i);
        }

        textEnd = end;
        pieceX = x[to - 1];
        for (var i = from; i < to; i++)
        {
            var font = atoms[i].Font;
            if (atoms[i].Word is not { } word)
            {
                textStart = clusters[atoms[i].Start - start];
                var space = Spaces.Stretches(atoms[i].Space) ? font.Font.SpaceGlyph : font.Font.Face.GlyphOf(atoms[i].Space);
                space = space == 0 ? font.Font.SpaceGlyph : space;
                AddPlace(atoms[i].Start, x[i]);
                AddGlyph(space, x[i], 0);
                continue;
            }

            // Glyphs of a word come from left to right.
            var (units, before, last) = (word.Advance, word.Clusters, -1);
            for (var g = word.Glyphs.Length - 1; g >= 0; g--)
            {
                ref readonly var glyph = ref word.Glyphs[g];
                var offset = atoms[i].Start + glyph.Cluster;
                units -= glyph.Advance;
                before -= glyph.Cluster != last ? 1 : 0;
                last = glyph.Cluster;
                hyphen |= offset >= end;
                textStart = offset < end ? clusters[offset - start] : textLength;
                AddPlace(offset, x[i] + LinePlacer.Expand(font.Width(units, before), expansion));
                AddGlyph(glyph.Glyph, x[i] + LinePlacer.Expand(font.Width(units, before) + font.Scale(glyph.OffsetX), expansion), font.Scale(glyph.OffsetY));
            }
        }

        pieceEnd = x[from] + LinePlacer.Expand(atoms[from].Width, expansion);
        Flush(end);
    }

    // L2: from the highest level down to the lowest odd one, whatever is at that level or above is turned round. Spaces at the line's end stay out of it (L1).
    private static List<int> VisualOrder(List<LineAtom> atoms)
    {
        var order = new List<int>(atoms.Count);
        var highest = 0;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Trailing)
                continue;
            order.Add(i);
            highest = Math.Max(highest, atoms[i].Font.Run.Level);
        }

        for (var level = highest; level > 0; level--)
        {
            for (var i = 0; i < order.Count; i++)
            {
                var end = i;
                while (end < order.Count && atoms[order[end]].Font.Run.Level >= level)
                    end++;
                if (end > i)
                    order.Reverse(i, end - i);
                i = end;
            }
        }

        return order;
    }
}
