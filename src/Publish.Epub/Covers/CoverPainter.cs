using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;

namespace Publish.Epub.Covers;

/// <summary>
/// Makes a cover from the metadata: 1600 × 2560 pixels, the ratio shops ask for. A field of one deep colour with the title flush left, the author under it on
/// paper. Letters are drawn as outlines of the house's face, so it looks the same on every machine; the colour follows from the title.
/// </summary>
public static class CoverPainter
{
    private const int Width = 1600;
    private const int Height = 2560;
    private const int Field = 1760;
    private const double Left = 150;
    private const double Measure = Width - (2 * Left);
    private const string Paper = "#f5efe2";

    // Deep colours that keep a contrast above 7:1 with the paper.
    private static readonly string[] Inks = ["#6b1f1f", "#1d3557", "#23452f", "#4a2f1b", "#33384a", "#4b2346", "#0f4c4c"];

    /// <summary>Paints the cover.</summary>
    /// <param name="metadata">Title, subtitle, author, publisher.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="family">The family of the letters.</param>
    /// <returns>A JPEG; null where the family isn't there.</returns>
    public static byte[]? Paint(Metadata metadata, FontLibrary fonts, string family)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(fonts);
        return Draw(metadata, fonts, family) is { } svg ? SvgRaster.ToJpeg(svg) : null;
    }

    /// <summary>What <see cref="Paint(string)"/> turns into the cover: all that it depends on.</summary>
    /// <param name="metadata">Title, subtitle, author, publisher.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="family">The family of the letters.</param>
    /// <returns>An SVG drawing; null where the family isn't there.</returns>
    public static string? Drawing(Metadata metadata, FontLibrary fonts, string family) => Draw(metadata, fonts, family);

    /// <summary>Paints a cover's drawing.</summary>
    /// <param name="drawing">What <see cref="Drawing"/> gave.</param>
    /// <returns>A JPEG.</returns>
    public static byte[] Paint(string drawing) => SvgRaster.ToJpeg(drawing);

    /// <summary>The cover as an SVG drawing of paths and rectangles; null where the family isn't there.</summary>
    internal static string? Draw(Metadata metadata, FontLibrary fonts, string family)
    {
        if (fonts.Find([family], 400, false) is not { } roman)
        {
            return null;
        }

        var italic = fonts.Find([family], 400, true) ?? roman;
        var ink = Inks[(int)(StableHash(metadata.Title) % (uint)Inks.Length)];
        var field = new StringBuilder();
        var under = new StringBuilder();
        var (size, lines) = FitTitle(metadata.Title, roman);
        var subtitle = string.IsNullOrEmpty(metadata.Subtitle) ? [] : Break(metadata.Subtitle, new CoverLetters(italic, 76, 0, FontFeatures.None), Measure);
        var leading = size * 1.08;

        // The title stands on the foot of the field, the subtitle under it.
        var foot = Field - 150 - (subtitle.Count * 96) - (subtitle.Count > 0 ? 40 : 0);
        var letters = new CoverLetters(roman, size, 0, FontFeatures.None);
        for (var i = 0; i < lines.Count; i++)
        {
            letters.Append(field, lines[i], Left - (size * 0.03), foot - ((lines.Count - 1 - i) * leading));
        }

        var second = new CoverLetters(italic, 76, 0, FontFeatures.None);
        for (var i = 0; i < subtitle.Count; i++)
        {
            second.Append(field, subtitle[i], Left, foot + 40 + ((i + 1) * 96));
        }

        var caps = FontFeatures.Of(new FontFeature("smcp", 1), new FontFeature("c2sc", 1));
        var y = Field + 190.0;
        foreach (var contributor in metadata.Contributors.Where(c => c.Role == "aut"))
        {
            var author = new CoverLetters(roman, 104, 9, caps);
            for (var small = 100; small >= 84 && author.WidthOf(contributor.Name) > Measure; small -= 4)
            {
                author = new CoverLetters(roman, small, 7, caps);
            }

            foreach (var line in Break(contributor.Name, author, Measure))
            {
                author.Append(under, line, Left, y);
                y += 124;
            }
        }

        if (metadata.Publisher is { } publisher)
        {
            new CoverLetters(roman, 60, 7, caps).Append(under, publisher, Left, Height - 150);
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}">
            <rect width="{Width}" height="{Height}" fill="{Paper}"/>
            <rect width="{Width}" height="{Field}" fill="{ink}"/>
            <rect x="{Left}" y="210" width="180" height="6" fill="{Paper}"/>
            <path fill="{Paper}" d="{field}"/>
            <path fill="{ink}" d="{under}"/>
            <rect x="2" y="2" width="{Width - 4}" height="{Height - 4}" fill="none" stroke="#8a8578" stroke-width="4"/>
            </svg>
            """);
    }

    // The largest size at which the title fits the field in lines as even as can be.
    private static (double Size, List<string> Lines) FitTitle(string title, FontFace face)
    {
        for (var size = 280.0; ; size -= 12)
        {
            var letters = new CoverLetters(face, size, 0, FontFeatures.None);
            var lines = Break(title, letters, Measure);
            if (size < 80 || (lines.Count * size * 1.08 < Field - 520 && lines.All(l => letters.WidthOf(l) <= Measure)))
            {
                for (var narrow = Measure * 0.97; narrow > Measure / 3; narrow *= 0.97)
                {
                    var tried = Break(title, letters, narrow);
                    if (tried.Count > lines.Count || tried.Any(l => letters.WidthOf(l) > narrow))
                    {
                        break;
                    }

                    lines = tried;
                }

                return (size, lines);
            }
        }
    }

    private static List<string> Break(string text, CoverLetters letters, double measure)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && letters.WidthOf(longer) > measure)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    // FNV-1a: the same on every machine.
    private static uint StableHash(string text)
    {
        var hash = 2166136261u;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ value) * 16777619u);
        }

        return hash;
    }
}
