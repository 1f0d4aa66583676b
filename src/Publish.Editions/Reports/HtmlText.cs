using System.Text;

namespace Publish.Editions;

/// <summary>Words as they stand in HTML.</summary>
internal static class HtmlText
{
    /// <summary>Between tags.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Inside the quotes of an attribute.</summary>
    public static string Attribute(string text) => Of(text);
}
