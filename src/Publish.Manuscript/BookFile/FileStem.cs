using System.Text;

namespace Publish.Manuscript;

/// <summary>Names of output files: <c>[a-z0-9-]+</c>.</summary>
internal static class FileStem
{
    private const int Longest = 60;

    public static bool IsValid(string stem) =>
        stem.Length > 0 && stem[0] != '-' && stem.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>A stem from a title: letters without their accents, words joined by hyphens; from the folder's name where that leaves nothing.</summary>
    public static string From(string title, string folderName) =>
        Slug(title) is { Length: > 0 } slug ? slug : Slug(folderName) is { Length: > 0 } folder ? folder : "book";

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title)
        {
            var letter = Latin.Base(c);
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is '\'' or '\u2019')
            {
                continue;
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        while (slug.Length > Longest)
        {
            var hyphen = slug.ToString().LastIndexOf('-');
            slug.Length = hyphen > 0 ? hyphen : Longest;
        }

        return slug.ToString().Trim('-');
    }
}
