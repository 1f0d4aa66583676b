using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Publish.Document;
using Block = Publish.Document.Block;
using Inline = Publish.Document.Inline;
using MarkdigBlock = Markdig.Syntax.Block;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>Divisions, pictures and tables.</summary>
internal sealed partial class BlockConverter
{
    private Block? Division(MarkdownFile file, DivisionFence source, string language)
    {
        var span = file.Span(source.Span);
        if (source.TooDeep)
        {
            conversion.Report(ManuscriptDiagnostics.TooDeep, span, "divisions stand too deep inside each other", "take some of the levels out");
            return null;
        }

        if (source.Stray)
        {
            conversion.Report(ManuscriptDiagnostics.DivisionStray, span, "this line of colons closes no division", "remove it, or give the opening line a class: '::: epigraph'");
            return null;
        }

        if (!source.Closed)
        {
            var name = source.Attributes.Classes.FirstOrDefault() ?? "";
            conversion.Report(ManuscriptDiagnostics.DivisionOpen, SourceSpan.At(span.File, span.Line, span.Column), $"the division '{name}' is never closed", "close it with a line ':::'");
        }

        var attributes = source.Attributes;
        var ordinal = conversion.NextOrdinal();
        var id = conversion.Ids.Declare(attributes.Id, span);
        var own = conversion.Language(attributes, span);
        if (attributes.Has("emendation-list"))
        {
            return EmendationList.Make(conversion, ordinal, id, span);
        }

        if (attributes.Has("query-list"))
        {
            return QueryList.Make(conversion, ordinal, id, span);
        }

        if (attributes.Has(ColophonFacts.ClassName))
        {
            return ColophonFacts.Place(conversion, ordinal, id, span);
        }

        if (attributes.Has("verse") && !source.OfType<LineBlock>().Any())
        {
            return VerseOfParagraphs(file, source, attributes, ordinal, id, own ?? language);
        }

        var blocks = Convert(file, source, own ?? language);
        return Shaped(attributes, blocks) with { Ordinal = ordinal, Span = span, Id = id, Language = own };
    }

    private static Block Shaped(AttributeList attributes, ImmutableArray<Block> blocks)
    {
        if (attributes.Has("epigraph"))
        {
            var (words, attribution) = TakeAttribution(blocks);
            return new Epigraph(words, attribution) { Classes = attributes.Classes.Remove("epigraph") };
        }

        if (attributes.Has("attribution") && blocks is [Publish.Document.Paragraph only])
        {
            return new Attribution(only.Content) { Classes = attributes.Classes.Remove("attribution") };
        }

        if (attributes.Has("verse") && blocks is [Publish.Document.Verse verse])
        {
            return verse with { Classes = attributes.Classes.Remove("verse") };
        }

        foreach (var (name, kind) in _letterParts)
        {
            if (attributes.Has(name))
            {
                return new LetterPart(kind, blocks) { Classes = attributes.Classes.Remove(name) };
            }
        }

        return new Division(blocks) { Classes = attributes.Classes };
    }

    private static readonly (string Name, LetterPartKind Kind)[] _letterParts =
    [
        ("opener", LetterPartKind.Opener), ("salutation", LetterPartKind.Opener), ("closer", LetterPartKind.Closer),
        ("signature", LetterPartKind.Signature), ("dateline", LetterPartKind.Dateline),
    ];

    /// <summary>Verse written as paragraphs: each is a stanza, each of its lines a line.</summary>
    private Verse? VerseOfParagraphs(MarkdownFile file, DivisionFence source, AttributeList attributes, int ordinal, string? id, string language)
    {
        var stanzas = ImmutableArray.CreateBuilder<Stanza>();
        foreach (var paragraph in source.OfType<ParagraphBlock>())
        {
            var stanzaOrdinal = conversion.NextOrdinal();
            var span = file.Span(paragraph.Span);
            var first = conversion.NextOrdinal();
            var lines = ImmutableArray.CreateBuilder<VerseLine>();
            foreach (var content in conversion.Inlines.ConvertLines(file, paragraph.Inline!, language))
            {
                if (!content.IsEmpty)
                {
                    lines.Add(new(content, 0) { Ordinal = lines.Count == 0 ? first : conversion.NextOrdinal(), Span = content[0].Span.Line > 0 ? content[0].Span : span });
                }
            }

            if (lines.Count > 0)
            {
                stanzas.Add(new(lines.DrainToImmutable()) { Ordinal = stanzaOrdinal, Span = span });
            }
        }

        return stanzas.Count == 0 ? null : new(stanzas.DrainToImmutable()) { Ordinal = ordinal, Span = file.Span(source.Span), Id = id, Classes = attributes.Classes.Remove("verse"), Language = attributes.Language };
    }

