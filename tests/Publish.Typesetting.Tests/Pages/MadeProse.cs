using System.Globalization;
using System.Text;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>Prose without words, of any length, for measuring the search.</summary>
internal static class MadeProse
{
    /// <summary>Prose with two notes a page, most paragraphs in two or three ways.</summary>
    public static Geometry Of(int pages)
    {
        var dice = new Dice(7);
        var text = new StringBuilder("page 36\n");
        var lines = 0;
        var notes = 0;
        for (var b = 0; lines < pages * 30; b++)
        {
            var count = 1 + dice.Roll(13);
            text.Append(CultureInfo.InvariantCulture, $"text b{b} {count}");
            text.Append(dice.Roll(3) > 0 ? string.Create(CultureInfo.InvariantCulture, $" or {count + 1}:{60 + dice.Roll(400)}") : "");
            text.Append(count > 5 && dice.Roll(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $" or {count - 1}:{80 + dice.Roll(600)}") : "");
            for (var line = 1; line <= count && notes < (lines + line) / 15; line++)
            {
                text.Append(CultureInfo.InvariantCulture, $" note {line}:{1 + dice.Roll(4)}");
                notes++;
            }

            lines += count;
            text.Append('\n');
        }

        return Geometry.Parse(text.ToString());
    }
}
