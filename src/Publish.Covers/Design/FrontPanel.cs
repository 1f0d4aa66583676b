using System.Buffers;
using Publish.Covers.Lettering;
using Publish.Document;
using Publish.Imaging;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>
/// The front: a label in the upper part, with the author, the title as large as it will go, subtitle and date; under it a picture too wide for the front; the
/// publisher at the foot. The ground is drawn before it.
/// </summary>
internal sealed class FrontPanel(CoverStyle style, CoverText text, CoverInks inks, Length width, Length height)
{
    // Letters and points that reach below the baseline.
    private static readonly SearchValues<char> _descending = SearchValues.Create("gjpqyJQçß,;()");

    private readonly Length _unit = width / 396;

    private Length Units(int tenths) => _unit.Scale(tenths, 10);

    /// <summary>Width of the label.</summary>
    public static Length LabelWidth(Length width) => width.Scale(308, 396);

    /// <summary>Top of the label.</summary>
    public static Length LabelTop(Length height) => height.Scale(107, 1000);

    /// <summary>Where the ground is left plain: behind the publisher's name.</summary>
    public IReadOnlyList<Rect> Clear => PublisherLine() is { } line ? [PublisherBox(line)] : [];

    /// <summary>
    /// Whether a picture stands whole under the label rather than fill the front behind it: one so wide that more than a quarter of it would be cut off at the sides.
    /// </summary>
    public static bool StandsWhole(ImageResource picture, Length width, Length height) =>
        (long)picture.PixelWidth * height.Scaled / Math.Max(1, picture.PixelHeight) > width.Scaled * 4 / 3;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="onPicture">Whether it stands on a picture rather than on the ground.</param>
    /// <param name="below">A picture that stands whole under the label; null for none.</param>
    public void Draw(CoverCanvas canvas, bool onPicture, ImageResource? below = null)
    {
        var labelWidth = LabelWidth(width);
        var top = LabelTop(height);
        var measure = labelWidth - Units(500);
        var axis = width / 2;
        var authors = Authors(measure - Units(80));
        var authorCap = style.Letters("author").CapHeight;
        var authorLeading = style.Letters("author").Size.Scale(style.Leading("author"), 1000);
        var subtitle = text.Subtitle is { } words ? Lines.Break(words, style.Letters("subtitle"), measure - Units(200), even: true).Lines : [];
        var subtitleLeading = style.Letters("subtitle").Size.Scale(style.Leading("subtitle"), 1000);
        var ornament = below is null && style.Ornament.Length > 0 ? style.Letters("ornament").Line(style.Ornament) : null;
        var date = text.Date is { } line ? style.Letters("date").Line(line) : null;

        // What stands above and below the title; the title takes what is left, up to the greatest label.
        var (pad, afterAuthors) = below is null ? (Units(400), Units(500)) : (Units(280), Units(360));
        var above = pad + (authors.Count > 0 ? authorCap + (authorLeading * (authors.Count - 1)) + afterAuthors : Length.Zero);
        var under = (subtitleLeading * subtitle.Count) + Units(subtitle.Count > 0 ? 200 : 0)
            + Units(ornament is null ? 0 : 560) + Units(date is null ? 0 : 260) + pad;
        var most = below is null ? height.Scale(705, 1000) : DrawPicture(canvas, below, labelWidth, top);
        var title = FitTitle(measure - Units(160), most - above - under);
        var titleHeight = title.Cap + (title.Leading * (title.Lines.Count - 1)) + title.Descent;
        var labelHeight = below is null ? Length.Max(above + titleHeight + under, height.Scale(46, 100)) : most;
        Label.Draw(canvas, inks, _unit, (width - labelWidth) / 2, top, labelWidth, labelHeight);

        var y = top + pad + authorCap;
        for (var i = 0; i < authors.Count; i++)
        {
            canvas.Centred(authors[i], axis, y + (authorLeading * i), inks.Text);
        }

        if (authors.Count > 0)
        {
            canvas.Fill(axis - Units(140), y + (authorLeading * (authors.Count - 1)) + Units(180), Units(280), Units(8), inks.Field);
        }

        // A short title leaves white, shared above and below it.
        y = top + above + ((labelHeight - above - titleHeight - under) / 2) + title.Cap;
        for (var i = 0; i < title.Lines.Count; i++)
        {
            canvas.Centred(title.Lines[i], axis, y + (title.Leading * i), inks.Field);
        }

        y += (title.Leading * (title.Lines.Count - 1)) + title.Descent + Units(200);
        for (var i = 0; i < subtitle.Count; i++)
        {
            canvas.Centred(subtitle[i], axis, y + subtitleLeading.Scale(8, 10) + (subtitleLeading * i), inks.Text);
        }

        var foot = top + labelHeight - pad;
        if (date is not null)
        {
            canvas.Centred(date, axis, foot, inks.Text);
            foot -= Units(300);
        }

        if (ornament is not null)
        {
            canvas.Centred(ornament, axis, foot, inks.Field, isOrnament: true);
        }

        if (PublisherLine() is { } publisher)
        {
            var box = PublisherBox(publisher);
            if (onPicture)
            {
                canvas.Fill(box.X, box.Y, box.Width, box.Height, inks.Field);
            }

            canvas.Centred(publisher, axis, box.Bottom - Units(90), inks.Paper);
        }
    }

