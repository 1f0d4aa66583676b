using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Publish.Manuscript;

/// <summary>
/// Reads everything in square brackets: links, pictures, bracketed spans, calls of notes and inline notes, with the attributes behind them.
/// It stands in place of Markdig's own parser of links, which knows neither spans nor notes.
/// </summary>
internal sealed class BracketParser : InlineParser
{
    /// <summary>Under this key a document keeps the targets of its cross-references, so that headings without an identifier of their own can be found by their words.</summary>
    public static readonly object Targets = new();

    /// <summary>Under this key a document says that brackets stood too deep inside each other.</summary>
    public static readonly object TooDeep = new();

    private const int DepthLimit = 64;

    public BracketParser() => OpeningCharacters = ['[', ']', '!', '^'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) => slice.CurrentChar switch
    {
        '[' when NoteLabel.TryParse(slice, out var label, out var length) => Call(processor, ref slice, label, length),
        '[' => Open(processor, ref slice, 1, isImage: false, isNote: false),
        '!' => slice.PeekChar() == '[' && !CallsNote(slice) && Open(processor, ref slice, 2, isImage: true, isNote: false),
        '^' => slice.PeekChar() == '[' && Open(processor, ref slice, 2, isImage: false, isNote: true),
        _ => Close(processor, ref slice),
    };

    /// <summary>Whether an exclamation mark stands before the call of a note: then it is no picture.</summary>
    private static bool CallsNote(StringSlice slice)
    {
        slice.SkipChar();
        return NoteLabel.TryParse(slice, out _, out _);
    }

    private static bool Call(InlineProcessor processor, ref StringSlice slice, string label, int length)
    {
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        slice.Start += length;
        processor.Inline = new CallOfNote
        {
            Label = label,
            Span = new(start, processor.GetSourcePosition(slice.Start - 1)),
            Line = line,
            Column = column,
        };
        return true;
    }

    private bool Open(InlineProcessor processor, ref StringSlice slice, int length, bool isImage, bool isNote)
    {
        var depth = (int)(processor.ParserStates[Index] ?? 0);
        if (depth >= DepthLimit)
        {
            if (depth == DepthLimit)
            {
                processor.Document.SetData(TooDeep, processor.Block!.Line + 1);
                processor.ParserStates[Index] = depth + 1;
            }

            return false;
        }

        processor.ParserStates[Index] = depth + 1;
        string? label = null;
        if (!isNote && HasDefinitions(processor.Document))
        {
            var ahead = slice;
            ahead.Start += length - 1;
            if (LinkHelper.TryParseLabel(ref ahead, out label, out _) && !processor.Document.ContainsLinkReferenceDefinition(label))
            {
                label = null;
            }
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        slice.Start += length;
        processor.Inline = new Bracket(this)
        {
            Type = DelimiterType.Open,
            IsImage = isImage,
            IsNote = isNote,
            Label = label,
            Span = new(start, processor.GetSourcePosition(slice.Start - 1)),
            Line = line,
            Column = column,
        };
        return true;
    }

    private bool Close(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline?.FirstParentOfType<Bracket>() is not { } open)
        {
            return false;
        }

        slice.SkipChar();
        var closed = open.IsNote
            ? Note(processor, ref slice, open)
            : Link(processor, ref slice, open) ?? Reference(processor, ref slice, open) ?? (ContainerInline?)Span(processor, ref slice, open);
        processor.ParserStates[Index] = Math.Max(0, (int)(processor.ParserStates[Index] ?? 0) - 1);
        if (closed is null)
        {
            // A pair of brackets that is only that: it stays in the text, and what it holds goes on being read.
            var literal = new LiteralInline { Content = new(open.ToLiteral()), Span = open.Span, Line = open.Line, Column = open.Column };
            processor.Inline = open.ReplaceBy(literal);
            return false;
        }

        processor.Inline = closed;
        processor.PostProcessInlines(0, closed, null, isFinalProcessing: false);
        closed.IsClosed = true;
        return true;
    }

