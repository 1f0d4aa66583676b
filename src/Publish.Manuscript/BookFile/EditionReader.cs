using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The editions a book asks for.</summary>
internal static class EditionReader
{
    private static readonly Dictionary<string, EditionFormat> _formats = new(StringComparer.Ordinal)
    {
        ["pdf"] = EditionFormat.Pdf,
        ["epub"] = EditionFormat.Epub,
        ["cover"] = EditionFormat.Cover,
    };

    /// <summary>What an edition with links and tags follows where the book doesn't say: readable by everybody, and for good.</summary>
    private static readonly ImmutableArray<string> _screenStandards = ["PDF/UA-1", "PDF/A-2a"];

    private static readonly Dictionary<string, PressColor> _colors = new(StringComparer.Ordinal)
    {
        ["gray"] = PressColor.Gray,
        ["cmyk"] = PressColor.Cmyk,
        ["rgb"] = PressColor.Rgb,
    };

    /// <summary>Print, screen and EPUB in the house style's size: what a book has that doesn't say.</summary>
    public static ImmutableArray<EditionPlan> Default { get; } =
    [
        new("print", EditionFormat.Pdf),
        new("screen", EditionFormat.Pdf) { Links = true, Tagged = true, Standards = _screenStandards },
        new("epub", EditionFormat.Epub) { Links = true, PagesFrom = "print" },
    ];

    public static ImmutableArray<EditionPlan> Read(Reading reading, MappingReader book)
    {
        switch (book.Node("editions"))
        {
            case null:
                return Default;
            case YamlMapping mapping:
                return [.. mapping.Entries.Select(entry => Edition(reading, book, entry)).OfType<EditionPlan>()];
            case var other:
                book.Wrong(other.Span, "editions", "a mapping of edition names to what they are");
                return Default;
        }
    }

    private static EditionPlan? Edition(Reading reading, MappingReader book, YamlEntry entry)
    {
        var name = entry.Key.Value;
        if (!FileStem.IsValid(name))
        {
            book.Wrong(entry.Key.Span, "editions", "named by the letters a to z, digits and hyphens: the name is part of a file name");
            return null;
        }

        if (entry.Value is not YamlMapping mapping)
        {
            book.Wrong(entry.Value.Span, "editions", "a mapping of edition names to { format: … }");
            return null;
        }

        var edition = new MappingReader(reading, mapping, $"edition '{name}'");
        var hasFormat = edition.RequiredText("format") is not null;
        var format = edition.Word("format", _formats);
        (Length Width, Length Height)? trim = null;
        if (edition.Text("trim") is { } size && (trim = Lengths.ParseSize(size)) is null)
        {
            edition.Wrong(edition.SpanOf("trim"), "trim", "width and height, as '5.5in x 8.5in', or a name, as A5");
        }

        var links = edition.Flag("links") ?? format == EditionFormat.Epub;
        var tagged = edition.Flag("tagged") ?? false;
        var standards = edition.Node("standards") is null && edition.Node("standard") is null && format == EditionFormat.Pdf && links && tagged ? _screenStandards : Standards(edition);
        var plan = new EditionPlan(name, format ?? EditionFormat.Pdf)
        {
            TrimWidth = trim?.Width,
            TrimHeight = trim?.Height,
            Links = links,
            Tagged = tagged,
            Standards = standards,
            PagesFrom = edition.Text("pages"),
            Printer = edition.Text("printer"),
            Paper = edition.Text("paper"),
            Bleed = Bleed(edition),
            Marks = edition.Flag("marks") ?? false,
            Color = edition.Word("color", _colors),
            Condition = Condition(reading, edition, name),

            Reader = edition.Text("reader"),
            Span = entry.Key.Span,
        };
        edition.Finish();
        return hasFormat && format is not null ? plan : null;
    }

    // One by the name 'standard', several by 'standards'; 'none' says that there is none.
    private static ImmutableArray<string> Standards(MappingReader edition) =>
        [.. edition.Texts("standards").Concat(edition.Texts("standard")).Where(standard => !string.Equals(standard, "none", StringComparison.OrdinalIgnoreCase))];

    private static Length? Bleed(MappingReader edition)
    {
        if (edition.Text("bleed") is not { } text || text is "none" or "false" or "no")
        {
            return null;
        }

        if (Lengths.Parse(text) is { Scaled: > 0 } bleed && bleed <= Length.FromInches(1))
        {
            return bleed;
        }

        edition.Wrong(edition.SpanOf("bleed"), "bleed", "a length up to an inch, as 3mm or 0.125in");
        return null;
    }

    private static PrintingCondition? Condition(Reading reading, MappingReader edition, string name)
    {
        if (edition.Inner("condition", $"the condition of edition '{name}'") is not { } inner)
        {
            return null;
        }

        var span = inner.SpanOf("profile");
        var file = inner.RequiredText("profile") is { } path ? BookPath.ResolveOrReport(reading, path, span) : null;
        var condition = file is null ? null : new PrintingCondition(file, inner.Text("name") ?? Path.GetFileNameWithoutExtension(file), inner.Text("registry"), span);
        if (file is null)
        {
            inner.Text("name");
            inner.Text("registry");
        }

        inner.Finish();
        return condition;
    }
}
