using System.Collections.Concurrent;
using Publish.Document;
using Publish.Styles;

namespace Publish.Typesetting.Lines;

/// <summary>
/// The house's judgement of lines in numbers. The unit: a justified line whose spaces are half as wide again as the face's costs 1000, so does one whose
/// spaces are narrowed by a third. Set by measuring books against other typesetters.
/// </summary>
internal static class FitPrices
{
    private static readonly ConcurrentDictionary<(long, int, TextAlignment, long), FitSettings> Made = new();
    private static readonly (int[] Costs, byte[] Classes) Justified = JustifiedTables();
    private static readonly (int[] Costs, byte[] Classes) Ragged = RaggedTables();
    private static readonly int[] Contrast = [0, 30, 150, 400, 800, 1400];
    private static readonly int[] NoContrast = new int[TotalFit.Classes];

    /// <summary>The settings for a style of paragraph.</summary>
    /// <param name="size">Size of its type.</param>
    /// <param name="indent">Its first line's indent.</param>
    /// <param name="alignment">How its lines end.</param>
    /// <param name="expansion">Greatest expansion, in ten-thousandths.</param>
    public static FitSettings For(Length size, Length indent, TextAlignment alignment, int expansion) =>
        Made.GetOrAdd((size.Scaled, expansion, alignment, indent.Scaled), static key => Make(key.Item1, key.Item2, key.Item3, key.Item4));

    private static FitSettings Make(long size, int expansion, TextAlignment alignment, long indent)
    {
        var runt = Math.Max(2 * size, Math.Abs(indent) * 3 / 2);
        return alignment == TextAlignment.Justify
            ? new FitSettings
            {
                Justified = true,
                Tolerance = 1000,
                ShrinkLimit = 270,
                Expansion = expansion,
                ExpandedAt = 100,
                ContractedAt = 50,
                Hyphen = 1900,
                ConsecutiveHyphens = 2500,
                Ladder = 100_000,
                FinalHyphen = 1500,
                Runt = 2500,
                RuntWidth = runt,
                NearlyFull = size * 3 / 4,
                NearlyFullCost = 200,
                Costs = Justified.Costs,
                Classes = Justified.Classes,
                Contrast = Contrast,
            }
            : new FitSettings
            {
                Justified = false,
                BalanceLast = alignment == TextAlignment.Center,
                RagUnit = 4 * size,
                Tolerance = FitSettings.MaximumLooseness,
                Expansion = 0,
                ShrinkLimit = 0,
                ConsecutiveHyphens = 2500,
                Ladder = 100_000,
                FinalHyphen = 1500,
                Runt = 2000,
                RuntWidth = alignment == TextAlignment.Center ? 0 : runt,
                Costs = Ragged.Costs,
                Classes = Ragged.Classes,
                Contrast = NoContrast,
            };
    }

    private static (int[] Costs, byte[] Classes) JustifiedTables()
    {
        var costs = new int[FitSettings.Zero + FitSettings.MaximumLooseness + 1];
        var classes = new byte[costs.Length];
        for (var i = 0; i < costs.Length; i++)
        {
            var m = i - FitSettings.Zero;
            var unit = m >= 0 ? 500 : 330;
            var square = (long)m * m * 1000 / (unit * unit);
            costs[i] = (int)Math.Min(100_000_000, (square * 3 / 10) + (square * square * 7 / 10_000));
            classes[i] = m switch { < -140 => 0, < -40 => 1, < 90 => 2, < 240 => 3, < 450 => 4, _ => 5 };
        }

        return (costs, classes);
    }

    private static (int[] Costs, byte[] Classes) RaggedTables()
    {
        var costs = new int[FitSettings.Zero + FitSettings.MaximumLooseness + 1];
        for (var i = 0; i < costs.Length; i++)
        {
            var m = i - FitSettings.Zero;
            costs[i] = (int)Math.Min(100_000_000, (long)m * m / 1000);
        }

        return (costs, new byte[costs.Length]);
    }
}
