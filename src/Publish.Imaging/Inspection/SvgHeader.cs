using System.Globalization;
using System.Xml;

namespace Publish.Imaging.Inspection;

/// <summary>
/// Reads an SVG's size and makes sure that it is a drawing and no more (SVG 2). What runs, loads or declares entities is refused: a book is read where there is
/// nothing to load it from, and a build must not depend on it.
/// </summary>
internal static class SvgHeader
{
    // CSS 2.1, replaced elements without a size of their own.
    private const double DefaultWidth = 300;
    private const double DefaultHeight = 150;

    private static readonly string[] Refused = ["script", "foreignObject", "iframe", "audio", "video", "handler", "listener"];

    /// <summary>Reads the whole drawing.</summary>
    public static HeaderResult Read(ReadOnlyMemory<byte> data)
    {
        if (data.Length > ImageLimits.LongestSvg) return HeaderResult.Broken("is longer than any drawing");
        if (data.Span.IndexOf("<!ENTITY"u8) >= 0 || data.Span.IndexOf("<!\0E\0N\0T"u8) >= 0) return Refuse("declares entities");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = ImageLimits.LongestSvg,
            IgnoreComments = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(data.ToArray(), writable: false), settings);
            return Read(reader);
        }
        catch (XmlException e)
        {
            return HeaderResult.Broken(string.Create(CultureInfo.InvariantCulture, $"isn't well-formed XML (line {e.LineNumber}, column {e.LinePosition})"));
        }
    }

    private static HeaderResult Read(XmlReader reader)
    {
        ImageHeader? header = null;
        var inStyle = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.ProcessingInstruction when reader.Name == "xml-stylesheet":
                    return Refuse("refers to a stylesheet outside the file");
                case XmlNodeType.Element:
                    if (header is null)
                    {
                        if (reader.LocalName != "svg") return HeaderResult.Broken("isn't an SVG");
                        header = Size(reader);
                    }
                    inStyle = reader.LocalName == "style" && !reader.IsEmptyElement;
                    if (reader.LocalName == "text") header = header with { HasText = true };
                    if (Array.IndexOf(Refused, reader.LocalName) >= 0) return Refuse($"holds the element '{reader.LocalName}'");
                    if (CheckAttributes(reader) is { } problem) return Refuse(problem);
                    break;
                case XmlNodeType.EndElement:
                    inStyle = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when inStyle && ReachesOut(reader.Value):
                    return Refuse("has a style that refers to something outside the file");
            }
        }
        return header is null ? HeaderResult.Broken("isn't an SVG") : header;
    }

    private static string? CheckAttributes(XmlReader reader)
    {
        var element = reader.LocalName;
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            var (name, value) = (reader.LocalName, reader.Value);
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns") continue;
            if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return $"has the event handler '{name}'";
            if (name is "href" or "src" && element != "a" && !IsInside(value)) return $"refers to '{Shortened(value)}'";
            if (name == "href" && value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) return "holds a script in a link";
            if (value.Contains("url(", StringComparison.OrdinalIgnoreCase) && ReachesOut(value)) return $"refers to something outside the file in '{name}'";
        }
        reader.MoveToElement();
        return null;
    }

    private static bool IsInside(string reference)
    {
        var trimmed = reference.Trim();
        return trimmed.Length == 0 || trimmed[0] == '#'
            || trimmed.StartsWith("data:image/png", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("data:image/jpeg", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("data:image/jpg", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("data:image/gif", StringComparison.OrdinalIgnoreCase);
    }

    private static bool ReachesOut(string css)
    {
        if (css.Contains("@import", StringComparison.OrdinalIgnoreCase)) return true;
        for (var at = css.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0; at = css.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            var target = css.AsSpan(at + 4).TrimStart(" \t\r\n\"'");
            if (!target.StartsWith("#") && !target.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static ImageHeader Size(XmlReader reader)
    {
        var box = (reader.GetAttribute("viewBox") ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        double boxWidth = 0, boxHeight = 0;
        if (box.Length == 4) (boxWidth, boxHeight) = (Number(box[2]) ?? 0, Number(box[3]) ?? 0);
        var width = Pixels(reader.GetAttribute("width"));
        var height = Pixels(reader.GetAttribute("height"));
        var ratio = boxWidth > 0 && boxHeight > 0 ? boxHeight / boxWidth : 0;
        width ??= height is { } h && ratio > 0 ? h / ratio : boxWidth > 0 ? boxWidth : DefaultWidth;
        height ??= ratio > 0 ? width * ratio : DefaultHeight;
        return new ImageHeader(ImageFormat.Svg, Rounded(width.Value), Rounded(height.Value)) { HasAlpha = true, PixelsPerInch = 96 };
    }

    private static long Rounded(double value) => value >= int.MaxValue ? int.MaxValue : Math.Max(1, (long)Math.Ceiling(value - 1e-6));

    /// <summary>A CSS length in pixels; null for a percentage or what is none.</summary>
    private static double? Pixels(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var trimmed = text.Trim();
        var digits = trimmed.Length;
        while (digits > 0 && (char.IsAsciiLetter(trimmed[digits - 1]) || trimmed[digits - 1] == '%')) digits--;
        if (Number(trimmed[..digits]) is not ({ } value and > 0)) return null;
        return trimmed[digits..].ToLowerInvariant() switch
        {
            "" or "px" => value,
            "pt" => value * 96 / 72,
            "pc" => value * 16,
            "in" => value * 96,
            "cm" => value * 96 / 2.54,
            "mm" => value * 96 / 25.4,
            "q" => value * 96 / 101.6,
            "em" or "rem" => value * 16,
            _ => null,
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static string Shortened(string value) => value.Length <= 40 ? value : value[..40] + "…";

    private static HeaderResult Refuse(string problem) => new(null, problem, Refused: true);
}
