using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>Reads what rules ask of fonts (ISO 32000-1, 9.6 … 9.8).</summary>
internal static class FontReader
{
    /// <summary>Reads one. A Type 3 font is drawn by the file itself and so always embedded.</summary>
    public static FontUse Read(PdfSource source, DictionaryToken font)
    {
        var type = source.Name(font, "Subtype") ?? "?";
        var name = source.Name(font, "BaseFont") ?? source.Name(font, "Name") ?? "without a name";
        var described = type == "Type0" && source.Array(font, "DescendantFonts") is { } descendants
            ? PdfSource.AsDictionary(source.Items(descendants).FirstOrDefault())
            : font;
        var descriptor = source.Dictionary(described, "FontDescriptor");
        var embedded = type == "Type3" || source.Has(descriptor, "FontFile") || source.Has(descriptor, "FontFile2") || source.Has(descriptor, "FontFile3");
        return new FontUse(name, type, embedded);
    }
}
