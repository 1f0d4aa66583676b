using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The words for kinds of sections in <c>book.yaml</c>.</summary>
internal static class SectionKinds
{
    public static readonly IReadOnlyDictionary<string, SectionKind> ByWord = new SortedDictionary<string, SectionKind>(StringComparer.Ordinal)
    {
        ["half-title"] = SectionKind.HalfTitle,
        ["title-page"] = SectionKind.TitlePage,
        ["imprint"] = SectionKind.Imprint,
        ["dedication"] = SectionKind.Dedication,
        ["epigraph"] = SectionKind.Epigraph,
        ["frontispiece"] = SectionKind.Frontispiece,
        ["contents"] = SectionKind.Contents,
        ["list-of-figures"] = SectionKind.ListOfFigures,
        ["list-of-tables"] = SectionKind.ListOfTables,
        ["foreword"] = SectionKind.Foreword,
        ["preface"] = SectionKind.Preface,
        ["introduction"] = SectionKind.Introduction,
        ["note-on-the-text"] = SectionKind.NoteOnTheText,
        ["part"] = SectionKind.Part,
        ["chapter"] = SectionKind.Chapter,
        ["afterword"] = SectionKind.Afterword,
        ["appendix"] = SectionKind.Appendix,
        ["chronology"] = SectionKind.Chronology,
        ["dramatis-personae"] = SectionKind.DramatisPersonae,
        ["notes"] = SectionKind.Notes,
        ["bibliography"] = SectionKind.Bibliography,
        ["index"] = SectionKind.Index,
        ["colophon"] = SectionKind.Colophon,
    };

    /// <summary>Whether a section of this kind is made from the metadata or the marks where no file is named.</summary>
    public static bool Generated(SectionKind kind) =>
        kind is SectionKind.HalfTitle or SectionKind.TitlePage or SectionKind.Imprint or SectionKind.Contents or SectionKind.ListOfFigures or SectionKind.ListOfTables or SectionKind.Index;

    /// <summary>Whether the contents list sections of this kind.</summary>
    public static bool Listed(SectionKind kind) =>
        kind is not (SectionKind.HalfTitle or SectionKind.TitlePage or SectionKind.Imprint or SectionKind.Contents or SectionKind.Dedication or SectionKind.Epigraph or SectionKind.Frontispiece);
}
