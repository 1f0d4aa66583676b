using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Lines;
using Publish.Typesetting.References;
using Publish.Typesetting.Text;

namespace Publish.Typesetting;

/// <summary>The text and line stages as the flow of a section uses them: one collector for each section's references, one setter with its shaped words for the book.</summary>
internal sealed class TextSetter(StyleSheet sheet, FontLibrary fonts, ParagraphSetter paragraphs, IInlinePictures pictures) : ITextSetter
{
    private readonly ConcurrentDictionary<SectionReferences, TextCollector> collectors = new();
    private readonly ConcurrentQueue<Diagnostic> said = new();

    /// <summary>What was missing: patterns, characters.</summary>
    public IEnumerable<Diagnostic> Diagnostics =>
        paragraphs.Diagnostics.Concat(collectors.Values.SelectMany(c => c.Diagnostics).Concat(said).Distinct().OrderBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal).DistinctBy(d => d.Message));

    /// <inheritdoc />
    public StyledText Collect(
        ImmutableArray<Inline> content,
        StyledElement element,
        int ordinal,
        int structure,
        string language,
        SourceSpan span,
        IStructureBuilder builder,
        SectionReferences references) =>
        collectors.GetOrAdd(references, r => new TextCollector(sheet, fonts, r, r, pictures))
            .Collect(content, new TextOrigin(element, language) { StructureElement = structure, Ordinal = ordinal, Span = span }, builder);

    /// <inheritdoc />
    public SetParagraph Set(StyledText text, ComputedStyle style, Length measure) => paragraphs.Set(text, style, measure);

    /// <inheritdoc />
    public ImmutableArray<Diagnostic> SaidOf(SectionReferences references) => collectors.TryGetValue(references, out var collector) ? [.. collector.Diagnostics] : [];

    /// <inheritdoc />
    public int FaultsOf(SectionReferences references) => collectors.TryGetValue(references, out var collector) ? collector.Faults : 0;

    /// <inheritdoc />
    public void Said(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            said.Enqueue(diagnostic);
        }
    }
}