    // On a mat of paper, between the label and the publisher's name; what is left above it is the label's height.
    private Length DrawPicture(CoverCanvas canvas, ImageResource picture, Length labelWidth, Length top)
    {
        var mat = Units(80);
        var foot = PublisherLine() is { } publisher ? PublisherBox(publisher).Y - Units(300) : height - Units(440);
        var most = (foot - top).Scale(60, 100) - (mat * 2);
        var across = labelWidth - (mat * 2);
        var down = across.Scale(picture.PixelHeight, Math.Max(1, picture.PixelWidth));
        if (down > most)
        {
            (across, down) = (most.Scale(picture.PixelWidth, Math.Max(1, picture.PixelHeight)), most);
        }

        var (x, y) = ((width - across) / 2, foot - mat - down);

        // Nearly as wide as the label would look like a mistake: the mat takes the rest.
        var board = across + (mat * 2) >= labelWidth.Scale(88, 100) ? labelWidth : across + (mat * 2);
        canvas.Fill((width - board) / 2, y - mat, board, down + (mat * 2), inks.Paper);
        canvas.Picture(picture, x, y, across, down);
        return y - mat - Units(240) - top;
    }

    // How far the last line reaches below its baseline: a quarter of the size where a letter does so at all.
    private static Length DescentOf(List<LetterLine> lines, Length size) =>
        lines is [.., var last] && last.Runs.Any(run => run.Text.AsSpan().ContainsAny(_descending)) ? size.Scale(14, 100) : Length.Zero;

    private LetterLine? PublisherLine() => text.Publisher is { } publisher ? Shrunk(publisher, style.Letters("publisher"), width - Units(1000)) : null;

    private Rect PublisherBox(LetterLine line)
    {
        var boxHeight = style.Letters("publisher").CapHeight + Units(180);
        var boxWidth = line.Width + Units(360);
        return new Rect((width - boxWidth) / 2, height - Units(440) - boxHeight, boxWidth, boxHeight);
    }

    // As large as it will go; up to a fifth smaller where lines then end better.
    private (List<LetterLine> Lines, Length Leading, Length Cap, Length Descent) FitTitle(Length measure, Length room)
    {
        var full = style.Letters("title");
        var best = Best(compounds: false);
        if ((best is null || best.Value.Share < 45) && Best(compounds: true) is { } divided)
        {
            best = divided;
        }

        var size = full.Size.Scale(best?.Share ?? 20, 100);
        var chosen = best?.Text ?? Lines.Break(text.Title, full.At(size), measure, even: true);
        return (chosen.Lines, LeadingAt(size), full.At(size).CapHeight, DescentOf(chosen.Lines, size));

        (DividedText Text, int Share)? Best(bool compounds)
        {
            (DividedText Text, int Share)? best = null;
            for (var share = 100; share >= 20; share -= 2)
            {
                if (best is { } taken && (taken.Text.WeakEnds == 0 || share * 5 < taken.Share * 4))
                {
                    // No smaller one can be better.
                    break;
                }

                var letters = full.At(full.Size.Scale(share, 100));
                var tried = Lines.Break(text.Title, letters, measure, even: true, compounds);
                var fits = tried.Fits && letters.CapHeight + (LeadingAt(letters.Size) * (tried.Lines.Count - 1)) + DescentOf(tried.Lines, letters.Size) <= room;
                if (fits && (best is not { } found || (tried.WeakEnds < found.Text.WeakEnds && share * 5 >= found.Share * 4)))
                {
                    best = (tried, share);
                }
            }

            return best;
        }

        // Smaller letters want more white between lines.
        Length LeadingAt(Length size) => size.Scale(style.Leading("title"), 1000) + (full.Size - size).Scale(9, 100);
    }

    // All of one size: a little smaller rather than on two lines, else as many lines as it takes.
    private List<LetterLine> Authors(Length measure)
    {
        var full = style.Letters("author");
        for (var share = 1000; share >= 800; share -= 25)
        {
            var letters = full.At(full.Size.Scale(share, 1000));
            var lines = text.Authors.Select(letters.Line).ToList();
            if (lines.TrueForAll(line => line.Width <= measure))
            {
                return lines;
            }
        }

        return [.. text.Authors.SelectMany(author => Lines.Break(author, full, measure, even: true).Lines)];
    }

    private static LetterLine Shrunk(string words, Letters letters, Length measure)
    {
        var line = letters.Line(words);
        return line.Width <= measure ? line : letters.At(letters.Size.Scale(measure.Scaled, line.Width.Scaled)).Line(words);
    }
}
