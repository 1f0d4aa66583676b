using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Lines;

namespace Publish.Typesetting.Flow;

/// <summary>Receives what is drawn on one page. Positions given to it are from the page's top left corner.</summary>
internal sealed class PageCanvas
{
    private readonly int structureBase;
    private bool bodyEnded;
    private (string? First, string? Last)? _notes;

    /// <summary>A page of a section whose structure elements start at an index of the book's tree.</summary>
    public PageCanvas(int pageIndex, int structureBase)
    {
        PageIndex = pageIndex;
        this.structureBase = structureBase;
    }

    /// <summary>The page's place in the file.</summary>
    public int PageIndex { get; }

    /// <summary>The edge of the text block at the outer margin, from the left edge of the page.</summary>
    public Length OuterEdge { get; init; }

    /// <summary>True where the outer margin is the left one.</summary>
    public bool OuterIsLeft { get; init; }

    /// <summary>What is drawn so far.</summary>
    public List<DisplayItem> Items { get; } = [];

    /// <summary>Areas that lead somewhere.</summary>
    public List<LinkArea> Links { get; } = [];

    /// <summary>Named places.</summary>
    public List<Destination> Destinations { get; } = [];

    /// <summary>Lines of text drawn in the body, for references by page and line.</summary>
    public int LineCount { get; private set; }

    /// <summary>Line of the page on which each of <see cref="Destinations"/> stands, from 1.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>The names of the first and the last note that begins on the page; null for none. Asked for when the page is drawn.</summary>
    public (string? First, string? Last) Notes => _notes ??= (
        Destinations.Find(static d => d.Id.StartsWith(LinkNames.NotePrefix, StringComparison.Ordinal))?.Id,
        Destinations.FindLast(static d => d.Id.StartsWith(LinkNames.NotePrefix, StringComparison.Ordinal))?.Id);

    /// <summary>Where the page's running text begins in the book; null where it has none.</summary>
    public TextPosition? Start { get; private set; }

    /// <summary>The figure drawn before any running text; null where there is none.</summary>
    public TextPosition? StartFigure { get; private set; }

    /// <summary>Number of the last block of running text that stands on the page, in the order of the book; −1 for none.</summary>
    public int LastBlock { get; private set; } = -1;

    /// <summary>True where a picture fills the page out to its edges, so that nothing stands in the margins.</summary>
    public bool IsFilled { get; set; }

    /// <summary>Says that the page's text is drawn.</summary>
    public void EndBody() => bodyEnded = true;

    /// <summary>Says that a line of running text is drawn.</summary>
    /// <param name="block">The number of its block.</param>
    /// <param name="start">Where it begins; null where the page's start is known.</param>
    public void Reach(int block, TextPosition? start)
    {
        if (!bodyEnded)
        {
            Start ??= start;
            LastBlock = Math.Max(LastBlock, block);
        }
    }

    /// <summary>Says that a figure is drawn, which may stand before or after the words it belongs to.</summary>
    public void ReachFigure(TextPosition? figure)
    {
        if (!bodyEnded && Start is null)
        {
            StartFigure ??= figure;
        }
    }

    /// <summary>Draws an item whose structure is numbered within the section.</summary>
    public void Add(DisplayItem item)
    {
        if (structureBase != 0 && item.Structure.Element >= 0)
        {
            var structure = item.Structure with { Element = item.Structure.Element + structureBase };
            item = item switch
            {
                GlyphRun run => run with { Structure = structure },
                PlacedPicture picture => picture with { Structure = structure },
                Rule rule => rule with { Structure = structure },
                _ => item,
            };
        }

        Items.Add(item);
    }

    /// <summary>Names a place.</summary>
    public void Mark(string id, Length x, Length y, int element)
    {
        Destinations.Add(new Destination(id, PageIndex, x, y, element < 0 ? -1 : element + structureBase));
        Lines.Add(LineCount);
    }

    /// <summary>Makes an area lead to a place in the book or outside it.</summary>
    public void Link(Rect area, string? destination, string? uri, int element, string description) =>
        Links.Add(new LinkArea(area, destination, uri, element < 0 ? -1 : element + structureBase, description));

    /// <summary>Draws words in the outer margin, three fifths of their line's height from the text.</summary>
    /// <param name="line">The words.</param>
    /// <param name="top">Top of the line beside which they stand.</param>
    /// <param name="leading">Its height.</param>
    /// <param name="baseline">Its baseline.</param>
    public void DrawInMargin(SetLine line, Length top, Length leading, Length baseline)
    {
        var gap = leading.Scale(3, 5);
        var x = OuterIsLeft ? OuterEdge - gap - GeneratedText.WidthOf(line) : OuterEdge + gap;
        Draw(line, x, top, leading, baseline, false);
    }

    /// <summary>Draws a line of text with its links and marks.</summary>
    /// <param name="line">The line.</param>
    /// <param name="left">Left edge of its measure.</param>
    /// <param name="top">Top of the line.</param>
    /// <param name="leading">Its height.</param>
    /// <param name="baseline">Its baseline.</param>
    /// <param name="counts">True where it counts as a line of the page's text.</param>
    public void Draw(SetLine line, Length left, Length top, Length leading, Length baseline, bool counts)
    {
        LineCount += counts ? 1 : 0;
        Inline? open = null;
        var from = Length.Zero;
        var to = Length.Zero;
        var element = -1;
        var placed = line.On(new LineOrigin(left, baseline, structureBase));
        foreach (var piece in placed.Pieces)
        {
            if (piece.Glyphs is { } run)
            {
                Items.Add(run);
            }
            else
            {
                Add(piece.Other!.Place(Length.Zero, baseline));
            }

            if (!ReferenceEquals(piece.Run.Link, open))
            {
                Close();
                open = piece.Run.Link;
                (from, to) = (piece.X, piece.X + piece.Width);
                element = piece.Run.Structure.Element;
            }

            // Words that run from right to left come in the order of the text.
            from = piece.X < from ? piece.X : from;
            to = piece.X + piece.Width > to ? piece.X + piece.Width : to;
        }

        Close();
        foreach (var mark in placed.Marks)
        {
            if (mark.Mark.Node is NoteCall call)
            {
                if (!call.Repeated)
                {
                    Mark(LinkNames.CallOf(call.Note), mark.X, top, mark.Mark.Element);
                }
            }
            else if (mark.Mark.Id is { } id)
            {
                Mark(id, mark.X, top, mark.Mark.Element);
            }
        }

        void Close()
        {
            if (open is not null)
            {
                var area = new Rect(from, top, to - from, leading);
                var (destination, uri, description) = LinkNames.TargetOf(open);
                Link(area, destination, uri, element, description);
                open = null;
            }
        }
    }
}
