using System.Collections.Concurrent;
using Publish.Document;
using Publish.Styles;

namespace Publish.Typesetting.Lines;

/// <summary>
/// The house's judgement of lines in numbers. A justified line costs little while its spaces are between four fifths and four thirds of the face's, then soon
/// more: 2000 with spaces half as wide again, 3000 with spaces narrowed by three tenths; a hyphen costs 3200. Set by measuring books against other typesetters.
/// <para>
/// Two things cost more than their looseness says. In a paragraph of two lines the one full line is seen by itself, between white and a last line at its natural
/// spaces: narrowed by more than a quarter it costs 2400 besides, so that it is rather opened or divided, if not in a name. And the rest of a word alone in a last
/// line is the poorest line there is: rather than have one, the line before it is opened to nearly twice the face's spaces.
/// </para>
/// </summary>
internal static class FitPrices
{
    private static readonly ConcurrentDictionary<(long, int, TextAlignment, long, bool), FitSettings> Made = new();
    private static readonly (int[] Costs, byte[] Classes) Justified = JustifiedTables();
    private static readonly (int[] Costs, byte[] Classes) Ragged = RaggedTables();
    private static readonly int[] Contrast = [0, 20, 80, 250, 500, 800];
    private static readonly int[] NoContrast = new int[TotalFit.Classes];

    /// <summary>The settings for a style of paragraph.</summary>
    /// <param name="size">Size of its type.</param>
    /// <param name="indent">Its first line's indent.</param>
    /// <param name="alignment">How its lines end.</param>
    /// <param name="expansion">Greatest expansion, in ten-thousandths.</param>
    /// <param name="head">A head or its like: its lines are evened out, whatever edge they keep to.</param>
    public static FitSettings For(Length size, Length indent, TextAlignment alignment, int expansion, bool head = false) =>
        Made.GetOrAdd((size.Scaled, expansion, alignment, indent.Scaled, head || alignment == TextAlignment.Center), static key => Make(key.Item1, key.Item2, key.Item3, key.Item4, key.Item5));

    /// <summary>
    /// What the search for pages pays for setting a paragraph in other lines than its best. In proportion, so that one paragraph set badly is no bargain beside several
    /// set a little worse: a line with spaces half as wide again costs as much as two lines of white above blocks.
    /// </summary>
    /// <param name="dearer">How many more demerits it has than the best.</param>
    public static int OnPage(long dearer) => 40 + (int)Math.Clamp(dearer, 0, 8000);

    private static FitSettings Make(long size, int expansion, TextAlignment alignment, long indent, bool balanced)
    {
        var runt = Math.Max(2 * size, Math.Abs(indent) * 3 / 2);
        return alignment == TextAlignment.Justify
            ? new FitSettings
            {
                Justified = true,
                Tolerance = 1000,
                ShrinkLimit = 330,
                Expansion = expansion,
                ExpandedAt = 40,
                ContractedAt = 30,
                Hyphen = 3200,
                TextHyphen = 2900,
                Name = 3600,
                Compound = 2200,
                ShortFragment = 400,
                Together = 900,
                ConsecutiveHyphens = 2500,
                Ladder = 100_000,
                FinalHyphen = 300,
                Runt = 2500,
                RuntWidth = runt,
                Fragment = 8000,
                FragmentWidth = 10 * size,
                NearlyFull = size * 3 / 4,
                NearlyFullCost = 200,
                LoneTight = 2400,
                LoneTightness = 250,
                Costs = Justified.Costs,
                Classes = Justified.Classes,
                Contrast = Contrast,
            }
            : new FitSettings
            {
                Justified = false,
                BalanceLast = balanced,
                RagUnit = 4 * size,
                Tolerance = FitSettings.MaximumLooseness,
                Expansion = 0,
                ShrinkLimit = 0,
                ConsecutiveHyphens = 2500,
                Ladder = 100_000,
                FinalHyphen = 1500,
                Runt = 2000,
                RuntWidth = balanced ? 0 : runt,
                Fragment = 3000,
                FragmentWidth = 5 * size,
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
            var unit = m >= 0 ? 515 : 280;
            var square = (long)m * m * 1000 / (unit * unit);
            var beyond = m >= 0 ? 9 * Math.Max(0, m - 370) : 24 * Math.Max(0, -m - 225);
            costs[i] = (int)Math.Min(100_000_000, (square * 3 / 10) + (square * square * 7 / 10_000) + beyond);
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
