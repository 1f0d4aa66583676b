using System.Collections.Immutable;
using Publish.Document;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Notes;

/// <summary>A note set in lines, ready to be split between pages.</summary>
/// <param name="Note">The note.</param>
/// <param name="Vertical">What the page stage knows.</param>
/// <param name="Blocks">Its blocks, each with the number of its first line among the note's and the white above it.</param>
internal sealed record NoteFlow(Note Note, VerticalNote Vertical, ImmutableArray<(FlowBlock Block, int First, Length Gap)> Blocks)
{
    /// <summary>A note of blocks.</summary>
    public static NoteFlow Of(Note note, IReadOnlyList<FlowBlock> blocks)
    {
        var lines = ImmutableArray.CreateBuilder<VerticalLine>();
        var parts = ImmutableArray.CreateBuilder<(FlowBlock, int, Length)>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var gap = i == 0 ? Length.Zero : Length.Max(block.Vertical.SpaceBefore, blocks[i - 1].Vertical.SpaceAfter);
            parts.Add((block, lines.Count, gap));
            var own = block.Vertical.Variants[Stack.BestOf(block)].Lines;
            for (var l = 0; l < own.Length; l++)
            {
                lines.Add(own[l] with { Height = own[l].Height + (l == 0 ? gap : Length.Zero), BreakAfter = l == own.Length - 1 ? BreakRule.Free : own[l].BreakAfter });
            }
        }

        return new NoteFlow(note, new VerticalNote(lines.ToImmutable()) { Name = note.Label }, parts.ToImmutable());
    }

    /// <summary>Draws lines of it.</summary>
    public void Draw(PageCanvas canvas, Length left, Length top, int from, int to)
    {
        var y = top;
        foreach (var (block, first, gap) in Blocks)
        {
            var variant = Stack.BestOf(block);
            var lines = block.Vertical.Variants[variant].Lines;
            var start = Math.Max(from - first, 0);
            var end = Math.Min(to - first, lines.Length);
            if (start >= end)
            {
                continue;
            }

            y += start == 0 ? gap : Length.Zero;
            block.Draw(canvas, left, y, variant, start, end, Length.Zero);
            for (var l = start; l < end; l++)
            {
                y += lines[l].Height;
            }
        }
    }
}
