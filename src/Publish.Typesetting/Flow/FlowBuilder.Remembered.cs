using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Document;
using Publish.Imaging;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Flow;

internal sealed partial class FlowBuilder
{
    private BlockMemory? known;

    /// <summary>Adds a block as it was set before, where it stands as it stood and nothing it asks has another answer; else sets it.</summary>
    private void Remembered(Block block, StyledElement element, FlowPlace place)
    {
        if (known is null)
        {
            AddOne(block, element, place);
            return;
        }

        Remembered(block, Start(element, place), () => AddOne(block, element, place), () => BookReadings.PicturesOf(block, context.Pictures));
    }

    /// <summary>Adds a section's title or subtitle as it was set before, or sets it.</summary>
    private void Remembered(ImmutableArray<Inline> title, StyledElement element, FlowPlace place, StructureRole role, Section section)
    {
        void Set() => AddText(title, element, place, role, section.Ordinal, section.Span, null);
        if (known is null)
        {
            Set();
            return;
        }

        Remembered(
            ImmutableCollectionsMarshal.AsArray(title)!,
            Start(element, place) with { Ordinal = section.Ordinal, Span = section.Span },
            Set,
            () => BookReadings.PicturesOf([title], [], context.Pictures));
    }

    private void Remembered(object key, BlockStart start, Action set, Func<ImmutableArray<(Picture Picture, ImageResource? Found)>?> picturesOf)
    {
        // What stands in it is remembered with it.
        var memory = known!;
        known = null;
        if (columns == 1 && memory.Find(key, start, context.Pictures, references) is { } made)
        {
            Repeat(made);
            known = memory;
            return;
        }

        var (above, faults, run) = (blocks.Count > 0 ? blocks[^1] : null, context.Setter.FaultsOf(references), runs.Count);
        structure.Since(0);
        var asked = references.BeginPart();
        set();
        references.EndPart();
        known = memory;

        // Kept where nothing before it was changed, nothing is left open and nothing was to be said.
        if (structure.Since(start.Elements) is { } elements
            && waitingIds.IsEmpty
            && columns == 1
            && run == runs.Count
            && faults == context.Setter.FaultsOf(references)
            && (start.Blocks == 0 || ReferenceEquals(blocks[start.Blocks - 1], above))
            && picturesOf() is { } pictures)
        {
            memory.Keep(key, new KeptBlock(start, asked, pictures)
            {
                Blocks = [.. CollectionsMarshal.AsSpan(blocks)[start.Blocks..]],
                Notes = [.. CollectionsMarshal.AsSpan(notes)[start.Notes..]],
                Endnotes = [.. CollectionsMarshal.AsSpan(endnotes)[start.Endnotes..]],
                Elements = elements,
                Sequence = structure.Reached.Sequence,
                Before = before,
                IsOpening = opening,
                Directions = directions,
                HeadingLevel = headingLevel,
            });
        }
    }

    private void Repeat(KeptBlock made)
    {
        blocks.AddRange(made.Blocks);
        notes.AddRange(made.Notes);
        endnotes.AddRange(made.Endnotes);
        structure.Repeat(made.Elements, made.Sequence);
        (waitingIds, before, opening, directions, headingLevel) = ([], made.Before, made.IsOpening, made.Directions, made.HeadingLevel);
    }

    private BlockStart Start(StyledElement element, in FlowPlace place)
    {
        var (elements, sequence) = structure.Reached;
        return new BlockStart(context.Sheet.Likeness(element), context.Page, context.Book.Metadata.Language)
        {
            Left = place.Left,
            Right = place.Right,
            Structure = place.Structure,
            Language = place.Language,
            Measure = measure,
            Before = before,
            Ids = string.Join('\n', waitingIds),
            IsOpening = opening,
            IsDrama = drama,
            Directions = directions,
            HeadingLevel = headingLevel,
            Elements = elements,
            Sequence = sequence,
            Blocks = blocks.Count,
            Notes = notes.Count,
            Endnotes = endnotes.Count,
            Series = notes.Count > 0 ? notes[^1].Note.Series : null,
            Follows = blocks.Count > 0 && blocks[^1].Vertical.BreakAfter == BreakRule.Keep,
        };
    }
}
