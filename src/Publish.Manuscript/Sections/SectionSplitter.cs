using Markdig.Syntax;
using Publish.Document;
using MarkdigBlock = Markdig.Syntax.Block;

namespace Publish.Manuscript;

/// <summary>Divides files into sections at their level-1 headings, and parts into chapters at level 2.</summary>
internal static class SectionSplitter
{
    /// <summary>The sections of a book with a <c>book.yaml</c>: each entry's file is one, or several where it has several level-1 headings.</summary>
    public static List<RawSection> OfEntries(IEnumerable<(MatterEntry Entry, MarkdownFile? File)> entries)
    {
        var sections = new List<RawSection>();
        foreach (var (entry, file) in entries)
        {
            var own = new List<RawSection>();
            if (file is null)
            {
                own.Add(new(entry.Kind, entry.Matter, entry.Span) { Generated = entry });
            }
            else
            {
                Split(file, own, entry.Kind, entry.Matter, entry.Span);
            }

            foreach (var section in own)
            {
                if (section.Kind == SectionKind.Chapter && sections.Count > 0 && sections[^1] is { Kind: SectionKind.Part } part && part.Matter == section.Matter)
                {
                    part.Sections.Add(section);
                }
                else
                {
                    sections.Add(section);
                }
            }
        }

        return sections;
    }

    /// <summary>The sections of a Pandoc folder, whose files read as one text.</summary>
    public static List<RawSection> OfFiles(IEnumerable<MarkdownFile> files, bool parts)
    {
        var sections = new List<RawSection>();
        foreach (var file in files)
        {
            Split(file, sections, SectionKind.Chapter, Matter.Body, Publish.Document.SourceSpan.WholeFile(file.Path));
        }

        if (parts)
        {
            for (var i = 0; i < sections.Count; i++)
            {
                sections[i] = WithChapters(sections[i]);
            }
        }

        return sections;
    }

    private static void Split(MarkdownFile file, List<RawSection> sections, SectionKind kind, Matter matter, Publish.Document.SourceSpan span)
    {
        var current = sections.Count > 0 ? sections[^1] : null;
        foreach (var block in file.Document)
        {
            if (block is HeadingBlock { Level: 1 } heading)
            {
                current = new(kind, matter, file.Span(heading.Span)) { Heading = (file, heading) };
                sections.Add(current);
            }
            else if (IsText(block))
            {
                if (current is null)
                {
                    current = new(kind, matter, span);
                    sections.Add(current);
                }

                current.Add(file, block);
            }
        }
    }

    /// <summary>A part with the chapters its level-2 headings open; a section without any is a chapter.</summary>
    private static RawSection WithChapters(RawSection section)
    {
        if (!section.Stretches.Any(stretch => stretch.Blocks.Any(block => block is HeadingBlock { Level: 2 })))
        {
            return section;
        }

        var part = new RawSection(SectionKind.Part, section.Matter, section.Span) { Heading = section.Heading };
        foreach (var (file, blocks) in section.Stretches)
        {
            foreach (var block in blocks)
            {
                if (block is HeadingBlock { Level: 2 } heading)
                {
                    part.Sections.Add(new(SectionKind.Chapter, section.Matter, file.Span(heading.Span)) { Heading = (file, heading) });
                }
                else
                {
                    (part.Sections.Count > 0 ? part.Sections[^1] : part).Add(file, block);
                }
            }
        }

        return part;
    }

    private static bool IsText(MarkdigBlock block) =>
        block is not (Comment or NoteDefinition or LinkReferenceDefinitionGroup or BlankLineBlock);
}
