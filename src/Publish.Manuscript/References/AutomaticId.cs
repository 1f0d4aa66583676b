using System.Globalization;
using System.Text;

namespace Publish.Manuscript;

/// <summary>
/// The identifier Pandoc gives a heading that has none (extension <c>auto_identifiers</c>): its words in small letters, joined by hyphens, from the first letter on.
/// </summary>
internal static class AutomaticId
{
    public static string Of(string heading)
    {
        var id = new StringBuilder(heading.Length);
        foreach (var rune in heading.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.' or '-' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                if (id.Length > 0 || Rune.IsLetter(rune))
                {
                    id.Append(Rune.ToLowerInvariant(rune));
                }
            }
            else if (Rune.IsWhiteSpace(rune) && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var result = id.ToString().TrimEnd('-');
        return result.Length == 0 ? "section" : result;
    }
}
