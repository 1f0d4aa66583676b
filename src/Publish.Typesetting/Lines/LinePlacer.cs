using Publish.Styles;

namespace Publish.Typesetting.Lines;

/// <summary>Places the glyphs of a line: shapes what the break cut afresh, expands glyphs, and gives the spaces between words what is left, to the last scaled point.</summary>
internal static class LinePlacer
{
    [ThreadStatic]
    private static List<LineAtom>? atomsOfThread;

    /// <summary>Places a line.</summary>
    /// <param name="paragraph">Its paragraph.</param>
    /// <param name="line">The line.</param>
    /// <param name="origin">What places are counted from.</param>
    public static LineLayout Place(ParagraphContext paragraph, SetLine line, LineOrigin origin) => Write(paragraph, line, origin).ToLayout();

    /// <summary>Places a line for once: the thread's writer holds its pieces and marks until the next line.</summary>
    public static LineWriter Write(ParagraphContext paragraph, SetLine line, LineOrigin origin)
    {
        var atoms = atomsOfThread ??= [];
        LineAtoms.Collect(paragraph, line, atoms);
        long glyphs = 0;
        long spaces = 0;
        byte levels = 0;
        foreach (var atom in atoms)
        {
            levels |= atom.Font.Run.Level;
            if (atom.Stretches)
                spaces += atom.Width;
            else if (!atom.Trailing)
                glyphs += atom.Width;
        }

        var indent = line.Indent.Scaled;
        var available = (paragraph.Shape.Measure - line.Indent).Scaled;
        var (leftHang, rightHang) = LineAtoms.Hangs(paragraph, line, atoms);
        var target = available + leftHang + rightHang;
        var expansion = 0;
        var spaceTarget = spaces;
        var natural = glyphs + spaces;
        if (paragraph.Fit.Justified && (!line.IsForced || natural > target))
        {
            var looseness = line.Overfull.Scaled > 0 ? LineFit.TooTight : LineFit.Looseness(paragraph.Fit, natural - leftHang - rightHang, spaces, available);
            if (looseness == LineFit.TooTight)
                looseness = -paragraph.Fit.ShrinkLimit;
            if (spaces > 0)
                expansion = LineFit.ExpansionAt(paragraph.Fit, looseness);
            else if (natural > target && natural > 0)
                expansion = -(int)Math.Min(paragraph.Fit.Expansion, (((natural - target) * 10_000) + natural - 1) / natural);
            long expanded = 0;
            foreach (var atom in atoms)
            {
                if (!atom.Stretches && !atom.Trailing)
                    expanded += Expand(atom.Width, expansion);
            }

            spaceTarget = line.Overfull.Scaled > 0 ? spaces - (spaces * paragraph.Fit.ShrinkLimit / 1000) : Math.Max(spaces / 4, target - expanded);
            if (spaces == 0)
                spaceTarget = 0;
        }

        if (paragraph.Text.RightToLeft && paragraph.Style.Alignment != TextAlignment.Center)
        {
            // Its lines begin at the right: whatever is left over stands at the left.
            var set = expansion == 0 && spaceTarget == spaces ? natural : target;
            var rightToLeft = LineWriter.For(paragraph, line, expansion, origin);
            rightToLeft.WriteDirected(atoms, origin.Left.Scaled + (paragraph.Style.Alignment == TextAlignment.Right ? 0 : available - set), spaces, spaceTarget);
            return rightToLeft.Finish();
        }

        var left = origin.Left.Scaled + paragraph.Style.Alignment switch
        {
            TextAlignment.Right => indent + available - natural + rightHang,
            TextAlignment.Center => indent + ((available - natural + rightHang) / 2),
            _ => indent - leftHang,
        };
        var writer = LineWriter.For(paragraph, line, expansion, origin);
        if (levels == 0)
            writer.Write(atoms, left, spaces, spaceTarget);
        else
            writer.WriteDirected(atoms, left, spaces, spaceTarget);
        return writer.Finish();
    }

    /// <summary>A width with glyphs expanded by so many ten-thousandths.</summary>
    public static long Expand(long width, int expansion) => expansion == 0 ? width : width + (width * expansion / 10_000);
}
