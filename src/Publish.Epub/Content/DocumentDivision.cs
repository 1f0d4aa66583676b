using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>
/// Divides what would be too long a document for old devices (Adobe's engine and readers built on it refuse 300 KB) into parts of about the same length,
/// between blocks of the section and before a heading where there is one near.
/// </summary>
internal static class DocumentDivision
{
    // By the list of blocks: sections that stayed as they were have the weights they had in the build before.
    private static readonly ConditionalWeakTable<Block[], long[]> Weights = [];

    /// <summary>The parts of a section, one or more.</summary>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="largest">Bytes a document may have; 0 for any number.</param>
    public static List<ImmutableArray<Block>> Of(ImmutableArray<Block> blocks, int largest)
    {
        var weights = largest > 0 && ImmutableCollectionsMarshal.AsArray(blocks) is { } array ? Weights.GetValue(array, static of => [.. of.Select(Weight)]) : [];
        var whole = weights.Sum();
        if (largest <= 0 || whole <= largest)
        {
            return [blocks];
        }

        var target = whole / ((whole / largest) + 1);
        var parts = new List<ImmutableArray<Block>>();
        var start = 0;
        long weight = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var full = weight + (weights[i] / 2) >= target || weight + weights[i] > largest;
            var atHeading = blocks[i] is Heading && weight >= target * 3 / 4;
            if (i > start && (full || atHeading) && CanBegin(blocks, i))
            {
                parts.Add(blocks[start..i]);
                start = i;
                weight = 0;
            }

            weight += weights[i];
        }

        parts.Add(blocks[start..]);
        return parts;
    }

    /// <summary>About how many bytes a block is as XHTML: rather too many than too few.</summary>
    public static long Weight(Block block)
    {
        var weight = 60L;
        if (block is TextBlock text)
        {
            weight += OfInlines(text.Content);
        }
        else if (block is CodeBlock code)
        {
            weight += Encoding.UTF8.GetByteCount(code.Value);
        }

        return weight + Walk.Children(block).Sum(Weight);
    }

    // Nothing is parted from the heading above it, and no paragraph from the display it goes on after.
    private static bool CanBegin(ImmutableArray<Block> blocks, int i) => blocks[i - 1] is not Heading && blocks[i] is not (Paragraph { Continued: true } or ThematicBreak);

    private static long OfInlines(ImmutableArray<Inline> inlines)
    {
        var weight = 0L;
        foreach (var inline in inlines)
        {
            weight += inline switch
            {
                Text text => Encoding.UTF8.GetByteCount(text.Value) + (24L * text.Value.AsSpan().Count('—')),
                Code code => 20L + code.Value.Length,
                NoteCall => 130L,
                Link link => 60L + link.Target.Length + OfInlines(link.Content),
                InlineContainer container => 60L + OfInlines(container.Content),
                _ => 60L,
            };
        }

        return weight;
    }
}
