namespace Publish.Manuscript;

/// <summary>Latin letters without their accents, for file names, automatic identifiers and sorting.</summary>
internal static class Latin
{
    // U+00C0 to U+017F in order: the letter each is sorted with, '\u0000' for the two signs among them. Unicode's canonical decompositions, and for letters without
    // one (Ø, Ł, Đ …) the letter they are filed under in English indexes.
    private const string Bases =
        "AAAAAAACEEEEIIIIDNOOOOO\0OUUUUYTsaaaaaaaceeeeiiiidnooooo\0ouuuuyty"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>The letter without accent; anything else as it is.</summary>
    public static char Base(char c)
    {
        if (c is < '\u00C0' or > '\u017F')
        {
            return c;
        }

        var letter = Bases[c - '\u00C0'];
        return letter == '\0' ? c : letter;
    }
}
