namespace Publish.Pdf.Conformance;

/// <summary>Whether a language tag has the form of BCP 47 (RFC 5646, 2.1), as far as PDF/A and PDF/UA ask.</summary>
internal static class LanguageTag
{
    /// <summary>Letters first (two to eight), then parts of one to eight letters and figures.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> tag)
    {
        var first = true;
        foreach (var range in tag.Split('-'))
        {
            var part = tag[range];
            if (part.Length is < 1 or > 8 || (first && part.Length < 2 && part is not ("x" or "i")))
            {
                return false;
            }

            foreach (var c in part)
            {
                if (!(char.IsAsciiLetter(c) || (!first && char.IsAsciiDigit(c))))
                {
                    return false;
                }
            }

            first = false;
        }

        return !first;
    }
}
