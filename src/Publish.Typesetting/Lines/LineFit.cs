using System.Runtime.CompilerServices;

namespace Publish.Typesetting.Lines;

/// <summary>How words fill a measure: the arithmetic of one line, the same for the search and for what comes of it.</summary>
internal static class LineFit
{
    /// <summary>Looseness that stands for "doesn't fit".</summary>
    public const int TooTight = int.MinValue;

    /// <summary>
    /// The looseness of a justified line (thousandths of the natural space). Up to a bend, glyphs and spaces give in proportion; beyond it glyphs are at
    /// their limit and spaces take the rest. <see cref="TooTight"/> where the line doesn't fit at all.
    /// </summary>
    /// <param name="settings">Limits.</param>
    /// <param name="natural">Natural width.</param>
    /// <param name="space">Of it, spaces between words.</param>
    /// <param name="measure">Width to fill.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Looseness(FitSettings settings, long natural, long space, long measure)
    {
        unchecked
        {
            var difference = measure - natural;
            var give = ((natural - space) * settings.Expansion / 10_000);
            if (difference >= 0)
            {
                // difference = space·m + give·min(1, m/bend), m in thousandths
                var bend = settings.ExpandedAt;
                var atBend = (space * bend / 1000) + give;
                if (difference <= atBend)
                    return atBend == 0 ? 0 : (int)(difference * bend / atBend);
                return space <= 0 ? FitSettings.MaximumLooseness : (int)Math.Min(FitSettings.MaximumLooseness, (difference - give) * 1000 / space);
            }
            else
            {
                var bend = settings.ContractedAt;
                var atBend = (space * bend / 1000) + give;
                var lack = -difference;
                if (lack <= atBend)
                    return (int)(-lack * bend / atBend);
                if (lack - give > space * settings.ShrinkLimit / 1000)
                    return TooTight;
                return (int)(-(lack - give) * 1000 / space);
            }
        }
    }

    /// <summary>Whether the looseness of a justified line is greater than the tolerance.</summary>
    /// <param name="settings">Limits.</param>
    /// <param name="natural">Natural width.</param>
    /// <param name="space">Of it, spaces between words.</param>
    /// <param name="measure">Width to fill.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLooser(FitSettings settings, long natural, long space, long measure)
    {
        unchecked
        {
            // Lines looser than at the bend are in question, and a whole quotient is above a limit where the number divided is no less than one more times the divisor.
            var difference = measure - natural;
            if (difference <= 0)
                return false;
            if (settings.Tolerance < settings.ExpandedAt || settings.Tolerance >= FitSettings.MaximumLooseness)
                return Looseness(settings, natural, space, measure) > settings.Tolerance;
            var give = (natural - space) * settings.Expansion / 10_000;
            return difference > (space * settings.ExpandedAt / 1000) + give && (space <= 0 || (difference - give) * 1000 >= (settings.Tolerance + 1L) * space);
        }
    }

    /// <summary>The looseness of a line that isn't justified: what it lacks, in thousandths of the unit of raggedness.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Raggedness(FitSettings settings, long natural, long measure)
    {
        var difference = measure - natural;
        return difference < 0 ? TooTight : (int)Math.Min(FitSettings.MaximumLooseness, difference * 1000 / settings.RagUnit);
    }

    /// <summary>The expansion of glyphs that goes with a looseness, in ten-thousandths, signed.</summary>
    public static int ExpansionAt(FitSettings settings, int looseness)
    {
        if (looseness >= 0)
            return looseness >= settings.ExpandedAt ? settings.Expansion : settings.Expansion * looseness / Math.Max(1, settings.ExpandedAt);
        return -looseness >= settings.ContractedAt ? -settings.Expansion : settings.Expansion * looseness / Math.Max(1, settings.ContractedAt);
    }
}
