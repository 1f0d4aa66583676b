namespace Publish.Pdf.Conformance;

/// <summary>What violations are called when the editor is told of them, and what can be done.</summary>
internal static class ViolationTexts
{
    /// <summary>The violation in words.</summary>
    public static string Of(ViolationKind kind) => kind switch
    {
        ViolationKind.MissingGlyph => "a character has no glyph in any font",
        ViolationKind.TextWithoutCharacter => "a glyph stands for no character",
        ViolationKind.PrivateUseText => "a character from the private use area",
        ViolationKind.FontNotEmbeddable => "a font may not be embedded",
        ViolationKind.NoTitle => "the book has no title",
        ViolationKind.NoLanguage => "the book names no language",
        ViolationKind.BadLanguage => "a language tag isn't one",
        ViolationKind.NotTagged => "the edition has no tags",
        ViolationKind.UntaggedContent => "something drawn is neither content nor artifact",
        ViolationKind.FigureWithoutAlternative => "a picture has no alternative text",
        ViolationKind.HeadingSkipped => "a heading skips a level",
        ViolationKind.DuplicateIdentifier => "two elements have one identifier",
        ViolationKind.LinkOutsideStructure => "a link belongs to no element",
        ViolationKind.LinkWithoutDescription => "a link has no description",
        ViolationKind.IrregularTable => "the rows of a table cover different columns",
        ViolationKind.MisplacedElement => "an element stands where it may not",
        ViolationKind.GrayWithoutIntent => "gray is used without an output intent",
        ViolationKind.RgbWithoutIntent => "RGB is used without an RGB output intent",
        ViolationKind.CmykWithoutIntent => "CMYK is used without a CMYK output intent",
        ViolationKind.UnusableProfile => "the ICC profile of the output intent can't be read",
        ViolationKind.NoOutputIntent => "there is no output intent",
        ViolationKind.Transparency => "something is see-through",
        ViolationKind.Annotation => "the pages have links",
        ViolationKind.NotAPrinterProfile => "the ICC profile of the output intent is not a printer's",
        ViolationKind.RgbIntent => "the ICC profile of the output intent is for red, green and blue, and not for inks",
        ViolationKind.IndependentColor => "a picture has an ICC profile of its own",
        ViolationKind.PageSize => "a page is smaller than 3 or larger than 14,400 points",
        ViolationKind.LongName => "a name is longer than 127 bytes",
        ViolationKind.LongString => "a string is longer than 32,767 bytes",
        ViolationKind.LargeInteger => "a number is too large",
        ViolationKind.ManyObjects => "the file has too many objects",
        ViolationKind.LongArray => "an array is longer than 8,191 elements",
        ViolationKind.EmbeddedFile => "files are attached",
        ViolationKind.NoEmbeddedFile => "no file is attached",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What can be done; null where the fault isn't the editor's.</summary>
    public static string? HintOf(ViolationKind kind) => kind switch
    {
        ViolationKind.MissingGlyph => "add a font that has the character, or change the text",
        ViolationKind.PrivateUseText => "use the character's own code",
        ViolationKind.FontNotEmbeddable => "use another font",
        ViolationKind.NoTitle => "give the book a title",
        ViolationKind.NoLanguage => "set the book's language",
        ViolationKind.BadLanguage => "write language tags as in BCP 47: en, de-CH, grc",
        ViolationKind.NotTagged => "set 'tagged: true' for the edition",
        ViolationKind.FigureWithoutAlternative => "say in square brackets what the picture shows, or mark it as decorative",
        ViolationKind.HeadingSkipped => "use heading levels in order",
        ViolationKind.IrregularTable => "give every row of the table the same columns",
        ViolationKind.GrayWithoutIntent or ViolationKind.RgbWithoutIntent or ViolationKind.CmykWithoutIntent or ViolationKind.NoOutputIntent or ViolationKind.UnusableProfile
            => "give the edition the ICC profile of its printing condition or screen",
        ViolationKind.NotAPrinterProfile or ViolationKind.RgbIntent => "give the edition the ICC profile of its printing condition",
        ViolationKind.Annotation => "set 'links: false' for the edition",
        ViolationKind.PageSize => "choose another trim size",
        ViolationKind.EmbeddedFile => "ask for PDF/A-3a, which takes them",
        ViolationKind.NoEmbeddedFile => "ask for PDF/A-4",
        _ => null,
    };
}
