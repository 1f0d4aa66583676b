using System.Globalization;
using System.Text;

namespace Publish.Epub.Content;

/// <summary>
/// Puts every sentence of a document into a span with an id "kobo.P.S" (block P, sentence S), as Kobo's own converter does: its readers keep the place, the
/// highlights and the reading statistics by them. The text itself doesn't change.
/// </summary>
internal static class KoboSpans
{
    /// <summary>A document with spans.</summary>
    /// <param name="xhtml">A document as <see cref="XhtmlWriter"/> writes it.</param>
    public static string Apply(string xhtml)
    {
        var body = xhtml.IndexOf("<body", StringComparison.Ordinal);
        var start = xhtml.IndexOf('>', body) + 1;
        var end = xhtml.LastIndexOf("</body>", StringComparison.Ordinal);
        var result = new StringBuilder(xhtml.Length * 2);
        result.Append(xhtml, 0, start).Append("\n<div id=\"book-columns\"><div id=\"book-inner\">");
        var block = 0;
        var sentence = 0;
        var literal = 0;
        for (var at = start; at < end;)
        {
            if (xhtml[at] == '<')
            {
                var close = xhtml.IndexOf('>', at) + 1;
                var tag = xhtml.AsSpan(at, close - at);
                var name = NameOf(tag);
                if (name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "dt" or "dd" or "td" or "th" or "figcaption" or "caption" && tag[1] != '/')
                {
                    block++;
                    sentence = 0;
                }

                literal += name is not "pre" ? 0 : tag[1] == '/' ? -1 : 1;
                if (name is "img")
                {
                    block++;
                    sentence = 1;
                    Open(result, block, sentence).Append(tag).Append("</span>");
                }
                else
                {
                    result.Append(tag);
                }

                at = close;
                continue;
            }

            var next = xhtml.IndexOf('<', at);
            next = next < 0 || next > end ? end : next;
            var text = xhtml.AsSpan(at, next - at);
            if (literal > 0 || text.IsWhiteSpace())
            {
                result.Append(text);
            }
            else
            {
                while (!text.IsEmpty)
                {
                    var stop = SentenceEnd(text);
                    sentence++;
                    Open(result, Math.Max(block, 1), sentence).Append(text[..stop]).Append("</span>");
                    text = text[stop..];
                }
            }

            at = next;
        }

        return result.Append("</div></div>\n").Append(xhtml, end, xhtml.Length - end).ToString();
    }

    private static StringBuilder Open(StringBuilder result, int block, int sentence) =>
        result.Append("<span class=\"koboSpan\" id=\"kobo.").Append(block.ToString(CultureInfo.InvariantCulture)).Append('.').Append(sentence.ToString(CultureInfo.InvariantCulture)).Append("\">");

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag[(tag[1] == '/' ? 2 : 1)..];
        var stop = name.IndexOfAny(" >/\n");
        return stop < 0 ? name : name[..stop];
    }

    // After the marks that end a sentence, the quotation marks and brackets that close with it, and the space behind.
    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '”' or '’' or ')' or ']' or '»')
            {
                end++;
            }

            if (end == text.Length)
            {
                return end;
            }

            if (!char.IsWhiteSpace(text[end]))
            {
                i = end - 1;
                continue;
            }

            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            return text[end..].IsWhiteSpace() ? text.Length : end;
        }

        return text.Length;
    }
}
