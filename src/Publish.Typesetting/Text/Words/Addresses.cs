using System.Buffers;

namespace Publish.Typesetting.Text.Words;

/// <summary>
/// Addresses (URLs, e-mail addresses, file paths) break without a hyphen: after slashes and colons, before other marks, where that leaves a few characters on either side;
/// before a hyphen, which a reader could take for one that the line end added, only where there is no better place (Chicago Manual of Style, 17th edition, 7.46).
/// </summary>
internal static class Addresses
{
    private const int FewestBefore = 4;
    private const int FewestAfter = 3;

    // An address has one of them.
    private static readonly SearchValues<char> Signs = SearchValues.Create(".:/@");

    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Whether a word is an address.</summary>
    public static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (word.Length < 6 || !word.ContainsAny(Signs))
            return false;
        var start = 0;
        while (start < word.Length && !Letters.IsWord(word[start]))
            start++;
        var rest = word[start..];
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return true;
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        if (scheme is > 1 and < 10)
            return true;
        var at = rest.IndexOf('@');
        if (at > 0 && rest[at..].Contains('.'))
            return true;
        return IsHostAndPath(rest);
    }

    /// <summary>Finds the places, in order.</summary>
    public static void Find(ReadOnlySpan<char> word, List<WordBreak> result)
    {
        for (var at = FewestBefore; at <= word.Length - FewestAfter; at++)
        {
            var before = word[at - 1];
            var after = word[at];
            var allowed = before is '/' ? after != '/' : before is ':' ? after != '/' && !char.IsDigit(after) : after is '.' or '-' or '_' or '?' or '#' or '%' or '=' or '&' or '~' or ',' or '@';
            if (allowed)
                result.Add(new(at, WordBreakKind.Address, after is '-' ? WordBreakAvoid.Together : WordBreakAvoid.None));
        }
    }

    private static bool IsHostAndPath(ReadOnlySpan<char> word)
    {
        var slash = word.IndexOf('/');
        if (slash < 4)
            return false;
        var dot = word[..slash].LastIndexOf('.');
        return dot > 0 && slash - dot > 2 && !word[..slash].ContainsAnyExcept(HostCharacters);
    }
}
