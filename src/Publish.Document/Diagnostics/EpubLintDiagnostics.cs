using static Publish.Document.Severity;

namespace Publish.Document;

/// <summary>What <c>publish check book.epub</c> can say of any EPUB, whoever made it. Places are files inside the EPUB.</summary>
public static class EpubLintDiagnostics
{
    // The container.

    /// <summary>Nothing that could be read.</summary>
    public static readonly DiagnosticKind NotAnEpub = new("EPL001", Error, "Not an EPUB", "The file is no ZIP archive, or has no META-INF/container.xml, or the package document it names can't be read.");

    /// <summary>The first entry.</summary>
    public static readonly DiagnosticKind Mimetype = new("EPL002", Error, "No media type at the beginning", "The first entry must be `mimetype`, stored without compression and extra field, with the 20 bytes application/epub+zip.");

    /// <summary>Packed as reading systems can't unpack it.</summary>
    public static readonly DiagnosticKind Packing = new("EPL003", Error, "Packed in a way reading systems don't know", "Entries are stored or deflated; other methods and ZIP encryption aren't read.");

    /// <summary>A file name.</summary>
    public static readonly DiagnosticKind FileName = new("EPL004", Warning, "File name that isn't safe everywhere", "Two names that differ only in case, spaces, or characters that file systems forbid. Letters, digits, hyphen and dot are safe.");

    /// <summary>A file nobody listed.</summary>
    public static readonly DiagnosticKind UnlistedFile = new("EPL005", Warning, "File not in the manifest", "A file in the container that the package document doesn't list; shops refuse it.");

    /// <summary>A file that isn't there.</summary>
    public static readonly DiagnosticKind MissingFile = new("EPL006", Error, "Listed file missing", "The package document lists a file that the container doesn't have.");

    /// <summary>XML with a fault.</summary>
    public static readonly DiagnosticKind NotWellFormed = new("EPL007", Error, "Not well-formed", "A document isn't XML, so a reading system shows an error instead of it.");

    /// <summary>A link that leads nowhere.</summary>
    public static readonly DiagnosticKind BrokenLink = new("EPL008", Error, "Link that leads nowhere", "The file or the place in it that a link or the contents name doesn't exist.");

    /// <summary>A link out of the reading order.</summary>
    public static readonly DiagnosticKind OutsideSpine = new("EPL009", Error, "Link out of the reading order", "A link leads to a document that isn't in the spine; reading systems refuse to show it.");

    // The package document.

    /// <summary>The identifier.</summary>
    public static readonly DiagnosticKind NoIdentifier = new("EPL010", Error, "No identifier", "`unique-identifier` of the package must name a dc:identifier that says something.");

    /// <summary>The time of the last change.</summary>
    public static readonly DiagnosticKind Modified = new("EPL011", Error, "Time of the last change", "EPUB 3 wants dcterms:modified once, in the form 2026-11-23T00:00:00Z.");

    /// <summary>The title.</summary>
    public static readonly DiagnosticKind Title = new("EPL012", Warning, "Not one title", "Reading systems show the first dc:title or all in a row: write the whole title in one.");

    /// <summary>The language.</summary>
    public static readonly DiagnosticKind Language = new("EPL013", Error, "Language of the book", "dc:language is missing, or the documents say another language than the package.");

    /// <summary>A wrong ISBN.</summary>
    public static readonly DiagnosticKind IsbnDigit = new("EPL014", Error, "ISBN with a wrong check digit", "An identifier or source says it is an ISBN and doesn't add up.");

    /// <summary>A contributor.</summary>
    public static readonly DiagnosticKind Contributor = new("EPL015", Severity.Note, "Contributor without role or sort name", "Libraries sort by file-as, and shops show the role (a MARC relator code).");

    /// <summary>The cover.</summary>
    public static readonly DiagnosticKind NoCover = new("EPL016", Warning, "No cover picture", "No item of the manifest has the property cover-image (EPUB 2: no meta named cover), so shelves show a blank.");

    /// <summary>EPUB 2.</summary>
    public static readonly DiagnosticKind OldVersion = new("EPL017", Warning, "EPUB 2", "The package is of EPUB 2: no landmarks, page list, notes that pop up, accessibility metadata. Convert it to EPUB 3.");

    // Contents, titles, ids.

