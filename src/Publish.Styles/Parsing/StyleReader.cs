using System.Text;
using ExCSS;
using Publish.Document;
using Publish.Styles.Cascade;
using Rule = Publish.Styles.Cascade.Rule;
using StyleRule = ExCSS.StyleRule;

namespace Publish.Styles.Parsing;

/// <summary>Reads stylesheet files into rules. ExCSS does the syntax and takes shorthands apart; selectors and values are ours.</summary>
internal sealed class StyleReader(ICollection<Diagnostic> diagnostics)
{
    public List<Rule> Rules { get; } = [];

    public List<PageRuleSet> Pages { get; } = [];

    // Custom properties of the root, by name.
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <summary>Reads one file.</summary>
    /// <param name="file">Its path, for diagnostics.</param>
    /// <param name="data">UTF-8.</param>
    public void Read(string file, ReadOnlySpan<byte> data)
    {
        var text = Encoding.UTF8.GetString(data);
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        var source = new StyleText(file, text);
        var parser = new StylesheetParser(true, true, true, true, true, false, true);
        Walk(parser.Parse(text), source);
    }

    private void Walk(IStylesheetNode parent, StyleText source)
    {
        foreach (var node in parent.Children)
        {
            switch (node)
            {
                case StyleRule rule:
                    ReadRule(rule, source);
                    break;
                case IPageRule page:
                    ReadPage((IStylesheetNode)page, source);
                    break;
                case IMediaRule media when media.Media.MediaText.Contains("print", StringComparison.OrdinalIgnoreCase):
                    Walk(media, source);
                    break;
                case IRule { Type: RuleType.Unknown } rule:
                    diagnostics.Add(StyleDiagnostics.BadRule.At(source.At(Offset(rule)), "a rule that isn't understood is left out"));
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRule(StyleRule rule, StyleText source)
    {
        var offset = Offset(rule);
        var declarations = Declarations(rule.Style, source, offset);
        if (rule.SelectorText.Trim() is ":root" or "html")
        {
            foreach (var own in declarations.Where(d => d.Property.StartsWith("--", StringComparison.Ordinal)))
            {
                _variables[own.Property] = own.Value;
            }
        }

        declarations.RemoveAll(d => d.Property.StartsWith("--", StringComparison.Ordinal));
        if (rule.SelectorText.Trim() == ":root" && declarations.Count == 0)
        {
            return;
        }

        foreach (var part in SelectorReader.Split(rule.SelectorText))
        {
            if (SelectorReader.Read(part) is { } selector)
            {
                Rules.Add(new Rule(selector, Rules.Count, declarations));
            }
            else
            {
                diagnostics.Add(StyleDiagnostics.BadSelector.At(
                    source.At(offset),
                    $"the selector “{part}” isn't understood",
                    "types, classes, ids, descendants, children, one adjacent sibling, :first-child, :last-child, :not(), ::before and ::after are"));
            }
        }
    }

    private void ReadPage(IStylesheetNode page, StyleText source)
    {
        var offset = Offset(page);
        var brace = source.Text.IndexOf('{', Math.Min(offset, source.Text.Length));
        var prelude = brace < 0 ? "" : source.Text[offset..brace];
        prelude = prelude.Replace("@page", "", StringComparison.OrdinalIgnoreCase).Trim();
        var declarations = new List<Declaration>();
        var boxes = new List<BoxRule>();
        foreach (var child in page.Children)
        {
            if (child is StyleDeclaration style)
            {
                declarations.AddRange(Declarations(style, source, offset));
            }
            else if (child is IStyleRule box)
            {
                boxes.Add(new BoxRule(box.SelectorText.Trim().TrimStart('@').ToLowerInvariant(), Declarations(box.Style, source, Offset((IStylesheetNode)box))));
            }
        }

        foreach (var selector in prelude.Split(','))
        {
            var parts = selector.Trim().Split(':');
            Pages.Add(new PageRuleSet(parts[0].Length == 0 ? null : parts[0], [.. parts.Skip(1).Select(p => p.Trim().ToLowerInvariant())], Pages.Count, declarations, boxes));
        }
    }

    private List<Declaration> Declarations(StyleDeclaration style, StyleText source, int offset)
    {
        var result = new List<Declaration>();
        var from = source.Text.IndexOf('{', Math.Min(offset, source.Text.Length));
        foreach (var property in style.Declarations)
        {
            var place = source.Find(property.Name, Math.Max(from, 0));
            var declaration = new Declaration(property.Name.ToLowerInvariant(), StyleVariables.Replace(property.Value.Trim(), _variables), property.IsImportant, source.At(place));
            if (declaration.Property is "margin" or "padding")
            {
                // ExCSS leaves a shorthand whole where it doesn't know a unit in it (lh, rlh).
                result.AddRange(Sides(declaration));
            }
            else if (declaration.Property is "border" or "border-top" or "border-bottom" or "border-left" or "border-right" or "border-color")
            {
                // And here where it doesn't know a colour.
                result.AddRange(BorderText.Parts(declaration));
            }
            else
            {
                result.Add(declaration);
            }
        }

        return result;
    }

    private static IEnumerable<Declaration> Sides(Declaration d)
    {
        var values = d.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < 4 && values.Length > 0; i++)
        {
            var value = values.Length > i ? values[i] : values.Length > i - 2 && i >= 2 ? values[i - 2] : values[0];
            yield return d with { Property = d.Property + (i switch { 0 => "-top", 1 => "-right", 2 => "-bottom", _ => "-left" }), Value = value };
        }
    }

    private static int Offset(IStylesheetNode node) => node.StylesheetText is { } text ? Math.Max(0, text.Range.Start.Position - 1) : 0;
}
