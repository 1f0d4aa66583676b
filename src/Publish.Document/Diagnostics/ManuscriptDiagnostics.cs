namespace Publish.Document;

/// <summary>What can be said about the manuscript: book.yaml, Markdown, notes, emendations, index.</summary>
public static class ManuscriptDiagnostics
{
    /// <summary>The folder holds no book.</summary>
    public static readonly DiagnosticKind NoBook = new(
        "MAN001", Severity.Error, "no book here", "A book is a folder with a book.yaml, or with Pandoc's metadata.yaml and Markdown files. Neither was found.");

    /// <summary>YAML that can't be parsed.</summary>
    public static readonly DiagnosticKind BadYaml = new(
        "MAN002", Severity.Error, "YAML cannot be read", "The file is not well-formed YAML, or uses anchors and aliases, which this program does not follow. Often a value with ': ' or a leading '[' needs quotation marks.");

    /// <summary>A key that must be there is missing or empty.</summary>
    public static readonly DiagnosticKind MissingKey = new(
        "MAN003", Severity.Error, "required key missing", "A record needs a value that is absent or empty.");

    /// <summary>A key nobody knows.</summary>
    public static readonly DiagnosticKind UnknownKey = new(
        "MAN004", Severity.Warning, "unknown key", "The key means nothing in this place and was passed over. It may be misspelt.");

    /// <summary>A value of the wrong shape.</summary>
    public static readonly DiagnosticKind WrongValue = new(
        "MAN005", Severity.Error, "value not understood", "The value is not of the kind that the key takes: a text, a list, a length, a date, one of a few words.");

    /// <summary>A key given twice.</summary>
    public static readonly DiagnosticKind DuplicateKey = new(
        "MAN006", Severity.Error, "key given twice", "A mapping has the same key twice. One of the two values would be lost.");

    /// <summary>A file that isn't there.</summary>
    public static readonly DiagnosticKind FileMissing = new(
        "MAN007", Severity.Error, "file not found", "A file that the book names does not exist. Names are relative to the book's folder, with forward slashes, and upper and lower case are told apart.");

    /// <summary>A path out of the book.</summary>
    public static readonly DiagnosticKind PathOutside = new(
        "MAN008", Severity.Error, "path leads out of the book", "Every file of a book lies inside its folder; absolute paths and '..' above it are refused.");

    /// <summary>Bytes that are no UTF-8.</summary>
    public static readonly DiagnosticKind NotUtf8 = new(
        "MAN009", Severity.Error, "not UTF-8", "Manuscripts are UTF-8. The file has bytes that are none, at the place named; it was probably saved in another encoding.");

    /// <summary>An ISBN that fails its own check digit.</summary>
    public static readonly DiagnosticKind BadIsbn = new(
        "MAN010", Severity.Error, "ISBN wrong", "An ISBN has 10 or 13 digits and a check digit that follows from the others (ISO 2108).");

    /// <summary>A language tag that is none.</summary>
    public static readonly DiagnosticKind BadLanguage = new(
        "MAN011", Severity.Error, "language tag wrong", "Languages are named by BCP 47 tags: en, en-US, fr, de-1996.");

    /// <summary>A file of the book that nothing lists.</summary>
    public static readonly DiagnosticKind EmptySection = new(
        "MAN012", Severity.Warning, "file without text", "A Markdown file of the book holds no text, so that its section would be an empty page.");

    /// <summary>A control character.</summary>
    public static readonly DiagnosticKind ControlCharacter = new(
        "MAN013", Severity.Warning, "control character", "The text has a character that prints nothing and may not stand in an EPUB (a control character or U+FFFE). It was left out.");

    /// <summary>A note call without a note.</summary>
    public static readonly DiagnosticKind UndefinedNote = new(
        "MAN020", Severity.Error, "note not defined", "The text calls a note that no definition '[^label]: …' supplies. A bracket meant as such is written '\\[^…\\]'.");

    /// <summary>A note without a call.</summary>
    public static readonly DiagnosticKind UncalledNote = new(
        "MAN021", Severity.Error, "note never called", "A note is defined and nothing calls it, so that no edition would show it. Call it by '[^label]' or remove the definition.");

    /// <summary>Two notes of one label.</summary>
    public static readonly DiagnosticKind DuplicateNote = new(
        "MAN022", Severity.Error, "note label used twice", "Two notes have the same label. The first is used and the second would be lost.");

    /// <summary>A note that says nothing.</summary>
    public static readonly DiagnosticKind EmptyNote = new(
        "MAN023", Severity.Error, "note empty", "A note has no text.");