    /// <summary>No contents.</summary>
    public static readonly DiagnosticKind NoContents = new("EPL020", Error, "No table of contents", "The manifest has no item with the property nav, or that document no nav of type toc with a list.");

    /// <summary>A chapter that can't be reached.</summary>
    public static readonly DiagnosticKind NotInContents = new("EPL021", Error, "Chapter missing from the contents", "A heading of level 1 or 2 that no entry of the contents leads to.");

    /// <summary>Contents out of order.</summary>
    public static readonly DiagnosticKind ContentsOrder = new("EPL022", Warning, "Contents out of order", "Entries of the contents must come in the order of reading.");

    /// <summary>A landmark.</summary>
    public static readonly DiagnosticKind Landmark = new("EPL023", Warning, "Landmark without one type", "Each landmark has one epub:type; Apple Books passes over one with two.");

    /// <summary>Documents of one name.</summary>
    public static readonly DiagnosticKind SameTitle = new("EPL024", Warning, "Two documents with one title", "Screen readers announce documents by their title element: each needs one of its own (WCAG 2.4.2).");

    /// <summary>A heading level left out.</summary>
    public static readonly DiagnosticKind HeadingSkip = new("EPL025", Warning, "Heading level left out", "After a heading of level n comes one of at most n + 1 (WCAG 1.3.1).");

    /// <summary>An id that can't be selected.</summary>
    public static readonly DiagnosticKind UnselectableId = new("EPL026", Error, "Id that can't be selected", "Thorium looks for notes by CSS: an id begins with a letter and has letters, digits, hyphen and underscore.");

    /// <summary>An id twice.</summary>
    public static readonly DiagnosticKind DuplicateId = new("EPL027", Error, "Id given twice", "Two elements of a document have one id; links find the first only.");

    // Pages.

    /// <summary>A marker that isn't listed.</summary>
    public static readonly DiagnosticKind UnlistedPage = new("EPL030", Error, "Page missing from the page list", "Every page marker must be in the page list, in order (EPUB Accessibility 1.1, 3.3.1).");

    /// <summary>Pages of nothing.</summary>
    public static readonly DiagnosticKind NoPageSource = new("EPL031", Error, "Pages without their edition", "A book with page markers must say whose pages they are: pageBreakSource or a dc:source refined by source-of.");

    /// <summary>A marker without words.</summary>
    public static readonly DiagnosticKind UnlabelledPage = new("EPL032", Warning, "Page marker without label", "A page marker needs an aria-label or title, such as “page 12”.");

    /// <summary>A marker in a word or a heading.</summary>
    public static readonly DiagnosticKind PageInWord = new("EPL033", Warning, "Page marker inside a word or a heading", "A marker stands before a word: inside one it breaks searching and speech, inside a heading the contents.");

    // Notes.

    /// <summary>A note nobody calls.</summary>
    public static readonly DiagnosticKind UncalledNote = new("EPL040", Error, "Note that nothing calls", "No link in the text leads to this note.");

    /// <summary>No way back.</summary>
    public static readonly DiagnosticKind NoBacklink = new("EPL041", Error, "Note without a way back", "A reader that shows no pop-ups jumps to the note and can't return; Kindle wants links both ways.");

    /// <summary>A wrong way back.</summary>
    public static readonly DiagnosticKind WrongBacklink = new("EPL042", Error, "Wrong way back", "The link back of a note leads to another place than a call of this note.");

    /// <summary>A call that doesn't say it is one.</summary>
    public static readonly DiagnosticKind UntypedCall = new("EPL043", Error, "Call of a note that doesn't say so", "Without epub:type=\"noteref\" and role=\"doc-noteref\" on the call, and footnote on the note, nothing pops up.");

    /// <summary>A call of nothing.</summary>
    public static readonly DiagnosticKind CallWithoutNote = new("EPL044", Error, "Call without a note", "A link of type noteref leads to something that isn't a note.");

    /// <summary>A number left out.</summary>
    public static readonly DiagnosticKind NumberSkipped = new("EPL045", Warning, "Note number left out", "Numbers of notes must run without gaps.");

    /// <summary>Numbers that begin again.</summary>
    public static readonly DiagnosticKind NumbersAgain = new("EPL046", Severity.Note, "Note numbers begin again", "In a pop-up or a list of all notes, two notes of the same number can't be told apart. Number through the book.");

