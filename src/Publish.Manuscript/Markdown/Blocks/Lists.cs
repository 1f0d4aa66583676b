using Markdig.Parsers;
using Markdig.Syntax;

namespace Publish.Manuscript;

/// <summary>Lists as Pandoc reads them: a list needs a blank line before it, unless it stands in an item of another list.</summary>
internal sealed class ListParser : ListBlockParser
{
    public ListParser() => ItemParsers.Add(new LetterItemParser());

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock || block.Parent is ListItemBlock;

    public override BlockState TryOpen(BlockProcessor processor) =>
        BlockLimits.DepthOf(processor.CurrentContainer) > 2 * BlockLimits.Depth ? BlockState.None : base.TryOpen(processor);
}

/// <summary>
/// Items numbered by letters or roman numerals. A capital with a point must be followed by two spaces, or initials at the head of a paragraph would begin a list.
/// </summary>
internal sealed class LetterItemParser : OrderedListItemParser
{
    public LetterItemParser() =>
        OpeningCharacters = [.. Enumerable.Range(0, 26).SelectMany(i => new[] { (char)('a' + i), (char)('A' + i) })];

    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        result = default;
        var start = state.Start;
        while (char.IsAsciiLetter(state.CurrentChar) && state.Start - start <= 8)
        {
            state.NextChar();
        }

        var marker = state.Line.Text.AsSpan(start, state.Start - start);
        var upper = char.IsAsciiLetterUpper(marker[0]);
        var roman = pendingBulletType is not ('a' or 'A') && Roman(marker, upper) is { } value
            && (marker.Length > 1 || marker[0] is 'i' or 'I' || pendingBulletType is 'i' or 'I')
            ? value
            : 0;
        if ((roman == 0 && marker.Length != 1) || !TryParseDelimiter(state, out var delimiter))
        {
            return false;
        }

        if (upper && delimiter == '.' && !(state.CurrentChar is '\t' or '\0' || (state.CurrentChar == ' ' && state.PeekChar(1) is ' ' or '\t')))
        {
            return false;
        }

        result.OrderedDelimiter = delimiter;
        result.BulletType = roman > 0 ? upper ? 'I' : 'i' : upper ? 'A' : 'a';
        result.DefaultOrderedStart = result.BulletType.ToString();
        result.OrderedStart = (roman > 0 ? roman : (marker[0] | 0x20) - 'a' + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>The value of a roman numeral in regular form; null where it is none.</summary>
    private static int? Roman(ReadOnlySpan<char> marker, bool upper)
    {
        var total = 0;
        var last = int.MaxValue;
        for (var i = 0; i < marker.Length; i++)
        {
            if (char.IsAsciiLetterUpper(marker[i]) != upper)
            {
                return null;
            }

            var value = Value(marker[i]);
            if (value == 0)
            {
                return null;
            }

            if (i + 1 < marker.Length && Value(marker[i + 1]) > value)
            {
                value = Value(marker[++i]) - value;
            }

            if (value > last)
            {
                return null;
            }

            last = value;
            total += value;
        }

        return total;
    }

    private static int Value(char c) => (c | 0x20) switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, 'c' => 100, 'd' => 500, 'm' => 1000, _ => 0 };
}
