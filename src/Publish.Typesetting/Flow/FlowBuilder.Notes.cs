using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Notes;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    /// <summary>Sets a note at its first call. Notes that it calls itself follow it.</summary>
    private void AddNote(NoteCall call, int reference, in FlowPlace place)
    {
        var note = call.Note;
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

        notes[index] = NoteFlow.Of(note, inner.blocks);
    }
}
