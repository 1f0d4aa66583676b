using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Publish.EpubLint.Reading;

/// <summary>Reads XML that others wrote: with places, without fetching anything, with HTML's named characters where a document type would have declared them.</summary>
internal static class XmlText
{
    /// <summary>Reads a document.</summary>
    /// <param name="data">Its bytes.</param>
    /// <param name="fault">What is wrong and where; null where nothing is.</param>
    /// <returns>Null where it isn't well-formed.</returns>
    public static XElement? Parse(ReadOnlySpan<byte> data, out (string Message, int Line, int Column)? fault)
    {
        fault = null;
        try
        {
            using var text = new StringReader(WithoutNames(Decode(data)));
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 200_000_000 });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            fault = (Sentence(e.Message), e.LineNumber, e.LinePosition);
            return null;
        }
    }

    /// <summary>Decodes text by its byte order mark or XML declaration; UTF-8 otherwise.</summary>
    public static string Decode(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("\u00EF\u00BB\u00BF"u8) || data is [0xEF, 0xBB, 0xBF, ..])
        {
            return Encoding.UTF8.GetString(data[3..]);
        }

        if (data is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(data[2..]);
        }

        if (data is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(data[2..]);
        }

        var head = Encoding.ASCII.GetString(data[..Math.Min(data.Length, 120)]).ToUpperInvariant();
        return head.StartsWith("<?XML", StringComparison.Ordinal) && head.Contains("8859-1", StringComparison.Ordinal) ? Encoding.Latin1.GetString(data) : Encoding.UTF8.GetString(data);
    }

    // &nbsp; and its like as characters; XML's own five stay.
    private static string WithoutNames(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var copied = 0;
        for (; at >= 0; at = text.IndexOf('&', at + 1))
        {
            var end = text.IndexOf(';', at);
            if (end < 0 || end - at > 32 || !char.IsAsciiLetter(text[at + 1]))
            {
                continue;
            }

            var entity = text[at..(end + 1)];
            if (entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;" || WebUtility.HtmlDecode(entity) is var character && character == entity)
            {
                continue;
            }

            result.Append(text, copied, at - copied).Append(WebUtility.HtmlDecode(entity));
            copied = end + 1;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" Line ", StringComparison.Ordinal);
        message = (end > 0 ? message[..end] : message).TrimEnd('.', ' ');
        return message.Length == 0 ? "it can't be parsed" : char.ToLowerInvariant(message[0]) + message[1..];
    }
}
