using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Publish.Manuscript;

/// <summary>Markdig's pipelines, made once: its own parsers of CommonMark, and ours on its extension points.</summary>
internal static class Pipelines
{
    private static readonly MarkdownPipeline _book = Make(Dialect.Book);
    private static readonly MarkdownPipeline _pandoc = Make(Dialect.Pandoc);

    public static MarkdownPipeline For(Dialect dialect) => dialect.SoftHyphens ? _book : _pandoc;

    private static MarkdownPipeline Make(Dialect dialect)
    {
        var builder = new MarkdownPipelineBuilder
        {
            PreciseSourceLocation = true,

            // Depth is bounded by Nesting and by the parsers themselves, with diagnostics; Markdig's own bound throws.
            MaximumNestingDepth = int.MaxValue,
        };
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange(
        [
            new DashTableParser(openedByDash: true),
            new ThematicBreakParser(),
            new HeadingBlockParser(),
            new QuoteBlockParser(),
            new PipeTableParser(openedByBar: true),
            new LineBlockParser(),
            new GridTableParser(),
            new NoteDefinitionParser(),
            new DivisionParser(),
            new DefinitionParser(),
            new CommentParser(),
            new ListParser(),
            new FencedCodeBlockParser(),
            new IndentedCodeBlockParser(),
            new PipeTableParser(openedByBar: false),
            new DashTableParser(openedByDash: false),
            new ParagraphBlockParser(),
        ]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange(
        [
            new HtmlEntityParser(),
            new BracketParser(),
            new BlockAttributeParser(),
            new EscapeParser(dialect.SoftHyphens),
            new EmphasisParser(),
            new CodeInlineParser(),
            new AutolinkInlineParser(),
            new LineBreakInlineParser(),
        ]);
        return builder.Build();
    }
}