    /// <summary>The way back isn't first.</summary>
    public static readonly DiagnosticKind BacklinkNotFirst = new("EPL047", Warning, "Way back not at the beginning", "On Kindle, notes whose link back stands at the end run together in one pop-up.");

    /// <summary>Too short or long to pop up.</summary>
    public static readonly DiagnosticKind NoteLength = new("EPL048", Severity.Note, "Note that won't pop up on a Kobo", "Kobo shows notes of 9 to 5,000 characters in a window.");

    /// <summary>An element that is hidden.</summary>
    public static readonly DiagnosticKind NoteElement = new("EPL049", Warning, "Note in an element that reading systems hide or refuse", "Notes in aside vanish from the page in Apple Books and Thorium, and don't pop up on some Kobos; in li the role isn't allowed. Use div.");

    /// <summary>Mark-up in a call.</summary>
    public static readonly DiagnosticKind CallMarkup = new("EPL050", Warning, "Mark-up inside the call of a note", "Apple Books shows no pop-up for a call with elements inside: write the number alone, raise it by the style sheet.");

    /// <summary>A space before a call.</summary>
    public static readonly DiagnosticKind SpaceBeforeCall = new("EPL051", Warning, "Space before the call of a note", "The number can go to the next line, away from its word.");

    /// <summary>A note that names another.</summary>
    public static readonly DiagnosticKind Ibid = new("EPL052", Severity.Note, "“Ibid.” in a note", "A note that pops up stands alone; “ibid.” and “op. cit.” point at a note that isn't shown. Name the work.");

    /// <summary>A call inside the sentence.</summary>
    public static readonly DiagnosticKind CallBeforePoint = new("EPL053", Severity.Note, "Call of a note before a comma or full stop", "In English the number stands after the point (only a dash comes after it), so that the point keeps to its word.");

    // Accessibility.

    /// <summary>Metadata missing.</summary>
    public static readonly DiagnosticKind NoAccessibility = new("EPL060", Error, "Accessibility metadata missing", "EPUB Accessibility 1.1 wants schema:accessMode, schema:accessibilityFeature and schema:accessibilityHazard.");

    /// <summary>A feature that isn't there.</summary>
    public static readonly DiagnosticKind FalseFeature = new("EPL061", Error, "Feature that isn't there", "The metadata promise something the book doesn't have.");

    /// <summary>A claim nobody answers for.</summary>
    public static readonly DiagnosticKind NoCertifier = new("EPL062", Error, "Conformance without a certifier", "A claim of conformance needs a11y:certifiedBy.");

    /// <summary>A claim in the wrong words.</summary>
    public static readonly DiagnosticKind ConformsTo = new("EPL063", Error, "Conformance in the wrong words", "dcterms:conformsTo must read “EPUB Accessibility 1.1 - WCAG 2.2 Level AA” exactly (or other numbers and levels), or be one of the addresses of version 1.0.");

    /// <summary>A picture without words.</summary>
    public static readonly DiagnosticKind NoAlternative = new("EPL064", Error, "Picture without alternative text", "An img without the attribute alt, or with a file name in it; a picture that only decorates has alt=\"\".");

    /// <summary>A document without language.</summary>
    public static readonly DiagnosticKind DocumentLanguage = new("EPL065", Error, "Document without a language", "The html element needs lang and xml:lang (WCAG 3.1.1), or a screen reader speaks it in the wrong voice.");

    /// <summary>A type without its role.</summary>
    public static readonly DiagnosticKind NoRole = new("EPL066", Warning, "epub:type without its role", "Screen readers don't know epub:type; write the DPUB-ARIA role beside it.");

    /// <summary>A type nobody knows.</summary>
    public static readonly DiagnosticKind UnknownType = new("EPL067", Warning, "epub:type nobody knows", "The value isn't in the EPUB Structural Semantics Vocabulary and has no prefix.");

    /// <summary>A type given up.</summary>
    public static readonly DiagnosticKind DeprecatedType = new("EPL068", Severity.Note, "Deprecated epub:type or role", "endnote, rearnote, biblioentry and their roles are deprecated; a note is a footnote inside endnotes.");

    /// <summary>Hazards that contradict each other.</summary>
    public static readonly DiagnosticKind Hazard = new("EPL069", Warning, "Hazards contradict each other", "`none` stands alone; a hazard and its absence can't both be.");

