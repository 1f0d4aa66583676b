using System.Collections.Immutable;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Conformance;

/// <summary>
/// A standard a file may claim to follow: what it asks the writer to do, and which violations it doesn't allow. The ledgers beside this file say
/// clause by clause how it is kept.
/// </summary>
internal sealed record Standard
{
    private static readonly ViolationKind[] _press =
    [
        ViolationKind.FontNotEmbeddable,
        ViolationKind.MissingGlyph,
        ViolationKind.NoTitle,
        ViolationKind.NoOutputIntent,
        ViolationKind.UnusableProfile,
        ViolationKind.NotAPrinterProfile,
        ViolationKind.GrayWithoutIntent,
        ViolationKind.RgbWithoutIntent,
        ViolationKind.CmykWithoutIntent,
        ViolationKind.Annotation,
        ViolationKind.EmbeddedFile,
    ];

    private readonly ImmutableHashSet<ViolationKind> _prohibited = [];

    private Standard(string name, params ViolationKind[] prohibited)
    {
        Name = name;
        _prohibited = [.. prohibited];
    }

    /// <summary>Its name as <c>book.yaml</c> writes it.</summary>
    public string Name { get; }

    /// <summary>The version of PDF it is written in.</summary>
    public PdfVersion Version { get; private init; } = PdfVersion.Pdf17;

    /// <summary>Part of ISO 19005 (PDF/A); 0 for none.</summary>
    public int PdfAPart { get; private init; }

    /// <summary>Level of conformance to PDF/A.</summary>
    public string? PdfAConformance { get; private init; }

    /// <summary>Part of ISO 14289 (PDF/UA); 0 for none.</summary>
    public int PdfUaPart { get; private init; }

    /// <summary>The year of the part as the file names it (parts for PDF 2.0); null for none.</summary>
    public string? Revision { get; private init; }

    /// <summary>Whether it takes files that go along.</summary>
    public bool TakesAttachments => PdfAPart >= 3 && !Prohibits(ViolationKind.EmbeddedFile);

    /// <summary>Version of PDF/X as the file names it; null for none.</summary>
    public string? PdfXVersion { get; private init; }

    /// <summary>GTS_PDFXVersion of the information dictionary; null where the XMP packet says it.</summary>
    public string? InfoVersion { get; private init; }

    /// <summary>GTS_PDFXConformance of the information dictionary; null for none.</summary>
    public string? InfoConformance { get; private init; }

    /// <summary>Whether it knows neither object streams nor cross-reference streams.</summary>
    public bool NeedsClassic => Version < PdfVersion.Pdf15;

    /// <summary>Whether it is written in PDF 2.0, with names of structure types by namespace and without an information dictionary.</summary>
    public bool NeedsNamespaces => Version >= PdfVersion.Pdf20;

    /// <summary>Whether it asks for tags.</summary>
    public bool NeedsTags => Prohibits(ViolationKind.NotTagged);

    /// <summary>The subtype of output intent it asks for; null for none.</summary>
    public string? IntentSubtype => PdfAPart > 0 ? "GTS_PDFA1" : PdfXVersion is not null ? "GTS_PDFX" : null;

    /// <summary>The standards this writer can keep.</summary>
    public static ImmutableArray<Standard> All { get; } = [PdfUa1(), PdfUa2(), PdfA1b(), .. PdfA(2), .. PdfA(3), .. PdfA4(), PdfX4(), PdfX1a(), PdfX3()];

