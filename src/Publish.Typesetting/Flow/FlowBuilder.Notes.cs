using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Notes;
using Publish.Typesetting.Pages;
using Publish.Typesetting.References;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    /// <summary>Sets a note at its first call. Notes that it calls itself follow it.</summary>
    private void AddNote(NoteCall call, int reference, in FlowPlace place)
    {
        var note = call.Note;
        if (NotePlaces.Of(note, context.Sheet) is var shown and not NotePlace.Foot)
        {
            if (shown == NotePlace.Chapter)
            {
                endnotes.Add((call, reference));
            }

            return;
        }

        var element = ElementNames.Of(note).Within(ElementNames.Root.Within(null), null, note.Id);
        var style = context.Sheet.Compute(element);
        var entry = structure.Add(new StructureElement(place.Structure, StructureRole.Note, structure.NextSequence())
        {
            Id = LinkNames.NoteOf(note),
            Language = note.Language,
            Counterpart = reference,
        });
        if (reference >= 0)
        {
            structure.Change(reference, e => e with { Counterpart = entry });
        }

        // Its place among the notes comes before those it calls.
        var index = notes.Count;
        notes.Add(null!);
        var inner = Inner(context.Page.TextWidth, true);
        inner.waitingIds = note.Id is { } id ? [LinkNames.NoteOf(note), id] : [LinkNames.NoteOf(note)];
        var label = structure.Add(new StructureElement(entry, StructureRole.Lbl, structure.NextSequence()));
        var link = structure.Add(new StructureElement(label, StructureRole.Link, structure.NextSequence()));
        inner.pendingLabel = new PendingLabel(references.TextOf(call), ElementNames.NoteNumber, link, LinkNames.CallOf(note), true);
        inner.AddBlocks(note.Blocks, new FlowPlace(element, style.MarginLeft, style.MarginRight, entry, note.Language ?? context.Book.Metadata.Language));
        if (inner.blocks.Count == 0)
        {
            // Nothing to show (the reader has said so): an empty line keeps the note's place.
            inner.blocks.Add(new FigureFlow(new VerticalBlock([new VerticalVariant([new VerticalLine(style.Leading, 0)])]), null, Length.Zero, Length.Zero, []) { Ids = inner.waitingIds });
        }

        // White that sets the series apart, wherever one follows the other.
        var flow = NoteFlow.Of(note, inner.blocks);
        var changes = index > 0 && notes[index - 1] is { } above && above.Note.Series != note.Series;
        notes[index] = changes ? flow with { Vertical = flow.Vertical with { SpaceBefore = style.Leading / 2 } } : flow;
    }

    /// <summary>Puts the notes that stand at the end of their section, or of the book, after its text.</summary>
    private void AddEndnotes(Section section, in FlowPlace place)
    {
        var heads = place.Element;
        if (section.Kind == SectionKind.Notes)
        {
            foreach (var other in Walk.Sections(context.Book))
            {
                var own = NotePlaces.AtEndOfBook(other, context.Sheet).ToList();
                if (own.Count > 0)
                {
                    AddNotesHeading(PlainInlines.Of(other.Title, other.NavigationTitle), section, place with { Element = heads });
                    foreach (var note in own)
                    {
                        AddEndnote(new NoteCall(note, false), -1, heads, place.Structure);
                    }
                }
            }
        }

        if (endnotes.Count == 0)
        {
            return;
        }

        var title = HouseProperty.Words(context.Sheet.Compute(place.Element), "-publish-notes-title", "Notes");
        if (title.Length > 0)
        {
            AddNotesHeading([new Document.Text(title)], section, place);
        }

        // A note may call others: the list grows while it is set.
        for (var i = 0; i < endnotes.Count; i++)
        {
            AddEndnote(endnotes[i].Call, endnotes[i].Reference, place.Element, place.Structure);
        }
    }

    private void AddNotesHeading(ImmutableArray<Inline> words, Section section, in FlowPlace place)
    {
        AddText(words, new ElementName("h2", ["notes-title"]).Within(place.Element), place, StructureRole.H2, section.Ordinal, SourceSpan.None, null);
        ChangeLastBlock(b => b with { RunningTitle = PlainText.Of(words), Place = null });
    }

    private void AddEndnote(NoteCall call, int reference, StyledElement around, int parent)
    {
        var note = call.Note;
        var element = ElementNames.Of(note).Within(around, null, note.Id);
        var style = context.Sheet.Compute(element);
        var entry = structure.Add(new StructureElement(parent, StructureRole.Note, structure.NextSequence())
        {
            Id = LinkNames.NoteOf(note),
            Language = note.Language,
            Counterpart = reference,
        });
        if (reference >= 0)
        {
            structure.Change(reference, e => e with { Counterpart = entry });
        }

        var label = structure.Add(new StructureElement(entry, StructureRole.Lbl, structure.NextSequence()));
        var link = structure.Add(new StructureElement(label, StructureRole.Link, structure.NextSequence()));
        waitingIds = note.Id is { } id ? waitingIds.Add(LinkNames.NoteOf(note)).Add(id) : waitingIds.Add(LinkNames.NoteOf(note));
        pendingLabel = new PendingLabel(references.TextOf(call), ElementNames.NoteNumber, link, LinkNames.CallOf(note), true);
        AddBlocks(note.Blocks, new FlowPlace(element, style.MarginLeft, style.MarginRight, entry, note.Language ?? context.Book.Metadata.Language));
        pendingLabel = null;
    }
}
