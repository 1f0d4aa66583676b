using System.Globalization;
using System.Security;
using System.Text;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Metadata;

/// <summary>
/// Writes the XMP packet (ISO 16684-1): what the information dictionary says, what only XMP has room for, and the standards the file claims. It is never
/// compressed, so that programs that know no PDF find it.
/// </summary>
internal static class XmpWriter
{
    private const string PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    private const string PdfX = "http://www.npes.org/pdfx/ns/id/";

    /// <summary>Writes the packet as a stream.</summary>
    /// <param name="objects">The file's objects.</param>
    /// <param name="facts">What to say.</param>
    /// <param name="id">The file's identifier.</param>
    public static ObjectReference Write(ObjectTable objects, DocumentFacts facts, byte[] id)
    {
        var number = objects.Reserve();
        using var stream = objects.Stream(number, Encoding.UTF8.GetBytes(Packet(facts, id)));
        stream.Name("Type"u8, "Metadata"u8);
        stream.Name("Subtype"u8, "XML"u8);
        return number;
    }

    /// <summary>The packet.</summary>
    public static string Packet(DocumentFacts facts, byte[] id)
    {
        var date = facts.Modified.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var identifier = "uuid:" + new Guid(id, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
        var pdfA = facts.Claims.FirstOrDefault(claim => claim.PdfAPart > 0);
        var pdfUa = facts.Claims.FirstOrDefault(claim => claim.PdfUaPart > 0);
        var pdfX = facts.Claims.FirstOrDefault(claim => claim is { PdfXVersion: not null, InfoVersion: null });

        var xml = new StringBuilder(4096);
        xml.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
        xml.Append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\"");
        xml.Append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
        xml.Append(" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"");
        xml.Append(pdfA is null ? "" : " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"");
        xml.Append(pdfUa is null ? "" : $" xmlns:pdfuaid=\"{PdfUa}\"");
        xml.Append(pdfX is null ? "" : $" xmlns:pdfxid=\"{PdfX}\"");
        xml.Append(">\n");

        Simple(xml, "dc:format", "application/pdf");
        Alternative(xml, "dc:title", facts.Title);
        List(xml, "dc:creator", "Seq", facts.Authors);
        List(xml, "dc:contributor", "Bag", facts.Contributors);
        Alternative(xml, "dc:description", facts.Description);
        List(xml, "dc:subject", "Bag", facts.Subjects);
        List(xml, "dc:publisher", "Bag", facts.Publisher is { } publisher ? [publisher] : []);
        List(xml, "dc:language", "Bag", [facts.Language]);
        Alternative(xml, "dc:rights", facts.Rights);
        Simple(xml, "dc:source", facts.Source);
        Simple(xml, "dc:identifier", facts.Identifier);
        Simple(xml, "xmp:CreateDate", date);
        Simple(xml, "xmp:ModifyDate", date);
        Simple(xml, "xmp:MetadataDate", date);
        Simple(xml, "xmp:CreatorTool", facts.Producer);
        Simple(xml, "pdf:Producer", facts.Producer);
        Simple(xml, "pdf:Keywords", facts.Keywords);
        Simple(xml, "pdf:Trapped", facts.SaysTrapped ? "False" : null);
        Simple(xml, "xmpMM:DocumentID", identifier);
        Simple(xml, "xmpMM:InstanceID", identifier);
        Simple(xml, "xmpMM:VersionID", "1");
        Simple(xml, "xmpMM:RenditionClass", "default");
        if (pdfA is not null)
        {
            Simple(xml, "pdfaid:part", pdfA.PdfAPart.ToString(CultureInfo.InvariantCulture));
            Simple(xml, "pdfaid:conformance", pdfA.PdfAConformance);
            Simple(xml, "pdfaid:rev", pdfA.Revision);
        }

        if (pdfUa is not null)
        {
            Simple(xml, "pdfuaid:part", pdfUa.PdfUaPart.ToString(CultureInfo.InvariantCulture));
            Simple(xml, "pdfuaid:rev", pdfUa.Revision);
        }

        if (pdfX is not null)
        {
            Simple(xml, "pdfxid:GTS_PDFXVersion", pdfX.PdfXVersion);
        }

        xml.Append("</rdf:Description>\n");
        if (pdfA is { PdfAPart: < 4 } && (pdfUa is not null || pdfX is not null))
        {
            Extensions(xml, pdfUa is not null, pdfX is not null);
        }

        xml.Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return xml.ToString();
    }

    // PDF/A wants every schema it doesn't know itself described in the packet (ISO 19005-2, 6.6.2.3.3).
    private static void Extensions(StringBuilder xml, bool pdfUa, bool pdfX)
    {
        xml.Append("<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"");
        xml.Append(" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n");
        xml.Append("<pdfaExtension:schemas><rdf:Bag>\n");
        if (pdfUa)
        {
            Schema(xml, "PDF/UA identification", PdfUa, "pdfuaid", "part", "Integer", "Part of ISO 14289 the file follows");
        }

        if (pdfX)
        {
            Schema(xml, "PDF/X identification", PdfX, "pdfxid", "GTS_PDFXVersion", "Text", "Part of ISO 15930 the file follows");
            Schema(xml, "Adobe PDF", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text", "Whether the file was trapped");
        }

        xml.Append("</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
    }

    private static void Schema(StringBuilder xml, string name, string uri, string prefix, string property, string type, string description) => xml.Append(
        $"""
        <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema><pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>{property}</pdfaProperty:name><pdfaProperty:valueType>{type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>{description}</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>

        """);

    private static void Simple(StringBuilder xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.Append('<').Append(name).Append('>').Append(Escape(value)).Append("</").Append(name).Append(">\n");
        }
    }

    private static void Alternative(StringBuilder xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.Append('<').Append(name).Append("><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(value)).Append("</rdf:li></rdf:Alt></").Append(name).Append(">\n");
        }
    }

    private static void List(StringBuilder xml, string name, string kind, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        xml.Append('<').Append(name).Append("><rdf:").Append(kind).Append('>');
        foreach (var value in values)
        {
            xml.Append("<rdf:li>").Append(Escape(value)).Append("</rdf:li>");
        }

        xml.Append("</rdf:").Append(kind).Append("></").Append(name).Append(">\n");
    }

    // XML 1.0 has no place for most control characters.
    private static string Escape(string value) =>
        SecurityElement.Escape(new string([.. value.Where(c => c >= ' ' || c is '\t' or '\n')]));
}
