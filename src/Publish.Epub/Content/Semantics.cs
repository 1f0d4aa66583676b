using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>What a kind of section is to reading systems: EPUB structural semantics and DPUB-ARIA role (EPUB Type to ARIA Role Authoring Guide).</summary>
/// <param name="Type">Value of epub:type; null where the vocabulary has no word for it.</param>
/// <param name="Role">Role of the section element; null where there is none.</param>
internal readonly record struct Semantics(string? Type, string? Role)
{
    public static Semantics Of(SectionKind kind) => kind switch
    {
        SectionKind.HalfTitle => new("halftitlepage", null),
        SectionKind.TitlePage => new("titlepage", null),
        SectionKind.Imprint => new("imprint", null),
        SectionKind.Dedication => new("dedication", "doc-dedication"),
        SectionKind.Epigraph => new("epigraph", "doc-epigraph"),
        SectionKind.Contents => new("toc", "doc-toc"),
        SectionKind.ListOfFigures => new("loi", null),
        SectionKind.ListOfTables => new("lot", null),
        SectionKind.Foreword => new("foreword", "doc-foreword"),
        SectionKind.Preface => new("preface", "doc-preface"),
        SectionKind.Introduction => new("introduction", "doc-introduction"),
        SectionKind.Part => new("part", "doc-part"),
        SectionKind.Chapter => new("chapter", "doc-chapter"),
        SectionKind.Afterword => new("afterword", "doc-afterword"),
        SectionKind.NoteOnTheText or SectionKind.Appendix or SectionKind.Chronology or SectionKind.DramatisPersonae => new("appendix", "doc-appendix"),
        SectionKind.Notes => new("endnotes", "doc-endnotes"),
        SectionKind.Bibliography => new("bibliography", "doc-bibliography"),
        SectionKind.Index => new("index", "doc-index"),
        SectionKind.Colophon => new("colophon", "doc-colophon"),
        _ => new(null, null),
    };

    public static string Matter(Matter matter) => matter switch { Document.Matter.Front => "frontmatter", Document.Matter.Body => "bodymatter", _ => "backmatter" };
}
