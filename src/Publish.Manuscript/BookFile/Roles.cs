namespace Publish.Manuscript;

/// <summary>Roles of contributors: MARC relator codes (https://id.loc.gov/vocabulary/relators).</summary>
internal static class Roles
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["author"] = "aut",
        ["editor"] = "edt",
        ["translator"] = "trl",
        ["illustrator"] = "ill",
        ["transcriber"] = "trc",
        ["annotator"] = "ann",
        ["compiler"] = "com",
        ["photographer"] = "pht",
        ["proofreader"] = "pfr",
        ["publisher"] = "pbl",
    };

    /// <summary>Whether it has the form of a relator code.</summary>
    public static bool IsCode(string role) => role.Length == 3 && role.All(char.IsAsciiLetterLower);

    /// <summary>The code for an English word; null for an unknown one.</summary>
    public static string? FromWord(string word) => _words.GetValueOrDefault(word);

    /// <summary>Roles that Pandoc's metadata name by keys of their own, in the order of a title page.</summary>
    public static IReadOnlyList<(string Key, string Role)> Keys { get; } =
        [("author", "aut"), ("translator", "trl"), ("editor", "edt"), ("illustrator", "ill"), ("annotator", "ann"), ("transcriber", "trc")];
}
