using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Style sheets: what takes the reader's choice away (EPUB 3.3, section 6.3; epub.js, Thorium and Kobo as they are).</summary>
internal static class StyleRules
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "body", "html", ":root", "*", "p", "html, body", "body, html", "html body" };

    private static readonly HashSet<string> Generic = new(StringComparer.OrdinalIgnoreCase) { "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-monospace", "math", "inherit", "initial", "unset", "revert" };

    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var declarations = new List<(SourceSpan Place, CssDeclaration Declaration)>();
        foreach (var item in book.Items.Where(i => i.MediaType == "text/css" && i.Path is not null && book.Files.ContainsKey(i.Path)))
        {
            declarations.AddRange(CssText.Declarations(XmlText.Decode(book.Files[item.Path!])).Select(d => (SourceSpan.At(item.Path!, d.Line, 1), d)));
        }

        foreach (var document in book.Documents)
        {
            foreach (var style in document.Elements("style"))
            {
                var place = document.At(style);
                declarations.AddRange(CssText.Declarations(style.Value, "", place.Line).Select(d => (SourceSpan.At(document.Path, d.Line, 1), d)));
            }

            foreach (var element in document.Root.Descendants())
            {
                if ((string?)element.Attribute("style") is { } own)
                {
                    declarations.AddRange(CssText.Declarations(own, "an element").Select(d => (document.At(element), d)));
                }
            }
        }

        var embedded = declarations.Where(d => IsFontFace(d.Declaration) && d.Declaration.Property == "font-family").Select(d => Unquoted(d.Declaration.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, declaration) in declarations.Where(d => !IsFontFace(d.Declaration)))
        {
            Look(place, declaration, embedded, findings);
        }
    }

    private static bool IsFontFace(CssDeclaration declaration) => declaration.Selector.StartsWith("@font-face", StringComparison.OrdinalIgnoreCase);

    private static void Look(SourceSpan place, CssDeclaration d, HashSet<string> embedded, List<Diagnostic> findings)
    {
        var said = $"{(d.Selector.Length > 60 ? d.Selector[..60] + "…" : d.Selector)}: {d.Property}: {d.Value}";
        var value = d.Value.ToLowerInvariant();
        if (value.Contains("!important", StringComparison.Ordinal))
        {
            findings.Add(EpubLintDiagnostics.Important.At(place, said));
        }

        switch (d.Property)
        {
            case "font-size" or "line-height" or "font" when HasFixedUnit(value):
                findings.Add(EpubLintDiagnostics.FixedSize.At(place, said));
                break;
            case "line-height" when value.AsSpan().TrimStart().IndexOfAnyInRange('a', 'z') > 0 && !value.StartsWith("normal", StringComparison.Ordinal) && Whole.Contains(d.Selector):
                findings.Add(EpubLintDiagnostics.FixedSize.At(place, said));
                break;
            case "position" when value.StartsWith("fixed", StringComparison.Ordinal):
                findings.Add(EpubLintDiagnostics.FixedPosition.At(place, said));
                break;
            case "text-wrap" or "text-wrap-style" when value.Contains("pretty", StringComparison.Ordinal):
                findings.Add(EpubLintDiagnostics.TextWrap.At(place, said));
                break;
            case "font-family" or "font" or "color" or "background" or "background-color" or "text-align" when Whole.Contains(d.Selector) && !IsNeutral(d.Property, value):
                findings.Add(EpubLintDiagnostics.ReadersChoice.At(place, said));
                break;
            default:
                break;
        }

        if (d.Property == "font-family" && d.Value.Split(',')[0] is var first && Unquoted(first) is { Length: > 0 } family && !Generic.Contains(family) && !embedded.Contains(family))
        {
            findings.Add(EpubLintDiagnostics.FontNotEmbedded.At(place, $"no @font-face gives the family “{family}”"));
        }
    }

    private static bool IsNeutral(string property, string value) =>
        value.StartsWith("inherit", StringComparison.Ordinal) || (property is "color" && value.StartsWith("currentcolor", StringComparison.Ordinal)) || (property.StartsWith("background", StringComparison.Ordinal) && value is "none" or "transparent");

    private static bool HasFixedUnit(string value)
    {
        foreach (var unit in (ReadOnlySpan<string>)["px", "pt", "pc", "mm", "cm", "in", "q"])
        {
            for (var at = value.IndexOf(unit, StringComparison.Ordinal); at > 0; at = value.IndexOf(unit, at + 1, StringComparison.Ordinal))
            {
                var end = at + unit.Length;
                if (char.IsAsciiDigit(value[at - 1]) && (end == value.Length || !char.IsAsciiLetter(value[end])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Unquoted(string value) => value.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().Trim('"', '\'').Trim();
}
