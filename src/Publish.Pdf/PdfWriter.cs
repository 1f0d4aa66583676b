using Publish.Document;
using Publish.Pdf.Color;
using Publish.Pdf.Conformance;
using Publish.Typesetting.Display;

namespace Publish.Pdf;

/// <summary>
/// Writes pages as a PDF. The same pages and settings give the same bytes, on any machine and any number of threads.
/// </summary>
public static class PdfWriter
{
    /// <summary>Writes an edition.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="metadata">What is known about the book.</param>
    /// <param name="settings">How it is written.</param>
    public static PdfResult Write(PageSet pages, Document.Metadata metadata, PdfSettings settings)
    {
        var diagnostics = new List<Diagnostic>();
        var violations = new Violations();
        var asked = ConformanceReport.Asked(settings.Plan, diagnostics);
        pages = InkResolver.Resolve(pages, settings, diagnostics);
        Inspect(pages, metadata, settings, violations);
        var file = new FileWriter(pages, metadata, settings, asked, violations, diagnostics);
        var bytes = file.Write();
        return new PdfResult(bytes, [.. diagnostics], [.. violations.All]);
    }

    /// <summary>A memory of compressed streams for <see cref="PdfSettings.Streams"/>, empty.</summary>
    public static CompressionMemory StreamMemory() => new(Syntax.Deflate.Compress);

    private static void Inspect(PageSet pages, Document.Metadata metadata, PdfSettings settings, Violations violations)
    {
        if (string.IsNullOrWhiteSpace(metadata.Title))
        {
            violations.Add(ViolationKind.NoTitle);
        }

        if (string.IsNullOrWhiteSpace(metadata.Language))
        {
            violations.Add(ViolationKind.NoLanguage);
        }
        else if (!LanguageTag.IsWellFormed(metadata.Language))
        {
            violations.Add(ViolationKind.BadLanguage, detail: metadata.Language);
        }

        if (settings.Plan.Tagged)
        {
            StructureInspection.Inspect(pages.Structure, violations);
        }
        else
        {
            violations.Add(ViolationKind.NotTagged);
        }

        violations.Add(settings.Attachments.IsEmpty ? ViolationKind.NoEmbeddedFile : ViolationKind.EmbeddedFile);
        PageInspection.Inspect(pages, settings, violations);
    }
}
