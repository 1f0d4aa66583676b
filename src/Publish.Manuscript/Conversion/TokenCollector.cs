using System.Buffers;
using Markdig.Syntax.Inlines;
using Publish.Document;
using Inline = Publish.Document.Inline;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;

namespace Publish.Manuscript;

/// <summary>Makes tokens of Markdig's inlines. White space that only lays out the source becomes single spaces; there is none at the ends.</summary>
/// <param name="conversion">What the conversion shares.</param>
internal sealed class TokenCollector(Conversion conversion)
{
    private static readonly SearchValues<char> _afterName = SearchValues.Create(" \t\r\n/>");

    private const int DepthLimit = 64;

    private readonly List<Token> _tokens = [];
    private char[] _buffer = new char[256];
    private int _length;
    private MarkdownFile _file = null!;
    private string? _skippedElement;
    private bool _lineHasContent;
    private bool _endsInSpace;

    /// <summary>The tokens in order.</summary>
    public List<Token> Tokens => _tokens;

    /// <summary>The characters of all runs of text.</summary>
    public Span<char> Buffer => _buffer.AsSpan(0, _length);

    /// <summary>Offsets in the buffer of characters the editor escaped: no punctuation is made of them.</summary>
    public HashSet<int> Protected { get; } = [];

    /// <summary>Takes in a block's inlines.</summary>
    public void Collect(MarkdownFile file, ContainerInline root)
    {
        _file = file;
        Children(root, 0);
        TrimEnd();
    }

    /// <summary>The characters of a run.</summary>
    public string Text(Token token) => new(_buffer, token.Start, token.Length);

    /// <summary>Makes room for another block.</summary>
    public void Clear()
    {
        _tokens.Clear();
        Protected.Clear();
        _length = 0;
        _skippedElement = null;
        (_lineHasContent, _endsInSpace) = (false, false);
    }

