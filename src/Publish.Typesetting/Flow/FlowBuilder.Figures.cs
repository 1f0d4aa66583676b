using System.Collections.Immutable;
using Publish.Document;
using Publish.Imaging;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    /// <summary>Pixels per inch at which a picture is shown at its own size, unless it states a resolution fit for print itself.</summary>
    private const int PrintPixelsPerInch = 300;

    /// <summary>What a picture states below this was said for a screen.</summary>
    private const int LeastPixelsPerInch = 200;

    private void AddFigure(Figure figure, ComputedStyle style, StyledElement element, in FlowPlace place)
    {
        var left = place.Left + style.MarginLeft;
        var width = measure - left - place.Right - style.MarginRight;
        var picture = context.Pictures.Find(figure.Picture);
        var calledBefore = notes.Count;
        var alternative = figure.Picture.AlternativeText;
        var decorative = figure.Picture.Decorative && figure.Caption is null;

        // A caption is the last of what stands with its picture (ISO 14289-2, 8.2.5.27): the two are a division of their own.
        var around = figure.Caption is null ? place.Structure : structure.Add(new StructureElement(place.Structure, StructureRole.Div, structure.NextSequence()));
        var figureElement = decorative ? -1 : structure.Add(new StructureElement(around, StructureRole.Figure, structure.NextSequence())
        {
            AlternativeText = alternative.Length > 0 ? alternative : figure.Caption is { } words ? PlainText.Of(words.Content) : null,
            BlockOrdinal = figure.Ordinal,
        });
        var caption = ImmutableArray<(FlowBlock Block, Length Top)>.Empty;
        var captionHeight = Length.Zero;
        if (figure.Caption is { } given)
        {
            var inner = Inner(measure, false);
            inner.AddText(given.Content, ElementNames.Of(given, false).Within(element), new FlowPlace(element, left, place.Right + style.MarginRight, around, place.Language), StructureRole.Caption, given.Ordinal, given.Span, given.Id);
            caption = Stack.Of([.. inner.blocks.Select(b => b with { Place = null })], out captionHeight);
            captionHeight += inner.blocks.Count > 0 ? inner.blocks[0].Vertical.SpaceBefore : Length.Zero;
        }

        var structureReference = decorative ? StructureReference.ArtifactOf(ArtifactKind.Layout) : structure.Content(figureElement);
        if (picture is not null && !inNote && columns == 1 && style.Custom.GetValueOrDefault("-publish-bleed") == "page")
        {
            AddBleed(figure, style, new PlacedPicture(structureReference, default, picture), figureElement, left, caption, captionHeight, notes.Count == calledBefore);
            return;
        }

        var (pictureWidth, pictureHeight) = picture is null ? (Length.Zero, Length.Zero) : SizeOf(picture, figure.Picture.Width, width, captionHeight);
        var gap = caption.IsEmpty ? Length.Zero : captionHeight - HeightOf(caption);
        var shifted = caption.Select(c => (c.Block, c.Top + pictureHeight + gap)).ToImmutableArray();
        var height = pictureHeight + captionHeight;
        if (height <= Length.Zero)
        {
            return;
        }

        var placed = picture is null ? null : new PlacedPicture(structureReference, new Rect(Length.Zero, Length.Zero, pictureWidth, pictureHeight), picture);
        var vertical = new VerticalBlock([new VerticalVariant([new VerticalLine(height, notes.Count)])])
        {
            OnGrid = false,
            Float = notes.Count == calledBefore ? FloatOf(style, FloatPlace.Auto) : FloatPlace.Here,
        };
        Emit(new FigureFlow(vertical, placed, left + ((width - pictureWidth) / 2), pictureHeight, shifted) { Span = figure.Span, Place = new TextPosition(figure.Ordinal, 0), Element = figureElement, Ids = figure.Id is null ? [] : [figure.Id] }, style);
    }

    /// <summary>
    /// Where the style lets a figure or table stand: <c>-publish-float</c>, one of here, auto, top, bottom and page. What opens a section, or stands in columns or in a
    /// note, stands where the manuscript has it.
    /// </summary>
    private FloatPlace FloatOf(ComputedStyle style, FloatPlace otherwise) => inNote || opening || columns > 1 ? FloatPlace.Here : HouseProperty.Words(style, "-publish-float") switch
    {
        "here" => FloatPlace.Here,
        "auto" => FloatPlace.Auto,
        "top" => FloatPlace.Top,
        "bottom" => FloatPlace.Bottom,
        "page" => FloatPlace.Page,
        _ => otherwise,
    };

    /// <summary>A picture that fills a page by itself out to the trim, and beyond it where the edition bleeds; with a caption it ends above that.</summary>
    private void AddBleed(Figure figure, ComputedStyle style, PlacedPicture picture, int element, Length left, ImmutableArray<(FlowBlock Block, Length Top)> caption, Length captionHeight, bool callsNoNotes)
    {
        var page = context.Page;
        var foot = caption.IsEmpty ? page.TrimHeight : page.MarginTop + page.TextHeight - captionHeight;
        var first = page.TextHeight - (caption.IsEmpty ? Length.Zero : HeightOf(caption));
        var vertical = new VerticalBlock([new VerticalVariant([new VerticalLine(page.TextHeight, notes.Count)])]) { OnGrid = false, Float = callsNoNotes && !opening ? FloatPlace.Page : FloatPlace.Here };
        before = Length.Zero;
        Emit(
            new BleedFlow(vertical, picture with { Clip = new Rect(Length.Zero, Length.Zero, page.TrimWidth, foot) }, left, [.. caption.Select(c => (c.Block, c.Top + first))])
            {
                Span = figure.Span,
                Place = new TextPosition(figure.Ordinal, 0),
                Element = element,
                Ids = figure.Id is null ? [] : [figure.Id],
            },
            style with { MarginTop = Length.Zero, MarginBottom = Length.Zero });
    }

    private static Length HeightOf(ImmutableArray<(FlowBlock Block, Length Top)> stack)
    {
        var last = stack[^1];
        var height = last.Top;
        foreach (var line in last.Block.Vertical.Variants[Stack.BestOf(last.Block)].Lines)
        {
            height += line.Height;
        }

        return height;
    }

    /// <summary>The size asked for, or the picture's own, within the measure and the page.</summary>
    private (Length Width, Length Height) SizeOf(ImageResource picture, PictureWidth? asked, Length width, Length captionHeight)
    {
        var pixels = Math.Max(1, picture.PixelWidth);
        var lines = Math.Max(1, picture.PixelHeight);
        var perInch = picture.PixelsPerInch is >= LeastPixelsPerInch and var stated ? (int)Math.Min(stated, 2400) : PrintPixelsPerInch;
        var own = asked is { PerMille: { } share } ? width.Scale(share, 1000)
            : asked is { Absolute: { } length } ? length
            : Length.FromPoints(72).Scale(pixels, perInch);
        var fitted = Length.Min(own, width);
        var height = fitted.Scale(lines, pixels);
        var most = context.Page.TextHeight - captionHeight - (context.Page.Leading * 2);
        return height <= most ? (fitted, height) : (most.Scale(pixels, lines), most);
    }
}
