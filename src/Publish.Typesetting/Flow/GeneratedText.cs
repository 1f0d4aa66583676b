using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Lines;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Flow;

/// <summary>Sets words that the manuscript doesn't have: folios, running heads, marks of lists, numbers of notes, page numbers of the contents.</summary>
internal sealed class GeneratedText(ITextSetter setter, FontLibrary fonts)
{
    /// <summary>A measure nothing reaches.</summary>
    private static readonly Length Wide = Length.FromPoints(5000);

    /// <summary>The words on one line, flush left; null where there is no face for them.</summary>
    public SetLine? Line(string words, ComputedStyle style, string language, StructureReference structure)
    {
        var characters = style.Characters;
        if (words.Length == 0 || fonts.Find(characters.Families, characters.Weight, characters.Italic) is not { } face)
        {
            return null;
        }

        var run = new StyledRun(0, words.Length, characters, face, characters.Size, characters.Size.Scale(characters.BaselineShift, 1000), language, structure) { Hyphenate = false };
        var text = new StyledText(words, [run], []) { Language = language };
        var set = setter.Set(text, style with { Alignment = TextAlignment.Left, TextIndent = Length.Zero, Hyphenate = false, Expansion = 0, OpticalMargins = false }, Wide);
        return set.Variants.IsEmpty || set.BestVariant.Lines.IsEmpty ? null : set.BestVariant.Lines[0];
    }

    /// <summary>How wide a line is.</summary>
    public static Length WidthOf(SetLine line)
    {
        var width = Length.Zero;
        foreach (var piece in line.Pieces)
        {
            width = Length.Max(width, piece.X + piece.Width);
        }

        return width;
    }
}
