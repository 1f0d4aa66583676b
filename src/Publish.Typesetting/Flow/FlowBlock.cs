using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Flow;

/// <summary>Something that takes lines on pages: what the page stage must know of it, and how it is drawn once its place is known.</summary>
/// <param name="Vertical">What the page stage knows.</param>
internal abstract record FlowBlock(VerticalBlock Vertical)
{
    /// <summary>Where it stands in the manuscript.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>Names of this place.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Its structure element; −1 for none.</summary>
    public int Element { get; init; } = -1;

    /// <summary>Where it begins in the text of the book; null where it is made up (a heading over notes) or stands beside the text (a caption).</summary>
    public TextPosition? Place { get; init; }

    /// <summary>The words of a heading that running heads may name; null for anything else.</summary>
    public string? RunningTitle { get; init; }

    /// <summary>What stands above it where it begins the first column of a left-hand page: the headword it belongs to, "continued"; null for nothing.</summary>
    public FlowBlock? ContinuedHead { get; init; }

    /// <summary>Draws lines <paramref name="from"/> to <paramref name="to"/> of a variant.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="left">Left edge of the text block or column.</param>
    /// <param name="top">Top of the first line drawn, from the head of the page.</param>
    /// <param name="variant">Which way to set it.</param>
    /// <param name="from">First line.</param>
    /// <param name="to">The line after the last.</param>
    /// <param name="spread">White added between lines.</param>
    public abstract void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread);

    /// <summary>The diagnostics of the lines of a variant.</summary>
    public virtual IEnumerable<Diagnostic> Faults(int variant) => [];

    /// <summary>What the report on lines tells of some of its lines.</summary>
    /// <param name="page">The folio of the page they stand on.</param>
    /// <param name="variant">The variant chosen.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">One more than the last.</param>
    public virtual IEnumerable<LineReport> Lines(string page, int variant, int from, int to) => [];

    /// <summary>Names the place where it starts.</summary>
    protected void MarkStart(PageCanvas canvas, Length x, Length y)
    {
        foreach (var id in Ids)
        {
            canvas.Mark(id, x, y, Element);
        }
    }
}

/// <summary>Words that stand before the first line of a paragraph: a list's mark, the number of a note.</summary>
/// <param name="Line">The words, set.</param>
/// <param name="X">Where they stand, from the left edge of the column.</param>
/// <param name="Link">The place a click leads to; null for none.</param>
/// <param name="Element">The structure element of the link.</param>
internal sealed record HangingLabel(SetLine Line, Length X, string? Link, int Element);

/// <summary>A paragraph, a heading, a line of verse: anything of lines.</summary>
internal sealed record TextFlow(VerticalBlock Vertical, SetParagraph Text, Length Left, Length Leading, Length Baseline) : FlowBlock(Vertical)
{
    /// <summary>Words before its first line; null for none.</summary>
    public HangingLabel? Label { get; init; }

    /// <summary>Words at the right end of its last line (a page number in the contents); null for none.</summary>
    public HangingLabel? Tail { get; init; }

    /// <summary>Its number, set beside its first line in the outer margin; null for none.</summary>
    public SetLine? Number { get; init; }

    /// <summary>How much of it counts in <see cref="FlowBlock.Place"/> where its words are made up (an entry of contents or index); null where all are the model's.</summary>
    public int? Counted { get; init; }

    /// <summary>False where its lines aren't counted in references by page and line (notes).</summary>
    public bool Counts { get; init; } = true;

    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        var lines = Text.Variants[variant].Lines;
        for (var i = from; i < to; i++)
        {
            var y = top + ((Leading + spread) * (i - from));
            if (i == 0)
            {
                MarkStart(canvas, left + Left, y);
                DrawLabel(canvas, Label, left, y);
                if (Number is not null)
                {
                    canvas.DrawInMargin(Number, y, Leading, y + Baseline);
                }
            }

            if (Place is { } place)
            {
                canvas.Reach(place.BlockOrdinal, canvas.Start is null ? StartOf(lines, i, place) : null);
            }

            canvas.Draw(lines[i], left + Left, y, Leading, y + Baseline, Counts);
            if (i == lines.Length - 1)
            {
                DrawLabel(canvas, Tail, left, y);
            }
        }
    }

    /// <inheritdoc />
    public override IEnumerable<Diagnostic> Faults(int variant) =>
        Text.Variants[variant].HasFaults ? Text.Variants[variant].Lines.Select(line => line.Diagnostic).OfType<Diagnostic>() : [];

    /// <inheritdoc />
    public override IEnumerable<LineReport> Lines(string page, int variant, int from, int to) => LineReport.Of(page, Text, variant, from, to);

    /// <summary>Where in the book a line begins. Words made up stand where those of the model after them do.</summary>
    private TextPosition StartOf(ImmutableArray<SetLine> lines, int line, TextPosition place)
    {
        if (Counted is { } counted)
        {
            return place with { Offset = place.Offset + Math.Min(counted, lines[line].SourceRange.Start.Value) };
        }

        if (line == 0)
        {
            return place;
        }

        for (var i = line; i < lines.Length; i++)
        {
            foreach (var piece in lines[i].Pieces)
            {
                if (piece is GlyphPiece { Glyphs.Source: { } source })
                {
                    return source;
                }
            }
        }

        return place with { Offset = int.MaxValue };
    }

    private void DrawLabel(PageCanvas canvas, HangingLabel? label, Length left, Length top)
    {
        if (label is null)
        {
            return;
        }

        canvas.Draw(label.Line, left + label.X, top, Leading, top + Baseline, false);
        if (label.Link is { } link)
        {
            var width = Length.Zero;
            foreach (var piece in label.Line.Pieces)
            {
                width = Length.Max(width, piece.X + piece.Width);
            }

            canvas.Link(new Rect(left + label.X, top, width, Leading), link, null, label.Element, "Back to the text");
        }
    }
}

