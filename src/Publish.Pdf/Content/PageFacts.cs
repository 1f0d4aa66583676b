using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Content;

/// <summary>
/// What stands on a page, as the stages before writing ask for it: found in one look at its items, however many stages, editions and builds ask.
/// </summary>
internal sealed class PageFacts
{
    private static readonly ConditionalWeakTable<DisplayPage, PageFacts> Found = [];

    private readonly int[] _spaces = new int[4];

    private PageFacts(DisplayPage page)
    {
        var inks = ImmutableArray<SpotInk>.Empty;
        var pictures = ImmutableArray<PlacedPicture>.Empty;
        foreach (var item in page.Items)
        {
            var isContent = item.Structure.Artifact == ArtifactKind.None;
            if (isContent)
            {
                LowestElement = Math.Min(LowestElement, item.Structure.Element);
                HighestElement = Math.Max(HighestElement, item.Structure.Element);
            }

            InkColor color;
            switch (item)
            {
                case GlyphRun run:
                    color = run.Color;
                    if (isContent)
                    {
                        LowestText.Element = Math.Min(LowestText.Element, run.Structure.Element);
                        HighestText.Element = Math.Max(HighestText.Element, run.Structure.Element);
                        if (run.Source is { } source)
                        {
                            LowestText.Block = Math.Min(LowestText.Block, source.BlockOrdinal);
                            HighestText.Block = Math.Max(HighestText.Block, source.BlockOrdinal);
                        }
                    }

                    break;
                case Rule rule:
                    color = rule.Color;
                    break;
                case PlacedPicture picture:
                    pictures = pictures.Add(picture);
                    continue;
                default:
                    continue;
            }

            HasColor |= color.Space != ColorSpace.Gray;
            _spaces[(int)(color.Ink?.Alternate.Space ?? color.Space)]++;
            if (color.Ink is { } ink && !inks.Contains(ink))
            {
                inks = inks.Add(ink);
            }
        }

        (Inks, Pictures) = (inks, pictures);
    }

    /// <summary>The facts of a page.</summary>
    public static PageFacts Of(DisplayPage page) => Found.GetValue(page, static of => new PageFacts(of));

    /// <summary>Whether text or rules are of another colour than gray.</summary>
    public bool HasColor { get; }

    /// <summary>Its inks of their own, in order of first use.</summary>
    public ImmutableArray<SpotInk> Inks { get; }

    /// <summary>Its pictures, in the order in which they are drawn.</summary>
    public ImmutableArray<PlacedPicture> Pictures { get; }

    /// <summary>The lowest block and structure element that its text belongs to; <see cref="int.MaxValue"/> for none.</summary>
    public readonly (int Block, int Element) LowestText = (int.MaxValue, int.MaxValue);

    /// <summary>The highest; −1 for none.</summary>
    public readonly (int Block, int Element) HighestText = (-1, -1);

    /// <summary>The lowest structure element of its content; <see cref="int.MaxValue"/> for none.</summary>
    public int LowestElement { get; } = int.MaxValue;

    /// <summary>The highest; −1 for none.</summary>
    public int HighestElement { get; } = -1;

    /// <summary>How many runs and rules are of a colour space, an ink of its own being of that which stands for it.</summary>
    public int Count(ColorSpace space) => _spaces[(int)space];
}
