using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles.Cascade;
using Publish.Styles.Parsing;

namespace Publish.Styles.Pages;

/// <summary>Reads the content property of a margin box: strings, <c>string(name)</c>, <c>counter(page[, form])</c>.</summary>
internal static class ContentReader
{
    public static ImmutableArray<FurnitureContent> Read(Declaration declaration, Action<Diagnostic> report)
    {
        var value = declaration.Value;
        var parts = ImmutableArray.CreateBuilder<FurnitureContent>();
        var at = 0;
        while (at < value.Length)
        {
            if (char.IsWhiteSpace(value[at]))
            {
                at++;
                continue;
            }

            var end = value[at] is '"' or '\'' ? value.IndexOf(value[at], at + 1) : value.IndexOf(')', at);
            var part = end < 0 ? value[at..] : value[at..(end + 1)];
            if (Part(part) is { } content)
            {
                parts.Add(content);
            }
            else
            {
                report(StyleDiagnostics.BadValue.At(declaration.Span, $"content: “{part}” isn't understood", "strings, string(name), counter(page) and counter(page, lower-roman) are"));
                return [];
            }

            at += part.Length;
        }

        return parts.ToImmutable();
    }

    private static FurnitureContent? Part(string part)
    {
        if (part[0] is '"' or '\'')
        {
            return new FurnitureText(CssText.Strings(part) ?? "");
        }

        var open = part.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !part.EndsWith(')'))
        {
            return null;
        }

        var arguments = part[(open + 1)..^1].Split(',').Select(a => a.Trim()).ToArray();
        return (part[..open].Trim(), arguments) switch
        {
            ("string", [var name]) => new FurnitureString(name),
            ("string", [var name, "first"]) => new FurnitureString(name),
            ("string", [var name, "last"]) => new FurnitureString(name) { Mark = FurnitureMark.Last },
            ("string", [var name, "start"]) => new FurnitureString(name) { Mark = FurnitureMark.Start },
            ("counter", ["page"]) => new FurnitureFolio(CounterForm.Decimal),
            ("counter", ["page", "decimal"]) => new FurnitureFolio(CounterForm.Decimal),
            ("counter", ["page", "lower-roman"]) => new FurnitureFolio(CounterForm.LowerRoman),
            ("counter", ["page", "upper-roman"]) => new FurnitureFolio(CounterForm.UpperRoman),
            _ => null,
        };
    }
}