/// <summary>A picture with its caption.</summary>
/// <param name="Vertical">One line, as high as picture and caption.</param>
/// <param name="Picture">The picture; null where only the caption stands.</param>
/// <param name="Left">Left edge of the picture from that of the column.</param>
/// <param name="PictureHeight">Its height.</param>
/// <param name="Caption">Lines under it with their tops from the top of the block.</param>
internal sealed record FigureFlow(VerticalBlock Vertical, PlacedPicture? Picture, Length Left, Length PictureHeight, ImmutableArray<(FlowBlock Block, Length Top)> Caption) : FlowBlock(Vertical)
{
    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        MarkStart(canvas, left + Left, top);
        canvas.ReachFigure(Place);
        if (Picture is not null)
        {
            canvas.Add(Picture with { Area = new Rect(left + Left, top, Picture.Area.Width, PictureHeight) });
        }

        foreach (var (block, y) in Caption)
        {
            var best = Stack.BestOf(block);
            block.Draw(canvas, left, top + y, best, 0, block.Vertical.Variants[best].Lines.Length, Length.Zero);
        }
    }

    /// <inheritdoc />
    public override IEnumerable<Diagnostic> Faults(int variant) => Caption.SelectMany(c => c.Block.Faults(Stack.BestOf(c.Block)));
}

/// <summary>A picture that fills a page, cut to its shape, with its caption at the foot of the text.</summary>
/// <param name="Vertical">One line, as high as the text of a page.</param>
/// <param name="Picture">The picture; its clip is what it fills, from the page's corner.</param>
/// <param name="Left">Left edge of the caption from that of the column.</param>
/// <param name="Caption">Lines under it with their tops from the top of the block.</param>
internal sealed record BleedFlow(VerticalBlock Vertical, PlacedPicture Picture, Length Left, ImmutableArray<(FlowBlock Block, Length Top)> Caption) : FlowBlock(Vertical)
{
    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        MarkStart(canvas, Length.Zero, Length.Zero);
        canvas.ReachFigure(Place);
        canvas.Add(Picture.Covering(Picture.Clip!.Value));
        canvas.IsFilled = true;
        foreach (var (block, y) in Caption)
        {
            var best = Stack.BestOf(block);
            block.Draw(canvas, left, top + y, best, 0, block.Vertical.Variants[best].Lines.Length, Length.Zero);
        }
    }

    /// <inheritdoc />
    public override IEnumerable<Diagnostic> Faults(int variant) => Caption.SelectMany(c => c.Block.Faults(Stack.BestOf(c.Block)));
}

/// <summary>Blocks that stand one under the other as one piece: a table that floats, with its caption.</summary>
/// <param name="Vertical">One line, as high as all.</param>
/// <param name="Parts">The blocks with their tops.</param>
internal sealed record StackFlow(VerticalBlock Vertical, ImmutableArray<(FlowBlock Block, Length Top)> Parts) : FlowBlock(Vertical)
{
    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        MarkStart(canvas, left, top);
        foreach (var (block, y) in Parts)
        {
            var best = Stack.BestOf(block);
            block.Draw(canvas, left, top + y, best, 0, block.Vertical.Variants[best].Lines.Length, Length.Zero);
        }
    }

    /// <inheritdoc />
    public override IEnumerable<Diagnostic> Faults(int variant) => Parts.SelectMany(p => p.Block.Faults(Stack.BestOf(p.Block)));
}

/// <summary>Blocks set one under the other, outside the page search: cells, notes, captions.</summary>
internal static class Stack
{
    /// <summary>Tops of blocks stacked with their white, and the height of all.</summary>
    public static ImmutableArray<(FlowBlock Block, Length Top)> Of(IReadOnlyList<FlowBlock> blocks, out Length height)
    {
        var result = ImmutableArray.CreateBuilder<(FlowBlock, Length)>(blocks.Count);
        var y = Length.Zero;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            y += i == 0 ? Length.Zero : Length.Max(block.Vertical.SpaceBefore, blocks[i - 1].Vertical.SpaceAfter);
            result.Add((block, y));
            foreach (var line in block.Vertical.Variants[BestOf(block)].Lines)
            {
                y += line.Height;
            }
        }

        height = y;
        return result.ToImmutable();
    }

    /// <summary>Index of the variant that the line stage likes best.</summary>
    public static int BestOf(FlowBlock block)
    {
        for (var v = 0; v < block.Vertical.Variants.Length; v++)
        {
            if (block.Vertical.Variants[v].Cost == 0)
            {
                return v;
            }
        }

        return 0;
    }
}
