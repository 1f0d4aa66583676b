using Publish.Document;
using Publish.Typesetting.Flow;

namespace Publish.Typesetting.References;

/// <summary>The titles that references to the places of one section print, by their names: found by looking at nothing else.</summary>
/// <param name="Section">The section's own.</param>
/// <param name="Blocks">Those of its headings, figures and tables, in order.</param>
internal sealed record NamedTitles((string Name, string Title) Section, List<(string Name, string Title)> Blocks)
{
    /// <summary>Those of a section, without the sections inside it.</summary>
    public static NamedTitles Of(Section section)
    {
        var blocks = new List<(string, string)>();
        foreach (var block in Walk.NotesOf(section.Title).SelectMany(note => Walk.Blocks(note.Blocks)).Concat(Walk.Blocks(section)))
        {
            switch (block)
            {
                case Heading { Id: { } id } heading:
                    blocks.Add((id, PlainInlines.TextOf(heading.Content)));
                    break;
                case Figure { Id: { } figure, Caption: { } under }:
                    blocks.Add((figure, PlainInlines.TextOf(under.Content)));
                    break;
                case Table { Id: { } name, Caption: { } above }:
                    blocks.Add((name, PlainInlines.TextOf(above.Content)));
                    break;
                default:
                    break;
            }
        }

        return new NamedTitles((LinkNames.SectionOf(section), PlainInlines.TextOf(section.Title) is { Length: > 0 } title ? title : section.NavigationTitle), blocks);
    }
}