    /// <summary>Puts other characters into the buffer; <paramref name="runs"/> say where the runs of text now are.</summary>
    public void Replace(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int Length)> runs)
    {
        if (_buffer.Length < text.Length)
        {
            _buffer = new char[text.Length * 2];
        }

        text.CopyTo(_buffer);
        _length = text.Length;
        var run = 0;
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind == TokenKind.Text)
            {
                _tokens[i] = _tokens[i] with { Start = runs[run].Start, Length = runs[run].Length };
                run++;
            }
        }
    }

    /// <summary>Brings letters and accents typed one after the other together (NFC).</summary>
    public void Compose()
    {
        if (!Composition.IsNeeded(Buffer))
        {
            return;
        }

        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind == TokenKind.Text)
            {
                var run = _buffer.AsSpan(_tokens[i].Start, _tokens[i].Length);
                _tokens[i] = _tokens[i] with { Length = Composition.Compose(run) };
            }
        }
    }

    private void Children(ContainerInline container, int depth)
    {
        if (depth > DepthLimit)
        {
            conversion.Report(ManuscriptDiagnostics.TooDeep, _file.Span(container.Span), "emphasis, links or spans stand too deep inside each other", "take some of the levels out");
            return;
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (_skippedElement is not null && inline is not HtmlInline)
            {
                continue;
            }

            Take(inline, depth);
        }
    }

    private void Take(MarkdigInline inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Append(literal.Content.AsSpan(), literal.Span, literal.IsFirstCharacterEscaped);
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.AsSpan(), entity.Span, escaped: true);
                break;
            case LineBreakInline { IsHard: true } line:
                TrimEnd();
                Atom(new LineBreak { Span = _file.Span(line.Span) }, line);
                break;
            case LineBreakInline line:
                Append(" ", line.Span, escaped: false);
                break;
            case EmphasisInline emphasis:
                Container(Shape(emphasis), emphasis, depth);
                break;
            case CodeInline code:
                Code(code);
                break;
            case LinkInline { IsImage: true } image:
                Atom(new InlineImage(Pictures.Read(conversion, _file, image)) { Span = _file.Span(image.Span) }, image);
                break;
            case LinkInline link:
                Link(link, depth);
                break;
            case AutolinkInline auto:
                Autolink(auto);
                break;
            case BracketedSpan span:
                Span(span, depth);
                break;
            case CallOfNote call:
                var place = _file.Span(call.Span);
                if (conversion.Notes.Find(_file.Path, call.Label, place) is { } defined)
                {
                    Call(new(defined, null, place), call);
                }

                break;
            case InlineNote note:
                Call(new(null, note, _file.Span(note.Span)), note);
                break;
            case HtmlInline html:
                Html(html);
                break;
            case DelimiterInline delimiter:
                Append(delimiter.ToLiteral(), delimiter.Span, escaped: false);
                Children(delimiter, depth + 1);
                break;
            case ContainerInline other:
                Children(other, depth + 1);
                break;
        }
    }

    private void Link(LinkInline link, int depth)
    {
        var span = _file.Span(link.Span);
        var attributes = link.GetData(typeof(AttributeList)) as AttributeList ?? AttributeList.Empty;
        var shape = Links.Shape(conversion, link, attributes, span);
        if (shape is null)
        {
            Children(link, depth + 1);
        }
        else
        {
            Container(shape with { Span = span, Id = conversion.Ids.Declare(attributes.Id, span), Language = conversion.Language(attributes, span) }, link, depth);
            if (link.FirstChild is null)
            {
                // It prints words of its own: the space after it is no second one.
                (_lineHasContent, _endsInSpace) = (true, false);
            }
        }
    }

    private void Autolink(AutolinkInline auto)
    {
        var span = _file.Span(auto.Span);
        var target = auto.IsEmail ? "mailto:" + auto.Url : auto.Url;
        var allowed = Links.IsAllowed(target);
        if (allowed)
        {
            _tokens.Add(new(TokenKind.Open, _length, 0, auto.Span.Start, auto.Span.End, new Link([], target) { Span = span }));
        }
        else
        {
            Links.Refuse(conversion, target, span);
        }

        Append(auto.Url, auto.Span, escaped: true);
        if (allowed)
        {
            _tokens.Add(new(TokenKind.Close, _length, 0, auto.Span.End, auto.Span.End, null));
        }
    }

    private void Span(BracketedSpan span, int depth)
    {
        var place = _file.Span(span.Span);
        var marks = SpanMarks.Read(conversion, _file, span, place);
        foreach (var mark in marks.Before)
        {
            Atom(mark, span);
        }

        if (marks.Shape is { } shape)
        {
            Container(shape, span, depth);
        }
        else
        {
            Children(span, depth + 1);
        }

        foreach (var mark in marks.After)
        {
            Atom(mark, span);
        }
    }

    private void Code(CodeInline code)
    {
        var span = _file.Span(code.Span);
        if (code.GetData(typeof(AttributeList)) is AttributeList { RawFormat: { } format })
        {
            conversion.Report(ManuscriptDiagnostics.RawFormat, span, $"raw text for '{format}' was left out", "use the manuscript's own marks");
            return;
        }

        Atom(new Code(code.Content) { Span = span }, code);
    }

    /// <summary>A tag is left out, comments without a word; of scripts and style sheets what they hold too.</summary>
    private void Html(HtmlInline html)
    {
        var tag = html.Tag;
        if (tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            return;
        }

        var name = NameOf(tag);
        if (_skippedElement is not null)
        {
            _skippedElement = tag.StartsWith("</", StringComparison.Ordinal) && name == _skippedElement ? null : _skippedElement;
            return;
        }

        var runs = ActiveContent.Is(name, tag);
        conversion.Report(
            runs ? ManuscriptDiagnostics.Script : ManuscriptDiagnostics.RawHtml,
            _file.Span(html.Span),
            runs ? $"the HTML tag '{Shortened(tag)}' would run or fetch something" : $"the HTML tag '{Shortened(tag)}' was left out",
            runs ? "remove it with all that it holds"
            : name == "br" ? "a backslash at the end of a line breaks it" : "use the manuscript's own marks, as [text]{.class}");
        if (name is "script" or "style" && !tag.StartsWith("</", StringComparison.Ordinal) && !tag.EndsWith("/>", StringComparison.Ordinal))
        {
            _skippedElement = name;
        }
    }

    private static string NameOf(string tag)
    {
        var name = tag.AsSpan().TrimStart("</!?");
        var end = name.IndexOfAny(_afterName);
        return (end < 0 ? name : name[..end]).ToString().ToLowerInvariant();
    }

    private static string Shortened(string tag) => tag.Length <= 40 ? tag.ReplaceLineEndings(" ") : tag[..39].ReplaceLineEndings(" ") + "…";

    private static InlineContainer Shape(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', 2) => new Strikeout([]),
        ('~', _) => new Subscript([]),
        ('^', _) => new Superscript([]),
        (_, 2) => new Strong([]),
        _ => new Emphasis([]),
    };

    private void Container(InlineContainer shape, ContainerInline source, int depth)
    {
        var span = shape.Span.Line > 0 ? shape.Span : _file.Span(source.Span);
        _tokens.Add(new(TokenKind.Open, _length, 0, source.Span.Start, source.Span.End, shape with { Span = span }));
        Children(source, depth + 1);
        _tokens.Add(new(TokenKind.Close, _length, 0, source.Span.End, source.Span.End, null));
    }

    private void Atom(Inline atom, MarkdigInline source)
    {
        _tokens.Add(new(TokenKind.Atom, _length, 0, source.Span.Start, source.Span.End, atom));
        if (atom is InlineImage or Publish.Document.Code)
        {
            (_lineHasContent, _endsInSpace) = (true, false);
        }
    }

    private void Call(PendingCall call, MarkdigInline source) => _tokens.Add(new(TokenKind.Call, _length, 0, source.Span.Start, source.Span.End, null) { Call = call });

    private void Append(ReadOnlySpan<char> text, Markdig.Syntax.SourceSpan span, bool escaped)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_length + text.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + text.Length));
        }

        var start = _length;
        if (escaped)
        {
            for (var i = 0; i < text.Length; i++)
            {
                Protected.Add(_length + i);
            }

            text.CopyTo(_buffer.AsSpan(_length));
            _length += text.Length;
            (_lineHasContent, _endsInSpace) = (true, false);
        }
        else
        {
            AppendCollapsed(text);
        }

        if (_length == start)
        {
            return;
        }

        if (_tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Text } last && last.Start + last.Length == start)
        {
            _tokens[^1] = last with { Length = _length - last.Start, To = span.End };
        }
        else
        {
            _tokens.Add(new(TokenKind.Text, start, _length - start, span.Start, span.End, null));
        }
    }

    private void AppendCollapsed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var space = text.IndexOfAny(' ', '\t', '\n');
            var word = space < 0 ? text : text[..space];
            if (!word.IsEmpty)
            {
                word.CopyTo(_buffer.AsSpan(_length));
                _length += word.Length;
                (_lineHasContent, _endsInSpace) = (true, false);
            }

            if (space < 0)
            {
                return;
            }

            if (_lineHasContent && !_endsInSpace)
            {
                _buffer[_length++] = ' ';
                _endsInSpace = true;
            }

            text = text[(space + 1)..].TrimStart(" \t\n");
        }
    }

    /// <summary>Takes the space at the end of the text or line away, also from before marks that print nothing.</summary>
    private void TrimEnd()
    {
        if (_endsInSpace)
        {
            var run = _tokens.FindLastIndex(token => token.Kind == TokenKind.Text);
            _length--;
            _tokens[run] = _tokens[run] with { Length = _tokens[run].Length - 1 };
            for (var after = run + 1; after < _tokens.Count; after++)
            {
                _tokens[after] = _tokens[after] with { Start = _length };
            }
        }

        (_lineHasContent, _endsInSpace) = (false, false);
    }
}
