using System.Collections.Immutable;
using Publish.Document;
using Publish.Testing;

namespace Publish.Editions.Tests.Accessibility;

/// <summary>How many of a kind the model and the file have.</summary>
/// <param name="What">The kind.</param>
/// <param name="Model">In the model.</param>
/// <param name="File">In the file.</param>
public readonly record struct PartCount(string What, int Model, int File);

/// <summary>A screen edition beside its model, in figures.</summary>
public static class StructureReport
{
    /// <summary>Counts what the reader is led by.</summary>
    public static IReadOnlyList<PartCount> Counts(TaggedFile file, Book book)
    {
        var blocks = Walk.Blocks(book).ToList();
        var sections = Walk.Sections(book).ToList();
        var inlines = sections.SelectMany(section => Walk.Inlines(section.Title)).Concat(blocks.OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content)));
        var elements = file.Elements.ToList();
        int Count(string type) => elements.Count(element => element.Type == type);
        return
        [
            new("headings", sections.Count(section => !section.Title.IsEmpty) + blocks.OfType<Heading>().Count(), elements.Count(element => element.IsHeading)),
            new("notes", Walk.Notes(book).Count(), Count("Note")),
            new("lists", blocks.Count(block => block is ItemList or DefinitionList), Count("L")),
            new("tables", blocks.OfType<Table>().Count(), Count("Table")),
            new("figures", blocks.OfType<Figure>().Count(figure => !figure.Picture.Decorative || figure.Caption is not null) + inlines.OfType<InlineImage>().Count(image => !image.Picture.Decorative), Count("Figure")),
            new("quotations", blocks.Count(block => block is BlockQuotation or Epigraph), Count("BlockQuote")),
        ];
    }

    /// <summary>The entries of a book's contents, as words.</summary>
    public static IReadOnlyList<string> EntriesOf(Book book)
    {
        var entries = new List<string>();
        if (Walk.Blocks(book).OfType<ContentsList>().FirstOrDefault() is { } contents)
        {
            Add(book.Sections, 1);
        }

        return entries;

        void Add(ImmutableArray<Section> sections, int level)
        {
            foreach (var section in sections)
            {
                if (section.Listed)
                {
                    entries.Add(section.Title.IsEmpty ? section.NavigationTitle : PlainText.Of(section.Title));
                    entries.AddRange(section.Blocks.OfType<Heading>().Where(heading => heading.Id is not null && heading.Level + level - 1 <= contents!.Depth).Select(heading => PlainText.Of(heading.Content)));
                }

                Add(section.Sections, section.Listed ? level + 1 : level);
            }
        }
    }

    /// <summary>
    /// The words as poppler reads the structure, without white space and hyphens: it shows a word that a line's end divides in its pieces, the hyphen one of them, and doesn't put
    /// the number of a note's call next to its word. It reads a page anew for each element on it: a long book takes many minutes.
    /// </summary>
    public static string PopplersText(string path) => Squeezed(string.Concat(
        ExternalTool.Require("pdfinfo").Run(TimeSpan.FromHours(1), "-struct-text", path).Output.Split('\n').Select(line => line.Trim()).Where(line => line is ['"', _, .., '"']).Select(line => line[1..^1])));

    /// <summary>Without white space and hyphens.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u00AD' or '\u2060')));
}
