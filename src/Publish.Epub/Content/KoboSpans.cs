using System.Globalization;
using System.Text;

namespace Publish.Epub.Content;

/// <summary>
/// Puts every sentence of a document into a span with an id "kobo.P.S" (block P, sentence S), as Kobo's own converter does: its readers keep the place, the
/// highlights and the reading statistics by them. The text itself doesn't change. Places that links lead to become empty spans: where a link leads forward to 9 to 5000
/// characters, a Kobo shows them in a pop-up, as if they were a note.
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
                    Tag(result, tag, name);
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

    // Notes are to pop up, and ids of titles name their sections. A span can't stand everywhere: it goes into blocks of text, and before others that stand among blocks.
    private static void Tag(StringBuilder result, ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        var inside = name is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "dt" or "dd" or "td" or "th" or "figure";
        var before = name is "div" or "blockquote" or "table" or "ul" or "ol" or "dl" or "pre";
        var at = tag[1] == '/' || !(inside || before) || tag.Contains("epub:type=\"footnote\"", StringComparison.Ordinal) ? -1 : tag.IndexOf(" id=\"", StringComparison.Ordinal);
        if (at < 0)
        {
            result.Append(tag);
            return;
        }

        var end = at + 5 + tag[(at + 5)..].IndexOf('"') + 1;
        var id = tag[at..end];
        if (id.EndsWith("-title\"", StringComparison.Ordinal))
        {
            result.Append(tag);
        }
        else if (inside)
        {
            result.Append(tag[..at]).Append(tag[end..]).Append("<span").Append(id).Append("></span>");
        }
        else
        {
            result.Append("<span").Append(id).Append("></span>").Append(tag[..at]).Append(tag[end..]);
        }
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