    // Style.

    /// <summary>A size the reader can't change.</summary>
    public static readonly DiagnosticKind FixedSize = new("EPL070", Warning, "Fixed size of text", "Font sizes and line heights in px, pt and the like don't follow the reader's choice; use em, % or a bare number.");

    /// <summary>A fixed position.</summary>
    public static readonly DiagnosticKind FixedPosition = new("EPL071", Error, "Fixed position", "position: fixed is forbidden in EPUB: reading systems break pages as they please.");

    /// <summary>The reader's choice taken.</summary>
    public static readonly DiagnosticKind ReadersChoice = new("EPL072", Warning, "The reader's choice taken", "Family, colour, background and alignment of the whole text are the reader's to choose.");

    /// <summary>A family that isn't there.</summary>
    public static readonly DiagnosticKind FontNotEmbedded = new("EPL073", Warning, "Font that isn't in the book", "The style sheet names a family that no @font-face gives; each device takes something else.");

    /// <summary>Gaps between words.</summary>
    public static readonly DiagnosticKind TextWrap = new("EPL074", Warning, "text-wrap: pretty", "With justified text it makes wide gaps in readers built on WebKit.");

    /// <summary>A rule that can't be overruled.</summary>
    public static readonly DiagnosticKind Important = new("EPL075", Severity.Note, "!important", "It stands in the way of the reader's own settings.");

    // Text.

    /// <summary>A typewriter's quotation mark.</summary>
    public static readonly DiagnosticKind StraightQuote = new("EPL080", Warning, "Straight quotation mark", "A typewriter's \" or ' in running text.");

    /// <summary>Two spaces.</summary>
    public static readonly DiagnosticKind DoubleSpace = new("EPL081", Warning, "Two spaces", "Two spaces in a row in running text, or a space and a no-break space.");

    /// <summary>A character nobody sees.</summary>
    public static readonly DiagnosticKind Invisible = new("EPL082", Warning, "Invisible character", "Soft hyphens, word joiners and zero-width spaces break searching, dictionaries and speech; use hyphens: auto and white-space: nowrap.");

    /// <summary>A typewriter's dash or ellipsis.</summary>
    public static readonly DiagnosticKind TypedDash = new("EPL083", Warning, "Typewriter's dash or ellipsis", "-- or ... in running text: write — or ….");

    // Pictures.

    /// <summary>A picture too large.</summary>
    public static readonly DiagnosticKind LargePicture = new("EPL090", Warning, "Picture too large", "Apple Books takes 5.6 million pixels; more than 5 MB is slow on electronic paper.");

    /// <summary>A foreign format.</summary>
    public static readonly DiagnosticKind PictureFormat = new("EPL091", Error, "Picture that not all readers show", "The media type doesn't fit the bytes, or is none of JPEG, PNG, GIF, SVG, WebP.");

    /// <summary>A small cover.</summary>
    public static readonly DiagnosticKind CoverSize = new("EPL092", Warning, "Cover too small", "Shops want a JPEG of 1,600 × 2,560 pixels, at the least 625 × 1,000.");

    /// <summary>All of them, in order of code (EPL…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        NotAnEpub, Mimetype, Packing, FileName, UnlistedFile, MissingFile, NotWellFormed, BrokenLink, OutsideSpine,
        NoIdentifier, Modified, Title, Language, IsbnDigit, Contributor, NoCover, OldVersion,
        NoContents, NotInContents, ContentsOrder, Landmark, SameTitle, HeadingSkip, UnselectableId, DuplicateId,
        UnlistedPage, NoPageSource, UnlabelledPage, PageInWord,
        UncalledNote, NoBacklink, WrongBacklink, UntypedCall, CallWithoutNote, NumberSkipped, NumbersAgain, BacklinkNotFirst, NoteLength, NoteElement, CallMarkup, SpaceBeforeCall, Ibid, CallBeforePoint,
        NoAccessibility, FalseFeature, NoCertifier, ConformsTo, NoAlternative, DocumentLanguage, NoRole, UnknownType, DeprecatedType, Hazard,
        FixedSize, FixedPosition, ReadersChoice, FontNotEmbedded, TextWrap, Important,
        StraightQuote, DoubleSpace, Invisible, TypedDash,
        LargePicture, PictureFormat, CoverSize,
    ];
}
