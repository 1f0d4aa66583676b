using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Publish.Covers.Lettering;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;

namespace Publish.Covers.Design;

/// <summary>
/// The look of a cover, from the stylesheet: <c>section.cover</c> with the chosen colour as a further class, and in it paragraphs of class author, title,
/// subtitle, date, publisher, category, blurb, price and spine. Sizes are those of a front 5.5 in wide; another front scales them.
/// </summary>
internal sealed class CoverStyle
{
    private static readonly Length Reference = Length.FromInches(5.5);

    private readonly StyleSheet _sheet;
    private readonly FontLibrary _fonts;
    private readonly StyledElement _cover;
    private readonly ImmutableSortedDictionary<string, string> _own;
    private readonly Length _width;
    private readonly string _language;

    private CoverStyle(StyleSheet sheet, FontLibrary fonts, StyledElement cover, Length width, string language)
    {
        (_sheet, _fonts, _cover, _width, _language) = (sheet, fonts, cover, width, language);
        _own = sheet.Compute(cover).Custom;
    }

    /// <summary>What is drawn on the ground and at the foot of a label; empty for nothing.</summary>
    public string Ornament => Unquoted("-publish-cover-ornament") ?? "❦";

    /// <summary>The pattern of the ground: characters that take turns; empty for a plain ground.</summary>
    public string Pattern => Unquoted("-publish-cover-pattern") ?? "❦";

    /// <summary>Whether the spine reads downwards; null for the custom of the language.</summary>
    public bool? SpineReadsDown => _own.GetValueOrDefault("-publish-spine-reads") switch { "down" => true, "up" => false, _ => null };

    /// <summary>The style for a book.</summary>
    /// <param name="sheet">The stylesheet.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="book">The book.</param>
    /// <param name="width">Width of the front.</param>
    /// <returns>Null where the face of the title isn't there.</returns>
    public static CoverStyle? Of(StyleSheet sheet, FontLibrary fonts, Book book, Length width)
    {
        var root = new StyledElement(ElementNames.Root.Name, [], null, null);
        var colours = ColorsOf(sheet);
        var colour = book.Cover.Color ?? (colours.Length == 0 ? "plain" : colours[(int)(StableHash(book.Metadata.Title) % (uint)colours.Length)]);
        var style = new CoverStyle(sheet, fonts, new StyledElement("section", ["cover", colour], root, null), width, book.Metadata.Language);
        return style.FaceOf(style.CharactersOf("title")) is null ? null : style;
    }

    /// <summary>The names of a stylesheet's colours for covers.</summary>
    public static string[] ColorsOf(StyleSheet sheet) => (Cover(sheet).Custom.GetValueOrDefault("-publish-cover-colors") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a stylesheet has a colour: it lists it, or a rule gives it another ground.</summary>
    public static bool Knows(StyleSheet sheet, string name) =>
        ColorsOf(sheet).Contains(name, StringComparer.Ordinal)
        || Cover(sheet, name).Custom.GetValueOrDefault("-publish-cover-field") != Cover(sheet).Custom.GetValueOrDefault("-publish-cover-field");

    private static ComputedStyle Cover(StyleSheet sheet, params ImmutableArray<string> more) =>
        sheet.Compute(new StyledElement("section", ["cover", .. more], new StyledElement(ElementNames.Root.Name, [], null, null), null));

    /// <summary>The colours on paper or on a screen.</summary>
    public CoverInks Inks(bool screen)
    {
        var field = Colour("-publish-cover-field", "cmyk(20% 100% 85% 35%) #911721", screen);
        var paper = Colour("-publish-cover-paper", "cmyk(0% 2% 9% 2%) #faf4e6", screen);
        var share = int.TryParse((_own.GetValueOrDefault("-publish-cover-pattern-tint") ?? "15%").TrimEnd('%'), CultureInfo.InvariantCulture, out var tint) ? tint * 10 : 150;
        return new CoverInks(field, CoverInks.Between(field, paper, Math.Clamp(share, 0, 1000)), paper, screen ? new InkColor(ColorSpace.Rgb, 105, 94, 90, 0) : InkColor.Black);
    }

    /// <summary>The letters of a part of the cover, at the stylesheet's size.</summary>
    public Letters Letters(string part)
    {
        var characters = CharactersOf(part);
        return new Letters(_fonts, FaceOf(characters) ?? FaceOf(CharactersOf("title"))!, characters, characters.Size.Scale(_width.Scaled, Reference.Scaled), _language);
    }

    /// <summary>From baseline to baseline of a part, in thousandths of its size.</summary>
    public long Leading(string part)
    {
        var style = StyleOf(part);
        return style.Leading.Scaled * 1000 / Math.Max(1, style.Characters.Size.Scaled);
    }

    /// <summary>A face for the digits of a barcode: of even width, to be read by eye.</summary>
    public Letters BarcodeLetters(Length size)
    {
        var face = _fonts.Families.SelectMany(family => _fonts.FacesIn(family)).FirstOrDefault(f => f.FixedPitch && !f.Italic) ?? FaceOf(CharactersOf("title"))!;
        return new Letters(_fonts, face, new CharacterStyle { Figures = new FigureVariant(false, true), Families = [face.FamilyName] }, size, _language);
    }

    private InkColor Colour(string property, string otherwise, bool screen) =>
        CoverInks.Read(_own.GetValueOrDefault(property), screen) ?? CoverInks.Read(otherwise, screen)!.Value;

    private ComputedStyle StyleOf(string part) => _sheet.Compute(new StyledElement("p", [part], _cover, null));

    private CharacterStyle CharactersOf(string part) => StyleOf(part).Characters;

    private FontFace? FaceOf(CharacterStyle style) => _fonts.Find(style.Families, style.Weight, style.Italic);

    private string? Unquoted(string property) => _own.GetValueOrDefault(property) is { } value ? value == "none" ? "" : value.Trim().Trim('"', '\'') : null;

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
