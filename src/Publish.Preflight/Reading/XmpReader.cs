using System.Xml;

namespace Publish.Preflight.Reading;

/// <summary>Reads from an XMP packet what rules ask for (ISO 16684-1).</summary>
internal static class XmpReader
{
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Xmp = "http://ns.adobe.com/xap/1.0/";
    private const string Pdf = "http://ns.adobe.com/pdf/1.3/";
    private const string PdfXId = "http://www.npes.org/pdfx/ns/id/";
    private const string Mm = "http://ns.adobe.com/xap/1.0/mm/";
    private const string PdfX = "http://ns.adobe.com/pdfx/1.3/";

    /// <summary>Reads it; null where it is not XML.</summary>
    public static Facts? Read(ReadOnlyMemory<byte> packet)
    {
        var values = new Dictionary<(string, string), string>();
        try
        {
            using var stream = new MemoryStream(packet.ToArray());
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
            (string, string)? open = null;
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (Known(reader.NamespaceURI))
                        {
                            open = (reader.NamespaceURI, reader.LocalName);
                        }

                        for (var i = 0; i < reader.AttributeCount; i++)
                        {
                            reader.MoveToAttribute(i);
                            if (Known(reader.NamespaceURI))
                            {
                                values.TryAdd((reader.NamespaceURI, reader.LocalName), reader.Value);
                            }
                        }

                        reader.MoveToElement();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when open is { } key:
                        values.TryAdd(key, reader.Value);
                        break;
                    case XmlNodeType.EndElement when Known(reader.NamespaceURI):
                        open = null;
                        break;
                    default:
                        break;
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return new Facts
        {
            Title = values.GetValueOrDefault((Dc, "title")),
            Created = values.GetValueOrDefault((Xmp, "CreateDate")),
            Modified = values.GetValueOrDefault((Xmp, "ModifyDate")),
            Trapped = values.GetValueOrDefault((Pdf, "Trapped")),
            Producer = values.GetValueOrDefault((Pdf, "Producer")),
            DocumentId = values.GetValueOrDefault((Mm, "DocumentID")),
            VersionId = values.GetValueOrDefault((Mm, "VersionID")),
            RenditionClass = values.GetValueOrDefault((Mm, "RenditionClass")),
            PdfXVersion = values.GetValueOrDefault((PdfXId, "GTS_PDFXVersion")) ?? values.GetValueOrDefault((PdfX, "GTS_PDFXVersion")),
            PdfXConformance = values.GetValueOrDefault((PdfX, "GTS_PDFXConformance")),
        };
    }

    private static bool Known(string uri) => uri is Dc or Xmp or Pdf or Mm or PdfXId or PdfX;
}
