using Publish.Pdf.Syntax;

namespace Publish.Pdf.Metadata;

/// <summary>Writes the information dictionary (ISO 32000-1, 14.3.3).</summary>
internal static class InfoWriter
{
    /// <summary>Writes it.</summary>
    public static ObjectReference Write(ObjectTable objects, DocumentFacts facts)
    {
        var number = objects.Reserve();
        using var info = objects.Dictionary(number);
        info.Text("Title"u8, facts.Title);
        info.OptionalText("Author"u8, facts.Author);
        info.OptionalText("Subject"u8, facts.Description);
        info.OptionalText("Keywords"u8, facts.Keywords);
        info.Text("Creator"u8, facts.Producer);
        info.Text("Producer"u8, facts.Producer);
        var date = PdfDate.Of(facts.Modified);
        info.Text("CreationDate"u8, date);
        info.Text("ModDate"u8, date);

        if (facts.SaysTrapped)
        {
            // Nothing we write was trapped: traps are the press's business.
            info.Name("Trapped"u8, "False"u8);
        }

        // Standards older than XMP are claimed here.
        foreach (var claim in facts.Claims.Where(claim => claim.InfoVersion is not null))
        {
            info.Text("GTS_PDFXVersion"u8, claim.InfoVersion!);
            info.OptionalText("GTS_PDFXConformance"u8, claim.InfoConformance);
        }

        return number;
    }
}
