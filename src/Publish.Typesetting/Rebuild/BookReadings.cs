using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Document;
using Publish.Imaging;
using Publish.Styles;
using Publish.Typesetting.Notes;

namespace Publish.Typesetting;

/// <summary>What a section shows besides its own text: while it is the same, the section needn't be set again.</summary>
internal static class BookReadings
{
    /// <summary>What contents, lists of figures and tables, and the notes of the whole book read from other sections; empty for a section that has none of them.</summary>
    public static ImmutableArray<object> Of(Section section, Book book, StyleSheet sheet)
    {
        var contents = Walk.Blocks(section).OfType<ContentsList>().ToList();
        if (contents.Count == 0 && section.Kind != SectionKind.Notes)
        {
            return [];
        }

        var readings = ImmutableArray.CreateBuilder<object>();
        foreach (var inner in book.Sections)
        {
            Add(readings, inner, 0);
        }

        foreach (var list in contents)
        {
            foreach (var (id, caption) in ContentsList.Captions(book, list.Of))
            {
                readings.Add(id);
                readings.Add(caption);
            }
        }

        if (section.Kind == SectionKind.Notes)
        {
            foreach (var note in Walk.Sections(book).SelectMany(other => NotePlaces.AtEndOfBook(other, sheet)))
            {
                readings.Add(note);
            }
        }

        return readings.ToImmutable();
    }

    /// <summary>The pictures in a section, notes included, each with what is found of it now.</summary>
    public static ImmutableArray<(Picture Picture, ImageResource? Found)> PicturesOf(Section section, IPictures pictures) =>
        PicturesOf([section.Title, section.Subtitle], Walk.Blocks(section), pictures);

    /// <summary>The pictures in a block, notes included; null where it shows other parts of the book.</summary>
    public static ImmutableArray<(Picture Picture, ImageResource? Found)>? PicturesOf(Block block, IPictures pictures)
    {
        var all = Walk.Blocks([block]);
        return all.Any(inner => inner is ContentsList or IndexList) ? null : PicturesOf([], all, pictures);
    }

    /// <summary>Whether two readings are the same.</summary>
    public static bool Same(ImmutableArray<object> one, ImmutableArray<object> other) => one.SequenceEqual(other);

    /// <summary>The pictures in titles and blocks, notes included, each with what is found of it now.</summary>
    public static ImmutableArray<(Picture Picture, ImageResource? Found)> PicturesOf(ImmutableArray<ImmutableArray<Inline>> titles, IEnumerable<Block> blocks, IPictures pictures)
    {
        var found = ImmutableArray.CreateBuilder<(Picture, ImageResource?)>();
        void Inlines(ImmutableArray<Inline> inlines)
        {
            foreach (var inline in inlines)
            {
                switch (inline)
                {
                    case InlineImage image:
                        found.Add((image.Picture, pictures.Find(image.Picture)));
                        break;
                    case InlineContainer container:
                        Inlines(container.Content);
                        break;
                    default:
                        break;
                }
            }
        }

        foreach (var title in titles)
        {
            Inlines(title);
        }

        var notes = titles.SelectMany(title => Walk.NotesOf(title)).SelectMany(note => note.Blocks);
        foreach (var block in blocks.Concat(Walk.Blocks(notes)))
        {
            if (block is Figure figure)
            {
                found.Add((figure.Picture, pictures.Find(figure.Picture)));
            }
            else if (block is TextBlock text)
            {
                Inlines(text.Content);
            }
        }

        return found.ToImmutable();
    }

    private static void Add(ImmutableArray<object>.Builder readings, Section section, int level)
    {
        readings.Add((level, section.Ordinal, section.Kind, section.Listed, section.Id, section.NavigationTitle));
        readings.Add(ImmutableCollectionsMarshal.AsArray(section.Title) ?? []);
        foreach (var heading in section.Blocks.OfType<Heading>())
        {
            readings.Add(heading);
        }

        foreach (var inner in section.Sections)
        {
            Add(readings, inner, level + 1);
        }
    }
}
