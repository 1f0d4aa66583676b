namespace Publish.Manuscript;

/// <summary>Names as they are sorted, where the editor didn't say.</summary>
internal static class SortNames
{
    private static readonly string[] _particles = ["von", "van", "de", "der", "den", "du", "di", "da", "la", "le", "ter", "ten", "zu"];
    private static readonly string[] _suffixes = ["Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"];

    /// <summary>"Herman Melville" → "Melville, Herman"; particles in small letters stay with the family name; one word stays.</summary>
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count < 2 || name.Contains(',', StringComparison.Ordinal))
        {
            return name;
        }

        var suffix = words.Count > 2 && _suffixes.Contains(words[^1]) ? words[^1] : null;
        if (suffix is not null)
        {
            words.RemoveAt(words.Count - 1);
        }

        var family = words.Count - 1;
        while (family > 1 && _particles.Contains(words[family - 1]))
        {
            family--;
        }

        var sorted = string.Join(' ', words[family..]) + ", " + string.Join(' ', words[..family]);
        return suffix is null ? sorted : sorted + ", " + suffix;
    }
}
