namespace Publish.Pdf.Conformance;

/// <summary>Everything a standard for PDF may object to that this writer can meet. A standard is a predicate over this one list.</summary>
public enum ViolationKind
{
    /// <summary>A glyph is shown that stands for "the font has no such glyph".</summary>
    MissingGlyph,

    /// <summary>A glyph's text is a character that says nothing (U+0000, U+FEFF, U+FFFE).</summary>
    TextWithoutCharacter,

    /// <summary>Text in the private use area, which only its own font understands.</summary>
    PrivateUseText,

    /// <summary>A font whose licence bits forbid embedding.</summary>
    FontNotEmbeddable,

    /// <summary>The book has no title.</summary>
    NoTitle,

    /// <summary>The book says no language, or none that BCP 47 knows the form of.</summary>
    NoLanguage,

    /// <summary>The language of a part has not the form of BCP 47.</summary>
    BadLanguage,

    /// <summary>The file is not tagged.</summary>
    NotTagged,

    /// <summary>Something is drawn that is neither content nor artifact.</summary>
    UntaggedContent,

    /// <summary>A picture without words for those who can't see it.</summary>
    FigureWithoutAlternative,

    /// <summary>A heading that skips a level.</summary>
    HeadingSkipped,

    /// <summary>Two elements with one identifier.</summary>
    DuplicateIdentifier,

    /// <summary>A link that is no content of the structure.</summary>
    LinkOutsideStructure,

    /// <summary>A link without a description.</summary>
    LinkWithoutDescription,

    /// <summary>A table with columns of different number in its rows.</summary>
    IrregularTable,

    /// <summary>A list item or a table part that stands where it can't.</summary>
    MisplacedElement,

    /// <summary>Gray without an output intent.</summary>
    GrayWithoutIntent,

    /// <summary>RGB without an output intent that is RGB.</summary>
    RgbWithoutIntent,

    /// <summary>CMYK without an output intent that is CMYK.</summary>
    CmykWithoutIntent,

    /// <summary>The output intent's profile can't be read, or is of the wrong kind.</summary>
    UnusableProfile,

    /// <summary>No output intent.</summary>
    NoOutputIntent,

    /// <summary>Something see-through.</summary>
    Transparency,

    /// <summary>An annotation: a link, on a page for the press.</summary>
    Annotation,

    /// <summary>The profile of the output intent is not a printer's.</summary>
    NotAPrinterProfile,

    /// <summary>The output intent is for red, green and blue.</summary>
    RgbIntent,

    /// <summary>A colour defined by an ICC profile of its own.</summary>
    IndependentColor,

    /// <summary>A page smaller than 3 or larger than 14,400 points.</summary>
    PageSize,

    /// <summary>A name of more than 127 bytes.</summary>
    LongName,

    /// <summary>A string of more than 32,767 bytes.</summary>
    LongString,

    /// <summary>A whole number beyond 31 bits.</summary>
    LargeInteger,

    /// <summary>More than 8,388,607 objects.</summary>
    ManyObjects,

    /// <summary>An array of more than 8,191 elements.</summary>
    LongArray,

    /// <summary>A file that goes along.</summary>
    EmbeddedFile,

    /// <summary>No file goes along.</summary>
    NoEmbeddedFile,
}

/// <summary>Something a standard may object to.</summary>
/// <param name="Kind">What.</param>
/// <param name="Page">Index of the first page it was met on; −1 for the file as a whole.</param>
/// <param name="Detail">What it was met with; empty where there is nothing to add.</param>
/// <param name="Count">How often it was met.</param>
public sealed record Violation(ViolationKind Kind, int Page, string Detail, int Count);
