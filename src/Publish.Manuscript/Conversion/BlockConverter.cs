using System.Collections.Immutable;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;
using Publish.Document;
using Block = Publish.Document.Block;
using DefinitionList = Markdig.Extensions.DefinitionLists.DefinitionList;
using MarkdigBlock = Markdig.Syntax.Block;
using CodeBlock = Markdig.Syntax.CodeBlock;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>Blocks of Markdig's tree made into the model's. Ordinals are given in document order: a container before what it holds, a note after the block that calls it.</summary>
/// <param name="conversion">What the conversion shares.</param>
internal sealed partial class BlockConverter(Conversion conversion)
{
    private const int DepthLimit = 200;

    private int _depth;
    private int _headingLevel = 1;

    /// <summary>The blocks of a container.</summary>
    public ImmutableArray<Block> Convert(MarkdownFile file, ContainerBlock container, string language) => Convert(file, [.. container], language);

    /// <summary>A run of blocks that stand after each other.</summary>
    public ImmutableArray<Block> Convert(MarkdownFile file, IReadOnlyList<MarkdigBlock> sources, string language)
    {
        if (_depth >= DepthLimit)
        {
            conversion.Report(ManuscriptDiagnostics.TooDeep, file.Span(sources[0].Span), "blocks stand too deep inside each other", "take some of the levels out");
            return [];
        }

        _depth++;
        var blocks = ImmutableArray.CreateBuilder<Block>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            if (source is TableSource or Markdig.Extensions.Tables.Table)
            {
                var after = i + 1 < sources.Count && IsCaption(sources[i + 1]) ? (LeafBlock)sources[i + 1] : null;
                blocks.Add(Table(file, (ContainerBlock)source, after, language));
                i += after is null ? 0 : 1;
            }
            else if (i + 1 < sources.Count && sources[i + 1] is TableSource or Markdig.Extensions.Tables.Table && IsCaption(source) && !(i + 2 < sources.Count && IsCaption(sources[i + 2])))
            {
                blocks.Add(Table(file, (ContainerBlock)sources[i + 1], (LeafBlock)source, language));
                i++;
            }
            else if (Block(file, source, language) is { } block)
            {
                if (block is Publish.Document.Verse stanzas && blocks.Count > 0 && blocks[^1] is Publish.Document.Verse poem && GoesOn(poem, stanzas))
                {
                    blocks[^1] = poem with { Stanzas = poem.Stanzas.AddRange(stanzas.Stanzas) };
                    continue;
                }

                blocks.Add(block is Paragraph paragraph && blocks.Count > 0 && Continues(blocks[^1], paragraph) ? paragraph with { Continued = true } : block);
            }
        }

