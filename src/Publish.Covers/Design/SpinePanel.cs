using Publish.Covers.Lettering;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>The spine: author, title and publisher in one line along it, on a plain band of the ground's colour.</summary>
internal sealed class SpinePanel(CoverStyle style, CoverText text, CoverInks inks, CoverSheet sheet)
{
    /// <summary>
    /// Whether the lettering of a spine reads downwards (ISO 6357: English, the Scandinavian languages, Dutch) or upwards, as in France, Italy, Spain and
    /// most of the continent.
    /// </summary>
    public static bool ReadsDown(string language) =>
        language.Split('-')[0].ToLowerInvariant() is "en" or "nl" or "da" or "sv" or "nb" or "nn" or "no" or "is" or "fi" or "ja" or "zh" or "ko";

    /// <summary>Where the ground is left plain: all of a spine with text.</summary>
    public IReadOnlyList<Rect> Clear => HasText ? [new Rect(Length.Zero, -sheet.Bleed, sheet.Spine, sheet.TrimHeight + (sheet.Bleed * 2))] : [];

    private bool HasText => sheet.SpineText && sheet.Spine > sheet.SpineClearance * 2;

    /// <summary>Draws it; nothing where the spine is too thin for text.</summary>
    public void Draw(CoverCanvas canvas)
    {
        var room = sheet.Spine - (sheet.SpineClearance * 2);
        if (!HasText)
        {
            return;
        }

        var down = style.SpineReadsDown ?? ReadsDown(text.Language);
        var along = sheet.TrimHeight - (sheet.Safe * 4);

        // The tallest letters, from the foot of a p to the head of an l, are about as high as the size.
        var size = Length.Min(style.Letters("spine-title").Size, room);
        if (Fit(size, along) is not var (author, title, publisher, gap, letters))
        {
            return;
        }

        // The middle of the spine runs through the middle of the capitals.
        var middle = sheet.Spine / 2;
        Length Baseline(Letters of) => down ? middle - (of.CapHeight / 2) : middle + (of.CapHeight / 2);
        var turn = down ? QuarterTurn.Down : QuarterTurn.Up;
        var head = down ? sheet.Safe * 2 : sheet.TrimHeight - (sheet.Safe * 2);
        Length At(Length from) => down ? head + from : head - from;

        if (author is not null)
        {
            canvas.Text(author, Baseline(letters.Caps), At(Length.Zero), inks.Paper, turn);
        }

        canvas.Text(title, Baseline(letters.Title), At(author is null ? Length.Zero : author.Width + gap), inks.Paper, turn);
        if (publisher is not null)
        {
            canvas.Text(publisher, Baseline(letters.Small), At(along - publisher.Width), inks.Paper, turn);
        }
    }

    private (LetterLine? Author, LetterLine Title, LetterLine? Publisher, Length Gap, (Letters Title, Letters Caps, Letters Small) Letters)? Fit(Length size, Length room)
    {
        foreach (var words in new[] { text.Title, text.ShortTitle })
        {
            for (var share = 100; share >= 62; share -= 4)
            {
                var scaled = size.Scale(share, 100);
                var letters = style.Letters("spine-title").At(scaled);
                var (caps, small) = (Beside("spine-author", scaled), Beside("spine-publisher", scaled));
                var gap = scaled.Scale(16, 10);
                var author = text.Families.Length > 0 ? caps.Line(text.Families) : null;
                var publisher = text.Publisher is { } house ? small.Line(house) : null;
                var title = letters.Line(words);
                var all = (author is null ? Length.Zero : author.Width + gap) + title.Width + (publisher is null ? Length.Zero : publisher.Width + gap);
                if (all <= room && scaled >= Length.FromPoints(5))
                {
                    return (author, title, publisher, gap, (letters, caps, small));
                }
            }
        }

        return null;
    }

    // In proportion to the title.
    private Letters Beside(string part, Length title)
    {
        var letters = style.Letters(part);
        return letters.At(title.Scale(letters.Size.Scaled, style.Letters("spine-title").Size.Scaled));
    }
}