    /// <summary>A note called in a note.</summary>
    public static readonly DiagnosticKind NoteInNote = new(
        "MAN024", Severity.Error, "note called inside a note", "Notes do not have notes of their own: no page could show them in order. Join the two.");

    /// <summary>A reference to an identifier that isn't there.</summary>
    public static readonly DiagnosticKind UndefinedReference = new(
        "MAN030", Severity.Error, "reference leads nowhere", "A cross-reference names an identifier that no heading, paragraph, span or division of the book has.");

    /// <summary>One identifier, two places.</summary>
    public static readonly DiagnosticKind DuplicateId = new(
        "MAN031", Severity.Error, "identifier used twice", "Two places of the book have the same identifier, so that a reference to it has two targets. Identifiers are unique in the whole book.");

    /// <summary>An identifier of wrong characters.</summary>
    public static readonly DiagnosticKind BadId = new(
        "MAN032", Severity.Error, "identifier not usable", "An identifier starts with a letter and goes on in letters, digits, hyphens, underscores, points and colons: anything else breaks links in some reader.");

    /// <summary>A link that may not be.</summary>
    public static readonly DiagnosticKind BadLink = new(
        "MAN033", Severity.Error, "link not allowed", "Links lead to http, https or mailto addresses, or to '#identifier' in the book. Other schemes and files are refused.");

    /// <summary>A reference that asks what its target hasn't got.</summary>
    public static readonly DiagnosticKind ReferenceWithoutTitle = new(
        "MAN034", Severity.Error, "target has no title", "A cross-reference asks for the title or number of its target, and the target is neither a section nor a heading. Write the words between the brackets, or ask for the page.");

    /// <summary>HTML in the manuscript.</summary>
    public static readonly DiagnosticKind RawHtml = new(
        "MAN040", Severity.Warning, "HTML left out", "Raw HTML never reaches an edition: the tag was left out and the words in it kept (the contents of script and style elements go too). Use the manuscript's own marks.");

    /// <summary>Raw text for one output format.</summary>
    public static readonly DiagnosticKind RawFormat = new(
        "MAN041", Severity.Warning, "raw output left out", "Raw text for another program's output format ({=html}, {=latex}) has no place in a model that all editions share. It was left out.");

    /// <summary>Nesting without end.</summary>
    public static readonly DiagnosticKind TooDeep = new(
        "MAN042", Severity.Error, "nested too deeply", "Quotations, lists, divisions or brackets stand inside each other far deeper than any book has them. The passage was not read.");

    /// <summary>A division left open.</summary>
    public static readonly DiagnosticKind DivisionOpen = new(
        "MAN043", Severity.Error, "division not closed", "A fenced division ':::' is never closed, so that it swallows what follows. Close it with a line of colons.");

    /// <summary>A closing fence too many.</summary>
    public static readonly DiagnosticKind DivisionStray = new(
        "MAN044", Severity.Error, "nothing to close", "A line of colons closes a division where none is open. An opening line needs a class: '::: epigraph'.");

    /// <summary>A heading level left out.</summary>
    public static readonly DiagnosticKind HeadingSkip = new(
        "MAN045", Severity.Warning, "heading level skipped", "A heading is more than one level below the heading before it. Readers who move by headings lose their way.");

    /// <summary>A mark that lacks its data.</summary>
    public static readonly DiagnosticKind IncompleteMark = new(
        "MAN046", Severity.Error, "mark incomplete", "A mark in the text lacks what it needs: an index mark its term, a page mark its number, an emendation its reference.");

    /// <summary>A part of a book that only book.yaml can place.</summary>
    public static readonly DiagnosticKind FrontMatterIgnored = new(
        "MAN047", Severity.Note, "front matter passed over", "A Markdown file opens with a block of YAML. In a book with a book.yaml all metadata stand there; the block was passed over.");

    /// <summary>A picture file that isn't there.</summary>
    public static readonly DiagnosticKind PictureMissing = new(
        "MAN050", Severity.Error, "picture not found", "A picture that the text names does not exist in the book's folder.");

    /// <summary>A picture nobody can hear.</summary>
    public static readonly DiagnosticKind PictureWithoutText = new(
        "MAN051", Severity.Warning, "picture without alternative text", "A picture has no words for readers who do not see it. Write them between the brackets, or give it the class .decorative.");

    /// <summary>A width that can't be read.</summary>
    public static readonly DiagnosticKind BadWidth = new(
        "MAN052", Severity.Warning, "width not understood", "A width is a share of the measure ('70%') or a length ('8cm', '3in', '120pt').");

