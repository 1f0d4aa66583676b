using System.Buffers;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>
/// What the sections of a Pandoc folder are, from their titles and the names of their files: front matter up to the first chapter, back matter after the last.
/// What isn't known by name is a chapter.
/// </summary>
internal static class SectionGuess
{
    private static readonly SearchValues<char> _roman = SearchValues.Create("ivxlcdm-");
    private static readonly string[] _numbered = ["chapter", "act", "part", "book", "canto", "letter", "scene", "story", "poem", "volume", "section", "prologue"];

    private static readonly (string Start, SectionKind Kind)[] _titles =
    [
        ("dedication", SectionKind.Dedication),
        ("epigraph", SectionKind.Epigraph),
        ("frontispiece", SectionKind.Frontispiece),
        ("foreword", SectionKind.Foreword),
        ("preface", SectionKind.Preface),
        ("prefatory", SectionKind.Preface),
        ("author’s note", SectionKind.Preface),
        ("author's note", SectionKind.Preface),
        ("introduction", SectionKind.Introduction),
        ("introductory", SectionKind.Introduction),
        ("editor’s note", SectionKind.Introduction),
        ("translator’s note", SectionKind.Introduction),
        ("note on the text", SectionKind.NoteOnTheText),
        ("a note on the text", SectionKind.NoteOnTheText),
        ("dramatis person", SectionKind.DramatisPersonae),
        ("persons represented", SectionKind.DramatisPersonae),
        ("persons of the", SectionKind.DramatisPersonae),
        ("characters", SectionKind.DramatisPersonae),
        ("epilogue", SectionKind.Afterword),
        ("afterword", SectionKind.Afterword),
        ("postscript", SectionKind.Afterword),
        ("appendix", SectionKind.Appendix),
        ("appendices", SectionKind.Appendix),
        ("glossary", SectionKind.Appendix),
        ("list of illustrations", SectionKind.Appendix),
        ("loi", SectionKind.Appendix),
        ("chronology", SectionKind.Chronology),
        ("endnotes", SectionKind.Notes),
        ("bibliography", SectionKind.Bibliography),
        ("works cited", SectionKind.Bibliography),
        ("colophon", SectionKind.Colophon),
        ("imprint", SectionKind.Imprint),
        ("copyright", SectionKind.Imprint),
    ];

    public static void Apply(List<RawSection> sections)
    {
        var kinds = sections.Select(Kind).ToList();
        var numbered = sections.FindIndex(IsNumbered);
        var first = numbered >= 0 ? numbered : kinds.FindIndex(kind => kind is null || !IsFront(kind.Value));
        first = first < 0 ? 0 : first;
        var last = sections.Count - 1;
        while (last > first && kinds[last] is { } back && IsBack(back) && !IsEpilogue(sections[last]))
        {
            last--;
        }

        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            section.Matter = i < first ? Matter.Front : i > last ? Matter.Back : Matter.Body;
            if (section.Matter != Matter.Body || IsEpilogue(section))
            {
                section.Kind = kinds[i] ?? section.Kind;
            }

            section.TitleIsKind = section.Kind is SectionKind.Dedication or SectionKind.Epigraph or SectionKind.Frontispiece
                && Title(section) is "dedication" or "epigraph" or "epigraphs" or "frontispiece";
            foreach (var inner in section.Sections)
            {
                inner.Matter = section.Matter;
            }
        }
    }

    private static SectionKind? Kind(RawSection section)
    {
        var title = Title(section);
        var stem = Stem(section);
        foreach (var (start, kind) in _titles)
        {
            if (title.StartsWith(start, StringComparison.Ordinal) && (title.Length == start.Length || !char.IsLetter(title[start.Length]) || start.EndsWith("person", StringComparison.Ordinal)))
            {
                return kind;
            }
        }

        if (title.Length == 0)
        {
            foreach (var (start, kind) in _titles)
            {
                if (stem == start || stem.Replace('-', ' ') == start)
                {
                    return kind;
                }
            }
        }

        return title is "notes" ? SectionKind.Notes : null;
    }

    /// <summary>Whether its file is named as a numbered chapter ("004-chapter-1"), or it is a prologue.</summary>
    private static bool IsNumbered(RawSection section)
    {
        if (Title(section).StartsWith("prologue", StringComparison.Ordinal))
        {
            return true;
        }

        var stem = Stem(section);
        foreach (var word in _numbered)
        {
            if (stem.StartsWith(word, StringComparison.Ordinal))
            {
                var rest = stem.AsSpan(word.Length).TrimStart("-_ ");
                return rest.IsEmpty || char.IsAsciiDigit(rest[0]) || !rest.ContainsAnyExcept(_roman);
            }
        }

        return false;
    }

    private static bool IsEpilogue(RawSection section) => Title(section).StartsWith("epilogue", StringComparison.Ordinal);

    private static bool IsFront(SectionKind kind) =>
        kind is SectionKind.Dedication or SectionKind.Epigraph or SectionKind.Frontispiece or SectionKind.Foreword or SectionKind.Preface or SectionKind.Introduction
            or SectionKind.NoteOnTheText or SectionKind.DramatisPersonae or SectionKind.Imprint;

    private static bool IsBack(SectionKind kind) =>
        kind is SectionKind.Afterword or SectionKind.Appendix or SectionKind.Chronology or SectionKind.Notes or SectionKind.Bibliography
            or SectionKind.Colophon or SectionKind.Imprint or SectionKind.NoteOnTheText;

    private static string Title(RawSection section)
    {
        if (section.Heading is not { } heading || heading.Block.Inline is not { } inline)
        {
            return "";
        }

        var text = new System.Text.StringBuilder();
        foreach (var literal in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.Inlines.LiteralInline>(inline))
        {
            text.Append(literal.Content.AsSpan());
        }

        return text.ToString().Trim().ToLowerInvariant();
    }

    /// <summary>The file's name without extension, folder and the number it is sorted by.</summary>
    private static string Stem(RawSection section) => BookPath.StemOf(section.File).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '_', '.', ' ').ToLowerInvariant();
}