    private static InlineNote Note(InlineProcessor processor, ref StringSlice slice, Bracket open)
    {
        var note = new InlineNote { Attributes = Attributes(ref slice) ?? AttributeList.Empty };
        return Take(processor, slice, open, note);
    }

    private static BracketedSpan? Span(InlineProcessor processor, ref StringSlice slice, Bracket open) =>
        !open.IsImage && Attributes(ref slice) is { } attributes
            ? Take(processor, slice, open, new BracketedSpan { Attributes = attributes })
            : null;

    private static LinkInline? Link(InlineProcessor processor, ref StringSlice slice, Bracket open)
    {
        if (slice.CurrentChar != '(' || (!open.IsActive && !open.IsImage))
        {
            return null;
        }

        var ahead = slice;
        if (!LinkHelper.TryParseInlineLink(ref ahead, out var url, out var title))
        {
            return null;
        }

        slice = ahead;
        var link = new LinkInline { Url = HtmlHelper.Unescape(url, removeBackSlash: false), Title = title is null ? null : HtmlHelper.Unescape(title, removeBackSlash: false), IsImage = open.IsImage };
        return Finish(processor, ref slice, open, link);
    }

    private static LinkInline? Reference(InlineProcessor processor, ref StringSlice slice, Bracket open)
    {
        if (!HasDefinitions(processor.Document) || (!open.IsActive && !open.IsImage))
        {
            return null;
        }

        var label = open.Label;
        var ahead = slice;
        if (slice.CurrentChar == '[')
        {
            if (slice.PeekChar() == ']')
            {
                ahead.Start += 2;
            }
            else if (LinkHelper.TryParseLabel(ref ahead, allowEmpty: false, out var given, out _))
            {
                label = given;
            }
        }

        if (label is null || !processor.Document.TryGetLinkReferenceDefinition(label, out var definition))
        {
            return null;
        }

        slice = ahead;
        var link = new LinkInline { Url = HtmlHelper.Unescape(definition.Url ?? "", removeBackSlash: false), Title = definition.Title is { Length: > 0 } title ? HtmlHelper.Unescape(title, removeBackSlash: false) : null, IsImage = open.IsImage };
        return Finish(processor, ref slice, open, link);
    }

    private static LinkInline Finish(InlineProcessor processor, ref StringSlice slice, Bracket open, LinkInline link)
    {
        if (Attributes(ref slice) is { } attributes)
        {
            link.SetData(typeof(AttributeList), attributes);
        }

        if (link.Url is ['#', _, ..])
        {
            if (processor.Document.GetData(Targets) is not HashSet<string> targets)
            {
                processor.Document.SetData(Targets, targets = new(StringComparer.Ordinal));
            }

            targets.Add(link.Url[1..]);
        }

        Take(processor, slice, open, link);
        if (!open.IsImage)
        {
            for (var parent = link.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is Bracket { IsImage: false, IsNote: false } outer)
                {
                    outer.IsActive = false;
                }
            }
        }

        return link;
    }

    private static T Take<T>(InlineProcessor processor, StringSlice slice, Bracket open, T container)
        where T : ContainerInline
    {
        container.Span = new(open.Span.Start, processor.GetSourcePosition(slice.Start - 1));
        container.Line = open.Line;
        container.Column = open.Column;
        open.ReplaceBy(container);
        return container;
    }

    private static AttributeList? Attributes(ref StringSlice slice)
    {
        var at = slice.Start;
        if (AttributeParser.TryParse(slice.Text, ref at, slice.End + 1) is not { RawFormat: null } attributes)
        {
            return null;
        }

        slice.Start = at;
        return attributes;
    }

    private static bool HasDefinitions(MarkdownDocument document) => document.GetData(typeof(LinkReferenceDefinitionGroup)) is not null;

    /// <summary>An opening bracket whose kind is not known yet.</summary>
    private sealed class Bracket(InlineParser parser) : LinkDelimiterInline(parser)
    {
        public required bool IsNote { get; init; }

        public override string ToLiteral() => IsNote ? "^[" : base.ToLiteral();
    }
}
