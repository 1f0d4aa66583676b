using Publish.Fonts;

namespace Publish.Epub;

/// <summary>How the pages' source is named in the package document.</summary>
public enum PageSourceForm
{
    /// <summary><c>dc:source</c> refined by <c>source-of</c> (EPUB 3.0–3.3): what EPUBCheck 4.2.6, and with it some shops, accepts.</summary>
    SourceOf,

    /// <summary><c>pageBreakSource</c> (EPUB Accessibility 1.1, section 3.3.1.3).</summary>
    PageBreakSource,
}

/// <summary>What one family of reading systems needs besides what all do: a file of <c>assets/readers</c>. The default is EPUB 3.3 alone.</summary>
public sealed record ReaderProfile
{
    /// <summary>Name of the file.</summary>
    public string Name { get; init; } = "pure";

    /// <summary>In words.</summary>
    public string Title { get; init; } = "";

    /// <summary>Writes an NCX, the contents of EPUB 2.</summary>
    public bool Ncx { get; init; }

    /// <summary>Writes a guide, the landmarks of EPUB 2.</summary>
    public bool Guide { get; init; }

    /// <summary>Names the cover as EPUB 2 does, in a meta element of its own.</summary>
    public bool CoverMeta { get; init; }

    /// <summary>How the paged edition is named.</summary>
    public PageSourceForm PageSource { get; init; } = PageSourceForm.PageBreakSource;

    /// <summary>Puts the ISBN before the identifier of the work.</summary>
    public bool IsbnFirst { get; init; }

    /// <summary>Puts every sentence into a span, by which Kobo's readers keep their place.</summary>
    public bool KoboSpans { get; init; }

    /// <summary>Says that the book has faces of its own (Apple Books).</summary>
    public bool SpecifiedFonts { get; init; }

    /// <summary>How fonts are packed.</summary>
    public WebFontFormat FontFormat { get; init; } = WebFontFormat.Woff;

    /// <summary>End of the file name.</summary>
    public string Ending { get; init; } = ".epub";

    /// <summary>A content document is divided when it is likely to pass so many thousand bytes (old readers refuse 300); 0 to divide none.</summary>
    public int LargestDocument { get; init; } = 250;

    /// <summary>Most pixels across of a picture.</summary>
    public int PictureWidth { get; init; } = 1600;

    /// <summary>Most pixels down of a picture.</summary>
    public int PictureHeight { get; init; } = 2400;
}
