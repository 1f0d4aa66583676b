using System.Text;

namespace Publish.Manuscript;

/// <summary>
/// The order of an index: letter by letter, spaces, hyphens, accents, case and quotation marks counted as nothing; what stands before a comma or a
/// parenthesis sorts before the same letters with more after them (Chicago Manual of Style, letter-by-letter).
/// </summary>
internal static class IndexOrder
{
    /// <summary>What a term is sorted by, compared ordinally.</summary>
    public static string KeyOf(string term)
    {
        var key = new StringBuilder(term.Length);
        foreach (var c in IndexTerm.Plain(term))
        {
            var letter = Latin.Base(c);
            if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is ',' or '(')
            {
                // Sorts before any letter, so that "Trotsky, Leon" comes before "Trotskyism".
                key.Append(' ');
            }
        }

        return key.ToString();
    }
}
