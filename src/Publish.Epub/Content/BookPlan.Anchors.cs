using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;

namespace Publish.Epub.Content;

/// <content>Places that can be linked to.</content>
internal sealed partial class BookPlan
{
    private readonly Dictionary<string, Anchor> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public Anchor? Find(string id) => anchors.GetValueOrDefault(id);

    private void PlanAnchors(PlannedFile file)
    {
        var section = file.Section;

        // The ids of the section's element and of its title are taken.
        ids.Add(file.Name + "#" + file.Stem + "-title");
        if (section.Id is null || file.Part > 0)
        {
            ids.Add(file.Name + "#" + file.Stem);
        }

        if (file.Part == 0)
        {
            AddAnchor(section.Id, file.Name, file.Stem, new TextPosition(section.Ordinal, 0), section);
            Inlines(section.Title, file.Name, section.Ordinal, 0, section);
            Inlines(section.Subtitle, file.Name, section.Ordinal, 0, section);
        }

        Blocks(file.Blocks, file.Name, section);
    }

    private void Blocks(IEnumerable<Block> blocks, string file, Section section)
    {
        foreach (var block in blocks)
        {
            if (block.Id is { } id)
            {
                AddAnchor(id, file, SafeId(id), new TextPosition(block.Ordinal, 0), section);
            }

            if (block is TextBlock text)
            {
                Inlines(text.Content, file, block.Ordinal, 0, section);
            }

            Blocks(Walk.Children(block), file, section);
        }
    }

    private int Inlines(ImmutableArray<Inline> inlines, string file, int ordinal, int offset, Section section)
    {
        foreach (var inline in inlines)
        {
            if (IdOf(inline) is { } id)
            {
                AddAnchor(id, file, SafeId(id), new TextPosition(ordinal, offset), section);
            }

            switch (inline)
            {
                case Text t:
                    offset += t.Value.Length;
                    break;
                case Code c:
                    offset += c.Value.Length;
                    break;
                case LineBreak or InlineImage:
                    offset++;
                    break;
                case InlineContainer container:
                    offset = Inlines(container.Content, file, ordinal, offset, section);
                    break;
                case NoteCall { Repeated: false } call:
                    NoteAnchors(call.Note, new TextPosition(ordinal, offset), section);
                    break;
                default:
                    break;
            }
        }

        return offset;
    }

    // What stands in a note is on the page of its call, and in a file of notes.
    private void NoteAnchors(Note note, TextPosition position, Section section)
    {
        foreach (var block in note.Blocks)
        {
            NoteAnchors(block, notes[note].File, position, section);
        }
    }

    private void NoteAnchors(Block block, string file, TextPosition position, Section section)
    {
        AddAnchor(block.Id, file, block.Id is { } id ? SafeId(id) : "", position, section);
        if (block is TextBlock text)
        {
            foreach (var inline in Walk.Inlines(text.Content))
            {
                if (IdOf(inline) is { } own)
                {
                    AddAnchor(own, file, SafeId(own), position, section);
                }

                if (inline is NoteCall { Repeated: false } call)
                {
                    NoteAnchors(call.Note, position, section);
                }
            }
        }

        foreach (var child in Walk.Children(block))
        {
            NoteAnchors(child, file, position, section);
        }
    }

    private void AddAnchor(string? id, string file, string safe, TextPosition position, Section section)
    {
        if (id is null)
        {
            return;
        }

        for (var i = 2; !ids.Add(file + "#" + safe) && !anchors.ContainsKey(id); i++)
        {
            safe = SafeId(id) + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        anchors.TryAdd(id, new Anchor(file, safe, position, section));
    }
}
