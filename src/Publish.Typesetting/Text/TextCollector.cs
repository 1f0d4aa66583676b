using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;

namespace Publish.Typesetting.Text;

/// <summary>
/// Makes <see cref="StyledText"/> of inlines: styles and faces are resolved, note numbers and page references filled in, structure elements made. Safe to use from several
/// threads as far as its parts are.
/// </summary>
/// <param name="style">The house style.</param>
/// <param name="fonts">Faces.</param>
/// <param name="notes">What note calls print.</param>
/// <param name="labels">What cross-references print.</param>
/// <param name="pictures">Pictures in lines; null where there are none.</param>
public sealed class TextCollector(StyleSheet style, FontLibrary fonts, INoteNumbers notes, IPageLabels labels, IInlinePictures? pictures = null)
{
    private readonly ConcurrentDictionary<(int CodePoint, bool Italic), Diagnostic> missing = new();

    /// <summary>Characters no face has, each once, in order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. missing.OrderBy(m => m.Key.CodePoint).ThenBy(m => m.Key.Italic).Select(m => m.Value).DistinctBy(d => d.Message)];

    /// <summary>How often a character was met that no face has.</summary>
    internal int Faults { get; private set; }

    internal StyleSheet Style => style;

    internal INoteNumbers Notes => notes;

    internal IPageLabels Labels => labels;

    internal IInlinePictures? Pictures => pictures;

    /// <summary>Collects the text of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="element">Its element.</param>
    /// <param name="language">The language around it; the block's own goes first.</param>
    /// <param name="structureElement">Its structure element.</param>
    /// <param name="structure">Receives elements for what is inside; null for an untagged edition.</param>
    public StyledText Collect(TextBlock block, StyledElement element, string language, int structureElement, IStructureBuilder? structure) =>
        Collect(block.Content, new TextOrigin(element, block.Language ?? language) { StructureElement = structureElement, Ordinal = block.Ordinal, Span = block.Span }, structure);

    /// <summary>Collects running text.</summary>
    /// <param name="inlines">The text.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="structure">Receives elements for what is inside; null for an untagged edition or text that is no content.</param>
    public StyledText Collect(ImmutableArray<Inline> inlines, TextOrigin origin, IStructureBuilder? structure) => new InlineWalk(this, origin, structure).Run(inlines);

    /// <summary>Generated text: a folio, a running head, a bullet.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="origin">What it belongs to.</param>
    /// <param name="structure">Gives its place in reading order; null for text that is no content.</param>
    public StyledText Generate(string text, TextOrigin origin, IStructureBuilder? structure) => Collect([new Document.Text(text)], origin with { Ordinal = null }, structure);

    /// <summary>The style's own face; null where no family is there (the library has said so).</summary>
    internal FontFace? FaceOf(CharacterStyle characters) => fonts.Find(characters.Families, characters.Weight, characters.Italic);

    /// <summary>A face for a character the style's own face lacks; null where none has it.</summary>
    internal FontFace? FallbackFor(int codePoint, CharacterStyle characters, SourceSpan span)
    {
        if (fonts.FindFor(codePoint, characters.Families, characters.Weight, characters.Italic) is { } face)
            return face;
        Faults++;
        missing.GetOrAdd((codePoint, false), static (key, place) => TypesettingDiagnostics.MissingCharacter.At(
            place, $"no face has U+{key.CodePoint:X4} ({char.ConvertFromUtf32(key.CodePoint)})", "add a font that has it to the book's folder 'fonts', and name it in the house style"), span);
        return null;
    }
}
