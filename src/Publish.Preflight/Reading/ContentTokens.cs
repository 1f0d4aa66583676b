using System.Globalization;
using System.Text;

namespace Publish.Preflight.Reading;

/// <summary>What a piece of a content stream is.</summary>
internal enum ContentTokenKind
{
    Number,
    Name,
    Text,
    Operator,
    Other,
}

/// <summary>A piece of a content stream: an operand or an operator.</summary>
internal readonly record struct ContentToken(ContentTokenKind Kind, double Number, string Word);

/// <summary>Cuts a content stream into operands and operators (ISO 32000-1, 7.8.2). Of arrays, the pieces; of dictionaries, nothing: no rule asks for them.</summary>
/// <param name="data">The decoded stream.</param>
internal sealed class ContentTokens(ReadOnlyMemory<byte> data)
{
    private int _at;

    /// <summary>Inline images met so far are skipped; the last one's keys.</summary>
    public Dictionary<string, string> InlineImage { get; } = new(StringComparer.Ordinal);

    /// <summary>The next piece; false at the end.</summary>
    public bool Next(out ContentToken token)
    {
        token = default;
        var span = data.Span;
        Skip(span);
        if (_at >= span.Length)
        {
            return false;
        }

        var c = span[_at];
        switch (c)
        {
            case (byte)'/':
                _at++;
                token = new ContentToken(ContentTokenKind.Name, 0, Word(span));
                return true;
            case (byte)'(':
                SkipString(span);
                token = new ContentToken(ContentTokenKind.Text, 0, "");
                return true;
            case (byte)'<' when _at + 1 < span.Length && span[_at + 1] == '<':
                SkipDictionary(span);
                token = new ContentToken(ContentTokenKind.Other, 0, "<<");
                return true;
            case (byte)'<':
                while (_at < span.Length && span[_at] != '>')
                {
                    _at++;
                }

                _at++;
                token = new ContentToken(ContentTokenKind.Text, 0, "");
                return true;
            case (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)')' or (byte)'>':
                _at++;
                token = new ContentToken(ContentTokenKind.Other, 0, ((char)c).ToString());
                return true;
            default:
                var word = Word(span);
                if (word.Length == 0)
                {
                    _at++;
                    token = new ContentToken(ContentTokenKind.Other, 0, "");
                    return true;
                }

                if (word == "BI")
                {
                    ReadInlineImage(span);
                    token = new ContentToken(ContentTokenKind.Operator, 0, "BI");
                    return true;
                }

                token = double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new ContentToken(ContentTokenKind.Number, number, word)
                    : new ContentToken(ContentTokenKind.Operator, 0, word);
                return true;
        }
    }

    private void ReadInlineImage(ReadOnlySpan<byte> span)
    {
        InlineImage.Clear();
        string? key = null;
        while (Next(out var token) && token is not { Kind: ContentTokenKind.Operator, Word: "ID" })
        {
            if (token.Kind == ContentTokenKind.Name && key is null)
            {
                key = token.Word;
            }
            else if (key is not null)
            {
                InlineImage[key] = token.Word;
                key = null;
            }
        }

        // Its data ends where EI stands alone between white space.
        _at++;
        while (_at + 2 < span.Length && !(IsWhite(span[_at]) && span[_at + 1] == 'E' && span[_at + 2] == 'I' && (_at + 3 >= span.Length || IsWhite(span[_at + 3]))))
        {
            _at++;
        }

        _at = Math.Min(span.Length, _at + 3);
    }

    private void Skip(ReadOnlySpan<byte> span)
    {
        while (_at < span.Length)
        {
            if (span[_at] == '%')
            {
                while (_at < span.Length && span[_at] is not ((byte)'\n' or (byte)'\r'))
                {
                    _at++;
                }
            }
            else if (IsWhite(span[_at]))
            {
                _at++;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipString(ReadOnlySpan<byte> span)
    {
        var depth = 0;
        for (; _at < span.Length; _at++)
        {
            switch (span[_at])
            {
                case (byte)'\\':
                    _at++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    _at++;
                    return;
                default:
                    break;
            }
        }
    }

    private void SkipDictionary(ReadOnlySpan<byte> span)
    {
        var depth = 0;
        while (_at < span.Length)
        {
            if (span[_at] == '(')
            {
                SkipString(span);
                continue;
            }

            if (_at + 1 < span.Length && span[_at] == '<' && span[_at + 1] == '<')
            {
                depth++;
                _at += 2;
            }
            else if (_at + 1 < span.Length && span[_at] == '>' && span[_at + 1] == '>')
            {
                _at += 2;
                if (--depth == 0)
                {
                    return;
                }
            }
            else
            {
                _at++;
            }
        }
    }

    private string Word(ReadOnlySpan<byte> span)
    {
        var start = _at;
        while (_at < span.Length && !IsWhite(span[_at]) && span[_at] is not ((byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%'))
        {
            _at++;
        }

        return Encoding.Latin1.GetString(span[start.._at]);
    }

    private static bool IsWhite(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;
}
