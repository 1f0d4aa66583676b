using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Tests.Lines;

/// <summary>Sets words as a paragraph of the house style; a note called in them has the number 28.</summary>
internal static class LineSetting
{
    private static readonly RepositoryAssets Assets = new();
    private static readonly FontLibrary Fonts = FontLibrary.Load(Assets, []);
    private static readonly StyleSheet Sheet = StyleSheet.Load(Assets, "classic", StyleMedium.Print, []);

    public static SetParagraph Set(Inline[] content, string language, Length measure)
    {
        var collector = new TextCollector(Sheet, Fonts, new Numbers(), new Numbers());
        var element = new StyledElement("p", [], new StyledElement("body", [], null, null), null);
        var collected = collector.Collect([.. content], new TextOrigin(element, language) { Ordinal = 1 }, null);
        Assert.Empty(collector.Diagnostics);
        return new ParagraphSetter(new HyphenationPatterns(Assets)).Set(collected, Sheet.Compute(element), measure);
    }

    private sealed class Numbers : INoteNumbers, IPageLabels
    {
        public string TextOf(NoteCall call) => "28";

        public string TextOf(CrossReference reference) => "";
    }
}
