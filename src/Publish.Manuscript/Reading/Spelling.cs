namespace Publish.Manuscript;

/// <summary>What somebody probably meant to write.</summary>
internal static class Spelling
{
    /// <summary>The candidate within a third of the word's length in edits (at least two for a word of four letters or more), the nearest first; null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var limit = Math.Max(word.Length > 3 ? 2 : 1, Math.Min(word.Length, 40) / 3);
        foreach (var candidate in candidates)
        {
            var distance = Distance(word, candidate, limit);
            if (distance <= limit && distance > 0)
            {
                best = candidate;
                limit = distance - 1;
            }
        }

        return best;
    }

    /// <summary>Levenshtein's distance, letter case counted as nothing; anything above <paramref name="limit"/> is only said to be above.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 200 || b.Length > 200)
        {
            return limit + 1;
        }

        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
        {
            return string.Equals(a, b, StringComparison.Ordinal) ? 0 : 1;
        }

        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
