namespace Publish.Epub.Package;

/// <summary>A title as libraries sort it: the article behind.</summary>
internal static class SortTitle
{
    /// <summary>The title to be sorted by; the title itself where it has no article or the language's articles aren't known.</summary>
    public static string Of(string title, string language)
    {
        ReadOnlySpan<string> articles = language.Split('-')[0] switch
        {
            "en" => ["The ", "A ", "An "],
            "de" => ["Der ", "Die ", "Das ", "Ein ", "Eine "],
            "fr" => ["Le ", "La ", "Les ", "L’", "Un ", "Une "],
            "es" => ["El ", "La ", "Los ", "Las ", "Un ", "Una "],
            "it" => ["Il ", "Lo ", "La ", "I ", "Gli ", "Le ", "L’", "Un ", "Una "],
            "nl" => ["De ", "Het ", "Een "],
            _ => [],
        };
        foreach (var article in articles)
        {
            if (title.StartsWith(article, StringComparison.Ordinal) && title.Length > article.Length)
            {
                return title[article.Length..] + ", " + article.TrimEnd();
            }
        }

        return title;
    }
}
