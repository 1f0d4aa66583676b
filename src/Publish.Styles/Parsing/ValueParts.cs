namespace Publish.Styles.Parsing;

/// <summary>Takes a value apart where nothing is open: outside brackets and quotes.</summary>
internal static class ValueParts
{
    /// <summary>What stands between the commas, trimmed; at least one part.</summary>
    public static List<string> BetweenCommas(string value) => Split(value, c => c == ',');

    /// <summary>What stands between spaces.</summary>
    public static List<string> Words(string value) => [.. Split(value, char.IsWhiteSpace).Where(word => word.Length > 0)];

    private static List<string> Split(string value, Func<char, bool> parts)
    {
        var result = new List<string>();
        var from = 0;
        for (var at = 0; at < value.Length; at = After(value, at))
        {
            if (parts(value[at]))
            {
                result.Add(value[from..at].Trim());
                from = at + 1;
            }
        }

        result.Add(value[from..].Trim());
        return result;
    }

    /// <summary>The place after a character, or after all that it opens: a bracket with what it holds, a quotation. What never closes ends with the value.</summary>
    public static int After(string value, int at)
    {
        var depth = 0;
        do
        {
            var c = value[at++];
            if (c is '"' or '\'')
            {
                var end = value.IndexOf(c, at);
                at = end < 0 ? value.Length : end + 1;
            }

            depth += c switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
        }
        while (depth > 0 && at < value.Length);
        return at;
    }
}
