using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Publish.Document;
using Inline = Publish.Document.Inline;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>
/// Running text: Markdig's inlines become tokens over one buffer of characters, punctuation is made typographic there, notes are made at their calls,
/// and the tokens become the model's inlines.
/// </summary>
/// <param name="conversion">What the conversion shares.</param>
internal sealed class InlineConverter(Conversion conversion)
{
    private readonly Stack<TokenCollector> _spare = new();

    /// <summary>The inlines of a block of running text. Notes called in it are converted here, so that their blocks are counted after the block that calls them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">Markdig's inlines.</param>
    /// <param name="language">The language of the text, for its punctuation.</param>
    public ImmutableArray<Inline> Convert(MarkdownFile file, ContainerInline? root, string language)
    {
        if (root?.FirstChild is null)
        {
            return [];
        }

        var tokens = _spare.TryPop(out var spare) ? spare : new(conversion);
        tokens.Collect(file, root);
        if (conversion.Dialect.Smart)
        {
            SmartPunctuation.Apply(tokens, language);
        }

        tokens.Compose();
        foreach (var token in tokens.Tokens)
        {
            if (token.Call is { } call)
            {
                call.Made = Call(file, call);
            }
        }

        var inlines = Build(file, tokens);
        tokens.Clear();
        _spare.Push(tokens);
        return inlines;
    }

    /// <summary>As <see cref="Convert"/>, divided where the source breaks the line: verse in a division.</summary>
    public List<ImmutableArray<Inline>> ConvertLines(MarkdownFile file, ContainerInline root, string language)
    {
        var lines = new List<ImmutableArray<Inline>>();
        var line = ImmutableArray.CreateBuilder<Inline>();
        var soft = root.Descendants<LineBreakInline>().Where(end => !end.IsHard).ToList();
        soft.ForEach(end => end.IsHard = true);
        var converted = Convert(file, root, language);

        // The file stays as it was parsed: another reading may find it so.
        soft.ForEach(end => end.IsHard = false);
        foreach (var inline in converted)
        {
            if (inline is LineBreak)
            {
                lines.Add(line.DrainToImmutable());
            }
            else
            {
                line.Add(inline);
            }
        }

        lines.Add(line.DrainToImmutable());
        return lines;
    }

    private NoteCall? Call(MarkdownFile file, PendingCall call)
    {
        if (conversion.InNote)
        {
            call.Defined?.Called = true;
            conversion.Report(ManuscriptDiagnostics.NoteInNote, call.Span, "a note is called inside a note", "join the two, or put the second into the text");
            return null;
        }

        if (call.InPlace is { } inPlace)
        {
            var content = NoteText(file, inPlace, call.Span);
            return content is null ? null : new NoteCall(content, Repeated: false) { Span = call.Span };
        }

        var defined = call.Defined!;
        if (defined.Called)
        {
            return defined.Note is { } known ? new NoteCall(known, Repeated: true) { Span = call.Span } : null;
        }

        defined.Called = true;
        defined.Note = NoteOf(defined);
        return defined.Note is { } note ? new NoteCall(note, Repeated: false) { Span = call.Span } : null;
    }

    private Note? NoteOf(DefinedNote defined)
    {
        var series = NoteRegister.SeriesOf(defined.Definition.Attributes);
        var number = conversion.Notes.Number(series);
        conversion.InNote = true;
        var blocks = conversion.Blocks.Convert(defined.File, defined.Definition, conversion.Plan.Metadata.Language);
        conversion.InNote = false;
        if (blocks.IsEmpty)
        {
            conversion.Report(ManuscriptDiagnostics.EmptyNote, defined.Span, $"the note '{defined.Label}' says nothing", "write its text, or remove the note and its call");
            return null;
        }

        return new(defined.Label, series, number, blocks)
        {
            Span = defined.File.Span(defined.Definition.Span),
            Id = conversion.Ids.Declare(defined.Definition.Attributes.Id, defined.Span),
        };
    }

    private Note? NoteText(MarkdownFile file, InlineNote inPlace, SourceSpan span)
    {
        var series = NoteRegister.SeriesOf(inPlace.Attributes);
        var number = conversion.Notes.Number(series);
        conversion.InNote = true;
        var ordinal = conversion.NextOrdinal();
        var content = Convert(file, inPlace, conversion.Plan.Metadata.Language);
        conversion.InNote = false;
        if (content.IsEmpty)
        {
            conversion.Report(ManuscriptDiagnostics.EmptyNote, span, "the note written here says nothing", "write its text between the brackets, or remove it");
            return null;
        }

        var label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.File}:{span.Line}:{span.Column}");
        return new(label, series, number, [new Paragraph(content) { Ordinal = ordinal, Span = span }])
        {
            Span = span,
            Id = conversion.Ids.Declare(inPlace.Attributes.Id, span),
        };
    }

    private static ImmutableArray<Inline> Build(MarkdownFile file, TokenCollector collected)
    {
        var tokens = collected.Tokens;
        if (tokens is [{ Kind: TokenKind.Text } only])
        {
            return [TextOf(file, collected, only)];
        }

        var open = new Stack<(InlineContainer Shape, ImmutableArray<Inline>.Builder Content)>();
        var content = ImmutableArray.CreateBuilder<Inline>();
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.Text when token.Length > 0:
                    content.Add(TextOf(file, collected, token));
                    break;
                case TokenKind.Open:
                    open.Push(((InlineContainer)token.Shape!, content));
                    content = ImmutableArray.CreateBuilder<Inline>();
                    break;
                case TokenKind.Close:
                    var (shape, outer) = open.Pop();
                    if (content.Count > 0 || shape.Id is not null || shape is CrossReference or EmendedText)
                    {
                        outer.Add(shape with { Content = content.DrainToImmutable() });
                    }

                    content = outer;
                    break;
                case TokenKind.Atom:
                    content.Add(token.Shape!);
                    break;
                case TokenKind.Call when token.Call!.Made is { } call:
                    content.Add(call);
                    break;
            }
        }

        return content.DrainToImmutable();
    }

    private static Text TextOf(MarkdownFile file, TokenCollector collected, Token token) =>
        new(collected.Text(token)) { Span = file.Span(new(token.From, token.To)) };
}
