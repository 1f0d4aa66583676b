using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The metadata Pandoc's writers know. Keys for other programs are left alone.</summary>
internal static class PandocMetadata
{
    public static Metadata? Read(Reading reading, YamlMapping mapping)
    {
        var (title, subtitle) = Title(mapping["title"]);
        if (title is null)
        {
            reading.Report(ManuscriptDiagnostics.MissingKey, mapping.Span with { Line = 0, Column = 0 }, "the book has no 'title'", "add a line 'title: …'");
            return null;
        }

        var language = Text(mapping["lang"]) ?? Text(mapping["language"]) ?? "en";
        if (!LanguageTag.Check(reading, language, mapping["lang"]?.Span ?? mapping.Span))
        {
            language = "en";
        }

        return new(FileStem.From(title, reading.Settings.FolderName), title, language)
        {
            Subtitle = subtitle ?? Text(mapping["subtitle"]),
            ShortTitle = Text(mapping["title-short"]) ?? Text(mapping["short-title"]),
            Contributors = Contributors(mapping),
            Date = Text(mapping["date"]),
            Publisher = Text(mapping["publisher"]),
            Description = Text(mapping["description"]) ?? Text(mapping["abstract"]),
            Rights = Text(mapping["rights"]) ?? Text(mapping["copyright"]),
            Source = Text(mapping["source"]),
            Subjects = [.. Items(mapping["subject"]).Concat(Items(mapping["keywords"])).Select(item => Text(item) ?? Text((item as YamlMapping)?["text"])).OfType<string>().Select(term => new Subject(null, null, term))],
            Isbns = Isbns(reading, mapping["identifier"]),
            Series = Text(mapping["belongs-to-collection"]) is { } series ? new(series, Text(mapping["group-position"])) : null,
        };
    }

    /// <summary>A title, or several with types as Pandoc's EPUB metadata have them.</summary>
    private static (string? Title, string? Subtitle) Title(YamlNode? node)
    {
        if (Text(node) is { Length: > 0 } plain)
        {
            return (plain, null);
        }

        string? title = null;
        string? subtitle = null;
        foreach (var item in Items(node).OfType<YamlMapping>())
        {
            if (Text(item["type"]) == "subtitle")
            {
                subtitle ??= Text(item["text"]);
            }
            else
            {
                title ??= Text(item["text"]);
            }
        }

        return (title, subtitle);
    }

    private static ImmutableArray<Contributor> Contributors(YamlMapping mapping)
    {
        var contributors = ImmutableArray.CreateBuilder<Contributor>();
        foreach (var (key, role) in Roles.Keys)
        {
            foreach (var item in Items(mapping[key]))
            {
                Add(item, role);
            }
        }

        foreach (var item in Items(mapping["creator"]))
        {
            Add(item, "aut");
        }

        foreach (var item in Items(mapping["contributor"]))
        {
            Add(item, "ctb");
        }

        return contributors.ToImmutable();

        void Add(YamlNode item, string role)
        {
            var record = item as YamlMapping;
            var name = Text(item) ?? Text(record?["name"]) ?? Text(record?["text"]);
            if (name is { Length: > 0 })
            {
                var given = Text(record?["role"]);
                var code = given is null ? role : Roles.IsCode(given) ? given : Roles.FromWord(given) ?? role;
                contributors.Add(new(name, Text(record?["file-as"]) ?? Text(record?["sort"]) ?? SortNames.Of(name), code));
            }
        }
    }

    private static ImmutableSortedDictionary<string, string> Isbns(Reading reading, YamlNode? node)
    {
        var isbns = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        foreach (var item in Items(node).OfType<YamlMapping>())
        {
            if (Text(item["scheme"])?.StartsWith("ISBN", StringComparison.OrdinalIgnoreCase) != true || Text(item["text"]) is not { } written)
            {
                continue;
            }

            if (Isbn.Normalize(written) is { } isbn)
            {
                isbns = isbns.SetItem("epub", isbn);
            }
            else
            {
                reading.Report(ManuscriptDiagnostics.BadIsbn, item["text"]!.Span, $"'{written}' is not an ISBN: {Isbn.WhatIsWrong(written)}", "compare it with the list of the ISBN agency");
            }
        }

        return isbns;
    }

    private static IEnumerable<YamlNode> Items(YamlNode? node) => node switch
    {
        null or YamlScalar { IsNull: true } => [],
        YamlSequence sequence => sequence.Items,
        _ => [node],
    };

    private static string? Text(YamlNode? node) =>
        node is YamlScalar { IsNull: false } scalar && WhiteSpace.Collapse(scalar.Value) is { Length: > 0 } text ? text : null;
}