        _depth--;
        return blocks.DrainToImmutable();
    }

    /// <summary>Starts the headings of a section: its title is level 1.</summary>
    public void BeginSection() => _headingLevel = 1;

    private Block? Block(MarkdownFile file, MarkdigBlock source, string language) => source switch
    {
        ParagraphBlock paragraph => Paragraph(file, paragraph, language),
        HeadingBlock heading => Heading(file, heading, language),
        QuoteBlock quote => Quotation(file, quote, language),
        ListBlock list => List(file, list, language),
        ThematicBreakBlock rule => new ThematicBreak { Ordinal = conversion.NextOrdinal(), Span = file.Span(rule.Span) },
        CodeBlock code => Code(file, code),
        DivisionFence division => Division(file, division, language),
        LineBlock lines => Verse(file, lines, language),
        DefinitionList list => Definitions(file, list, language),
        _ => null,
    };

    private Block? Paragraph(MarkdownFile file, ParagraphBlock source, string language)
    {
        var span = file.Span(source.Span);
        var attributes = AttributesOf(source);
        if (PictureAlone(source) is { } image)
        {
            return Figure(file, image, attributes, span, language);
        }

        var ordinal = conversion.NextOrdinal();
        conversion.BlockId = attributes.Id;
        var id = conversion.Ids.Declare(attributes.Id, span);
        var own = conversion.Language(attributes, span);
        var content = conversion.Inlines.Convert(file, source.Inline, own ?? language);
        conversion.BlockId = null;
        if (content.IsEmpty)
        {
            return null;
        }

        if (attributes.Has("attribution"))
        {
            return new Attribution(content) { Ordinal = ordinal, Span = span, Id = id, Language = own };
        }

        return new Paragraph(content)
        {
            Ordinal = ordinal,
            Span = span,
            Id = id,
            Classes = [.. attributes.Classes.Where(name => name != "continued")],
            Language = own,
            Continued = attributes.Has("continued"),
            Number = attributes["n"] is { Length: > 0 } number ? number : null,
        };
    }

    private Heading? Heading(MarkdownFile file, HeadingBlock source, string language)
    {
        var span = file.Span(source.Span);
        var attributes = AttributesOf(source);
        var ordinal = conversion.NextOrdinal();
        var own = conversion.Language(attributes, span);
        var content = conversion.Inlines.Convert(file, source.Inline, own ?? language);
        if (content.IsEmpty)
        {
            return null;
        }

        var level = Math.Clamp(source.Level - (conversion.Plan.Parts ? 1 : 0), 2, 6);
        if (level > _headingLevel + 1 && !conversion.InNote)
        {
            conversion.Report(ManuscriptDiagnostics.HeadingSkip, span, $"a heading of level {level} follows one of level {_headingLevel}", $"make it level {_headingLevel + 1}");
        }

        _headingLevel = level;
        return new(content, level)
        {
            Ordinal = ordinal,
            Span = span,
            Id = conversion.HeadingId(attributes, content, span),
            Classes = attributes.Classes,
            Language = own,
        };
    }

    private BlockQuotation Quotation(MarkdownFile file, QuoteBlock source, string language)
    {
        var ordinal = conversion.NextOrdinal();
        var (blocks, attribution) = TakeAttribution(Convert(file, source, language));
        return new BlockQuotation(blocks, attribution) { Ordinal = ordinal, Span = file.Span(source.Span) };
    }

    /// <summary>
    /// A last paragraph that is a dash and words names the source of what is quoted; unless another paragraph opens with a dash too: then it is dialogue.
    /// </summary>
    private static (ImmutableArray<Block> Blocks, Attribution? Attribution) TakeAttribution(ImmutableArray<Block> blocks)
    {
        if (blocks.Length == 0)
        {
            return (blocks, null);
        }

        if (blocks[^1] is Attribution marked)
        {
            return (blocks[..^1], marked);
        }

        if (blocks.Length < 2 || blocks[^1] is not Publish.Document.Paragraph last || !OpensWithDash(last) || blocks[..^1].Any(block => block is Publish.Document.Paragraph other && OpensWithDash(other)))
        {
            return (blocks, null);
        }

        return (blocks[..^1], new(last.Content) { Ordinal = last.Ordinal, Span = last.Span, Id = last.Id, Classes = last.Classes, Language = last.Language });
    }

    private static bool OpensWithDash(Paragraph paragraph)
    {
        var text = PlainText.Of(paragraph.Content);
        return text.Length > 1 && text[0] is '—' or '―' && text[1] != '—' && text.IndexOf('\n', StringComparison.Ordinal) < 0 && text.Length <= 250;
    }

    private ItemList List(MarkdownFile file, ListBlock source, string language)
    {
        var ordinal = conversion.NextOrdinal();
        var items = ImmutableArray.CreateBuilder<ListItem>(source.Count);
        foreach (var block in source)
        {
            var item = (ListItemBlock)block;
            var itemOrdinal = conversion.NextOrdinal();
            items.Add(new(Convert(file, item, language)) { Ordinal = itemOrdinal, Span = file.Span(item.Span) });
        }

        var marker = !source.IsOrdered ? ListMarker.Bullet : source.BulletType switch
        {
            'a' => ListMarker.LowerAlpha,
            'A' => ListMarker.UpperAlpha,
            'i' => ListMarker.LowerRoman,
            'I' => ListMarker.UpperRoman,
            _ => ListMarker.Decimal,
        };
        var start = source.IsOrdered && source[0] is ListItemBlock { Order: > 0 } first ? first.Order : 1;
        return new(marker, start, !source.IsLoose, items.DrainToImmutable())
        {
            Ordinal = ordinal,
            Span = file.Span(source.Span),
            Classes = source.IsOrdered && source.OrderedDelimiter == ')' ? ["parenthesis"] : [],
        };
    }

    private Publish.Document.DefinitionList Definitions(MarkdownFile file, DefinitionList source, string language)
    {
        var ordinal = conversion.NextOrdinal();
        var entries = ImmutableArray.CreateBuilder<DefinitionEntry>();
        var terms = ImmutableArray.CreateBuilder<Term>();
        var definitions = ImmutableArray.CreateBuilder<ListItem>();
        var entryOrdinal = 0;
        var span = SourceSpan.None;
        foreach (var block in source)
        {
            var item = (DefinitionItem)block;
            var itemTerms = item.OfType<DefinitionTerm>().ToList();
            if (itemTerms.Count > 0)
            {
                Close();
                entryOrdinal = conversion.NextOrdinal();
                span = file.Span(item.Span);
                foreach (var term in itemTerms)
                {
                    var attributes = AttributesOf(term);
                    var termOrdinal = conversion.NextOrdinal();
                    var place = file.Span(term.Span);
                    terms.Add(new(conversion.Inlines.Convert(file, term.Inline, language)) { Ordinal = termOrdinal, Span = place, Id = conversion.Ids.Declare(attributes.Id, place), Classes = attributes.Classes });
                }
            }

            var definitionOrdinal = conversion.NextOrdinal();
            definitions.Add(new(Convert(file, [.. item.Where(inner => inner is not DefinitionTerm)], language)) { Ordinal = definitionOrdinal, Span = file.Span(item.Span) });
        }

        Close();
        return new(entries.ToImmutable()) { Ordinal = ordinal, Span = file.Span(source.Span) };

        void Close()
        {
            if (terms.Count > 0)
            {
                entries.Add(new(terms.DrainToImmutable(), definitions.DrainToImmutable()) { Ordinal = entryOrdinal, Span = span });
            }
        }
    }

    private Verse? Verse(MarkdownFile file, LineBlock source, string language)
    {
        var ordinal = conversion.NextOrdinal();
        var stanzas = ImmutableArray.CreateBuilder<Stanza>();
        var lines = ImmutableArray.CreateBuilder<VerseLine>();
        var attributes = AttributeList.Empty;
        var stanzaOrdinal = 0;
        foreach (var block in source)
        {
            if (block is not LineOfVerse line)
            {
                continue;
            }

            if (!line.ProcessInlines)
            {
                Close();
                continue;
            }

            stanzaOrdinal = lines.Count == 0 ? conversion.NextOrdinal() : stanzaOrdinal;
            var lineOrdinal = conversion.NextOrdinal();
            var span = file.Span(line.Span);
            var own = AttributesOf(line);
            conversion.BlockId = own.Id;
            var content = conversion.Inlines.Convert(file, line.Inline, language);
            conversion.BlockId = null;
            if (content.IsEmpty)
            {
                // Braces alone on the last line are the attributes of the whole.
                attributes = own;
                continue;
            }

            lines.Add(new(content, line.Indent) { Ordinal = lineOrdinal, Span = span, Id = conversion.Ids.Declare(own.Id, span), Classes = own.Classes });
        }

        Close();
        return stanzas.Count == 0 ? null : new(stanzas.ToImmutable())
        {
            Ordinal = ordinal,
            Span = file.Span(source.Span),
            Id = conversion.Ids.Declare(attributes.Id, file.Span(source.Span)),
            Classes = attributes.Classes,
        };

        void Close()
        {
            if (lines.Count > 0)
            {
                var span = lines[0].Span;
                stanzas.Add(new(lines.DrainToImmutable()) { Ordinal = stanzaOrdinal, Span = span });
            }
        }
    }

    private Publish.Document.CodeBlock? Code(MarkdownFile file, CodeBlock source)
    {
        var span = file.Span(source.Span);
        if (source is FencedCodeBlock { Info: ['{', '=', .. var format] })
        {
            conversion.Report(ManuscriptDiagnostics.RawFormat, span, $"raw text for '{format.TrimEnd('}')}' was left out", "use the manuscript's own marks");
            return null;
        }

        var value = new System.Text.StringBuilder();
        for (var i = 0; i < source.Lines.Count; i++)
        {
            value.Append(i == 0 ? "" : "\n").Append(source.Lines.Lines[i].Slice.AsSpan());
        }

        return new(value.ToString()) { Ordinal = conversion.NextOrdinal(), Span = span };
    }

    private static AttributeList AttributesOf(MarkdigBlock block) => block.GetData(typeof(AttributeList)) as AttributeList ?? AttributeList.Empty;

    /// <summary>
    /// Line blocks that follow each other are stanzas of one poem, which is set by its longest line; unless the second opens with a name in small capitals: then
    /// another person speaks.
    /// </summary>
    private static bool GoesOn(Verse poem, Verse next) =>
        next.Id is null && next.Classes.SequenceEqual(poem.Classes) && next.Stanzas[0].Lines[0].Content[0] is not SmallCaps;

    /// <summary>After a quotation or verse, a paragraph that begins with a small letter goes on with the sentence before it.</summary>
    private static bool Continues(Block before, Paragraph paragraph)
    {
        if (before is not (BlockQuotation or Publish.Document.Verse or Publish.Document.ItemList or Publish.Document.Figure))
        {
            return false;
        }

        var text = PlainText.Of(paragraph.Content);
        return text.Length > 0 && char.IsLower(text[0]);
    }
}