    /// <summary>The picture that a paragraph consists of; null where it holds more.</summary>
    private static LinkInline? PictureAlone(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is LinkInline { IsImage: true } image && image.NextSibling is null or LiteralInline { NextSibling: null } && IsBlank(image.NextSibling) ? image : null;

    private static bool IsBlank(Markdig.Syntax.Inlines.Inline? inline) => inline is not LiteralInline literal || literal.Content.IsEmptyOrWhitespace();

    private Figure Figure(MarkdownFile file, LinkInline image, AttributeList attributes, SourceSpan span, string language)
    {
        var ordinal = conversion.NextOrdinal();
        var own = image.GetData(typeof(AttributeList)) as AttributeList ?? AttributeList.Empty;
        var picture = Pictures.Read(conversion, file, image);
        Caption? caption = null;
        if (!string.IsNullOrWhiteSpace(image.Title))
        {
            caption = new(CaptionOf(image.Title, language)) { Ordinal = conversion.NextOrdinal(), Span = span };
        }

        return new(picture, caption)
        {
            Ordinal = ordinal,
            Span = span,
            Id = conversion.Ids.Declare(own.Id ?? attributes.Id, span, titled: caption is not null) ?? (caption is null ? null : conversion.NextListedId(SectionKind.ListOfFigures)),
            Classes = [.. own.Classes.Where(name => name != "decorative"), .. attributes.Classes],
        };
    }

    /// <summary>A caption is Markdown of its own.</summary>
    private ImmutableArray<Inline> CaptionOf(string title, string language)
    {
        var file = MarkdownFile.Parse(conversion.Reading, "", title, conversion.Dialect);
        return file.Document is [ParagraphBlock { Inline: { } inline }, ..] ? conversion.Inlines.Convert(file, inline, language) : [new Text(WhiteSpace.Collapse(title))];
    }

    private static bool IsCaption(MarkdigBlock block) =>
        block is ParagraphBlock { Inline.FirstChild: LiteralInline literal } && CaptionMark(literal.Content.AsSpan()) > 0;

    private static int CaptionMark(ReadOnlySpan<char> text) =>
        text.StartsWith("Table:", StringComparison.Ordinal) ? 6 : text.StartsWith(": ", StringComparison.Ordinal) ? 1 : 0;

    private Table Table(MarkdownFile file, ContainerBlock source, LeafBlock? caption, string language)
    {
        var ordinal = conversion.NextOrdinal();
        var span = file.Span(source.Span);
        var attributes = caption is null ? AttributeList.Empty : AttributesOf(caption);
        Caption? words = null;
        if (caption?.Inline?.FirstChild is LiteralInline first)
        {
            var whole = first.Content;
            var content = whole;
            content.Start += CaptionMark(content.AsSpan());
            first.Content = content;
            var captionOrdinal = conversion.NextOrdinal();
            words = new(conversion.Inlines.Convert(file, caption.Inline, language)) { Ordinal = captionOrdinal, Span = file.Span(caption.Span) };

            // The file stays as it was parsed: another reading may find it so.
            first.Content = whole;
        }

        var columns = source is TableSource table ? [.. table.Columns] : GridColumns((Markdig.Extensions.Tables.Table)source);
        var head = ImmutableArray.CreateBuilder<TableRow>();
        var body = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var block in source)
        {
            var row = (ContainerBlock)block;
            var isHead = row is TableSourceRow { IsHead: true } or Markdig.Extensions.Tables.TableRow { IsHeader: true };
            var made = Row(file, row, language);
            if (!isHead)
            {
                body.Add(made);
            }
            else if (made.Cells.Any(cell => !cell.Blocks.IsEmpty))
            {
                head.Add(made);
            }
        }

        return new(columns, head.ToImmutable(), body.ToImmutable(), words)
        {
            Ordinal = ordinal,
            Span = span,
            Id = conversion.Ids.Declare(attributes.Id, span, titled: words is not null) ?? (words is null ? null : conversion.NextListedId(SectionKind.ListOfTables)),
            Classes = attributes.Classes,
        };
    }

    private TableRow Row(MarkdownFile file, ContainerBlock source, string language)
    {
        var ordinal = conversion.NextOrdinal();
        var cells = ImmutableArray.CreateBuilder<TableCell>(source.Count);
        foreach (var block in source)
        {
            var cell = (ContainerBlock)block;
            var cellOrdinal = conversion.NextOrdinal();
            var spans = cell as Markdig.Extensions.Tables.TableCell;
            cells.Add(new(Convert(file, cell, language))
            {
                Ordinal = cellOrdinal,
                Span = file.Span(cell.Span),
                ColumnSpan = Math.Max(1, spans?.ColumnSpan ?? 1),
                RowSpan = Math.Max(1, spans?.RowSpan ?? 1),
            });
        }

        return new(cells.DrainToImmutable()) { Ordinal = ordinal, Span = file.Span(source.Span) };
    }

    private static ImmutableArray<TableColumn> GridColumns(Markdig.Extensions.Tables.Table table) =>
        [.. table.ColumnDefinitions.Select(column => new TableColumn(
            column.Alignment switch
            {
                Markdig.Extensions.Tables.TableColumnAlign.Left => ColumnAlignment.Left,
                Markdig.Extensions.Tables.TableColumnAlign.Center => ColumnAlignment.Center,
                Markdig.Extensions.Tables.TableColumnAlign.Right => ColumnAlignment.Right,
                _ => ColumnAlignment.Default,
            },
            column.Width > 0 ? (int)(column.Width * 10) : null))];
}