    /// <summary>The standard of a name; null for one this writer doesn't keep.</summary>
    public static Standard? Find(string name) => All.FirstOrDefault(standard => string.Equals(standard.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it forbids a violation.</summary>
    public bool Prohibits(ViolationKind kind) => _prohibited.Contains(kind);

    private static ViolationKind[] Universal =>
    [
        ViolationKind.MissingGlyph,
        ViolationKind.TextWithoutCharacter,
        ViolationKind.FontNotEmbeddable,
        ViolationKind.NoTitle,
        ViolationKind.NoLanguage,
        ViolationKind.BadLanguage,
        ViolationKind.NotTagged,
        ViolationKind.UntaggedContent,
        ViolationKind.FigureWithoutAlternative,
        ViolationKind.HeadingSkipped,
        ViolationKind.DuplicateIdentifier,
        ViolationKind.LinkOutsideStructure,
        ViolationKind.LinkWithoutDescription,
        ViolationKind.IrregularTable,
        ViolationKind.MisplacedElement,
    ];

    private static ViolationKind[] Archival =>
    [
        ViolationKind.MissingGlyph,
        ViolationKind.FontNotEmbeddable,
        ViolationKind.GrayWithoutIntent,
        ViolationKind.RgbWithoutIntent,
        ViolationKind.CmykWithoutIntent,
        ViolationKind.UnusableProfile,
        ViolationKind.PageSize,
        ViolationKind.LongName,
        ViolationKind.LongString,
        ViolationKind.LargeInteger,
        ViolationKind.ManyObjects,
    ];

    private static Standard PdfUa1() => new("PDF/UA-1", Universal)
    {
        PdfUaPart = 1,
    };

    private static Standard PdfUa2() => new("PDF/UA-2", [.. Universal, ViolationKind.PrivateUseText])
    {
        Version = PdfVersion.Pdf20,
        PdfUaPart = 2,
        Revision = "2024",
    };

    private static Standard PdfA1b() => new("PDF/A-1b", [.. Archival, ViolationKind.Transparency, ViolationKind.EmbeddedFile, ViolationKind.LongArray])
    {
        Version = PdfVersion.Pdf14,
        PdfAPart = 1,
        PdfAConformance = "B",
    };

    // The third part is the second with files attached (ISO 19005-3, introduction).
    private static IEnumerable<Standard> PdfA(int part)
    {
        ViolationKind[] basic = part == 2 ? [.. Archival, ViolationKind.EmbeddedFile] : Archival;
        ViolationKind[] unicode = [.. basic, ViolationKind.TextWithoutCharacter];
        ViolationKind[] accessible = [.. unicode, ViolationKind.PrivateUseText, ViolationKind.NotTagged, ViolationKind.UntaggedContent, ViolationKind.BadLanguage];
        yield return new Standard($"PDF/A-{part}b", basic) { PdfAPart = part, PdfAConformance = "B" };
        yield return new Standard($"PDF/A-{part}u", unicode) { PdfAPart = part, PdfAConformance = "U" };
        yield return new Standard($"PDF/A-{part}a", accessible) { PdfAPart = part, PdfAConformance = "A" };
    }

    // The fourth has no levels but one that allows files (ISO 19005-4, annex A).
    private static IEnumerable<Standard> PdfA4()
    {
        ViolationKind[] all = [.. Archival, ViolationKind.TextWithoutCharacter];
        yield return new Standard("PDF/A-4", [.. all, ViolationKind.EmbeddedFile]) { Version = PdfVersion.Pdf20, PdfAPart = 4, Revision = "2020" };
        yield return new Standard("PDF/A-4f", [.. all, ViolationKind.NoEmbeddedFile]) { Version = PdfVersion.Pdf20, PdfAPart = 4, PdfAConformance = "F", Revision = "2020" };
    }

    private static Standard PdfX1a() => new("PDF/X-1a:2001", [.. _press, ViolationKind.Transparency, ViolationKind.IndependentColor, ViolationKind.RgbIntent])
    {
        Version = PdfVersion.Pdf13,
        PdfXVersion = "PDF/X-1a:2001",
        InfoVersion = "PDF/X-1:2001",
        InfoConformance = "PDF/X-1a:2001",
    };

    private static Standard PdfX3() => new("PDF/X-3:2002", [.. _press, ViolationKind.Transparency])
    {
        Version = PdfVersion.Pdf13,
        PdfXVersion = "PDF/X-3:2002",
        InfoVersion = "PDF/X-3:2002",
    };

    private static Standard PdfX4() => new("PDF/X-4", _press)
    {
        Version = PdfVersion.Pdf16,
        PdfXVersion = "PDF/X-4",
    };
}
