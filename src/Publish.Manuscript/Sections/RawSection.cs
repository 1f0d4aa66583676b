using Markdig.Syntax;
using Publish.Document;
using MarkdigBlock = Markdig.Syntax.Block;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>A section before its blocks are converted: its heading and the stretches of files it is made of.</summary>
internal sealed class RawSection(SectionKind kind, Matter matter, SourceSpan span)
{
    public SectionKind Kind { get; set; } = kind;

    public Matter Matter { get; set; } = matter;

    public SourceSpan Span { get; } = span;

    /// <summary>The heading that opens it; null where it has none.</summary>
    public (MarkdownFile File, HeadingBlock Block)? Heading { get; init; }

    /// <summary>Its blocks, file by file.</summary>
    public List<(MarkdownFile File, List<MarkdigBlock> Blocks)> Stretches { get; } = [];

    /// <summary>Sections inside it.</summary>
    public List<RawSection> Sections { get; } = [];

    /// <summary>The file its first words stand in; empty for a generated section.</summary>
    public string File => Heading?.File.Path ?? (Stretches.Count > 0 ? Stretches[0].File.Path : "");

    /// <summary>What it is to be generated from; null where it has a text.</summary>
    public MatterEntry? Generated { get; init; }

    /// <summary>Whether its heading only says what it is, so that no page prints it.</summary>
    public bool TitleIsKind { get; set; }

    /// <summary>Takes in a block.</summary>
    public void Add(MarkdownFile file, MarkdigBlock block)
    {
        if (Stretches.Count == 0 || Stretches[^1].File != file)
        {
            Stretches.Add((file, []));
        }

        Stretches[^1].Blocks.Add(block);
    }
}