    /// <summary>A record of an emendation that doesn't fit the copy-text.</summary>
    public static readonly DiagnosticKind EmendationNotFound = new(
        "MAN060", Severity.Error, "emendation not in the copy-text", "prefix + sic + suffix of an emendation does not stand in the copy-text as written, white space included. Either the record is wrong or the copy-text was changed, which it must never be.");

    /// <summary>A record that fits in several places.</summary>
    public static readonly DiagnosticKind EmendationAmbiguous = new(
        "MAN061", Severity.Error, "emendation fits twice", "prefix + sic + suffix of an emendation stands more than once in the copy-text. Lengthen prefix or suffix until it stands once.");

    /// <summary>A record without a mark.</summary>
    public static readonly DiagnosticKind EmendationUnmarked = new(
        "MAN062", Severity.Error, "emendation not marked", "An emendation has no mark '[…]{.emendation ref=…}' in the text, so that the list would name a change that nobody finds.");

    /// <summary>A mark twice.</summary>
    public static readonly DiagnosticKind EmendationMarkedTwice = new(
        "MAN063", Severity.Error, "emendation marked twice", "Two marks in the text refer to the same emendation.");

    /// <summary>A mark without a record.</summary>
    public static readonly DiagnosticKind EmendationUnknown = new(
        "MAN064", Severity.Error, "emendation without a record", "A mark in the text refers to an emendation that emendations.yaml does not have.");

    /// <summary>Mark and record differ.</summary>
    public static readonly DiagnosticKind EmendationDiffers = new(
        "MAN065", Severity.Error, "emendation differs from its record", "What the mark in the text holds is not what the record prints ('corr'), or the mark stands in another paragraph, or the words around it are not those of the copy-text.");

    /// <summary>Two records of one name.</summary>
    public static readonly DiagnosticKind DuplicateRecord = new(
        "MAN066", Severity.Error, "record given twice", "Two emendations or two queries have the same id.");

    /// <summary>A query whose words aren't in the text.</summary>
    public static readonly DiagnosticKind QueryNotFound = new(
        "MAN070", Severity.Error, "query not in the text", "The reading of a query does not stand in the edited text, in the paragraph it names.");

    /// <summary>A query whose words are there twice.</summary>
    public static readonly DiagnosticKind QueryAmbiguous = new(
        "MAN071", Severity.Error, "query fits twice", "The reading of a query stands more than once in the edited text. Give more words.");

    /// <summary>A range of the index left open, or closed twice.</summary>
    public static readonly DiagnosticKind IndexRangeOpen = new(
        "MAN080", Severity.Error, "index range not closed", "A range of the index has a start without an end, or an end without a start, under the same term.");

    /// <summary>A cross-reference of the index to nothing.</summary>
    public static readonly DiagnosticKind IndexTargetMissing = new(
        "MAN081", Severity.Error, "index refers to nothing", "A 'see' or 'see also' of the index names a headword that the index does not have.");

    /// <summary>An index without marks.</summary>
    public static readonly DiagnosticKind IndexEmpty = new(
        "MAN082", Severity.Warning, "index without entries", "The book asks for an index and no text carries an index mark.");

    /// <summary>A script in the manuscript.</summary>
    public static readonly DiagnosticKind Script = new(
        "MAN048", Severity.Error, "script in the manuscript", "The manuscript holds something that a browser would run or fetch: a script, a frame, an embedded object, an event handler. No edition may carry it, and a book that has it was not written as a book.");

    /// <summary>All of them, in order of code (MAN…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        NoBook, BadYaml, MissingKey, UnknownKey, WrongValue, DuplicateKey, FileMissing, PathOutside, NotUtf8, BadIsbn, BadLanguage, EmptySection, ControlCharacter,
        UndefinedNote, UncalledNote, DuplicateNote, EmptyNote, NoteInNote,
        UndefinedReference, DuplicateId, BadId, BadLink, ReferenceWithoutTitle,
        RawHtml, RawFormat, TooDeep, DivisionOpen, DivisionStray, HeadingSkip, IncompleteMark, FrontMatterIgnored, Script,
        PictureMissing, PictureWithoutText, BadWidth,
        EmendationNotFound, EmendationAmbiguous, EmendationUnmarked, EmendationMarkedTwice, EmendationUnknown, EmendationDiffers, DuplicateRecord,
        QueryNotFound, QueryAmbiguous,
        IndexRangeOpen, IndexTargetMissing, IndexEmpty,
    ];
}
