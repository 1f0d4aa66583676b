using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Language tags (BCP 47), checked for form.</summary>
internal static class LanguageTag
{
    /// <summary>Whether it is well-formed: a language of 2 to 8 letters and subtags of 1 to 8 letters or digits.</summary>
    public static bool IsValid(string tag)
    {
        var parts = tag.Split('-');
        return (parts[0].Length is >= 2 and <= 8 || (parts[0] is "x" or "i" && parts.Length > 1))
            && parts[0].All(char.IsAsciiLetter)
            && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    /// <summary>Says so where a tag is none.</summary>
    public static bool Check(Reading reading, string tag, SourceSpan span)
    {
        if (IsValid(tag))
        {
            return true;
        }

        reading.Report(ManuscriptDiagnostics.BadLanguage, span, $"'{tag}' is not a language tag", "write a tag of BCP 47: en, en-US, fr, de");
        return false;
    }

    /// <summary>The language without region and script, in small letters.</summary>
    public static string Primary(string tag)
    {
        var hyphen = tag.IndexOf('-', StringComparison.Ordinal);
        return (hyphen < 0 ? tag : tag[..hyphen]).ToLowerInvariant();
    }
}
