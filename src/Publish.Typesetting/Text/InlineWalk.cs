using System.Collections.Immutable;
using System.Text;
using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Text.Directions;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Text;

/// <summary>Walks the inlines of one text and gathers characters, runs and marks.</summary>
internal sealed class InlineWalk(TextCollector collector, TextOrigin origin, IStructureBuilder? structure)
{
    // Superiors and inferiors drawn by hand, where the face has none: size and rise in thousandths.
    private const int DrawnSize = 620;
    private const int DrawnRise = 330;

    [ThreadStatic]
    private static StringBuilder? charactersOfThread;

    private readonly StringBuilder characters = Taken();
    private readonly ImmutableArray<StyledRun>.Builder runs = ImmutableArray.CreateBuilder<StyledRun>();
    private readonly List<TextMark> marks = [];
    private int offset; // into the flat text of the model
    private int sequence;
    private int sequenceElement = -2;

    /// <summary>Gathers.</summary>
    public StyledText Run(ImmutableArray<Inline> inlines)
    {
        var style = collector.Style.Compute(origin.Element);
        var place = new Place(origin.Element, style, origin.Language, origin.StructureElement, null);
        if (style.Before is { Length: > 0 } before)
            Append(before, place, false);
        Walk(inlines, place);
        if (style.After is { Length: > 0 } after)
            Append(after, place, false);
        marks.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
        // The text of most paragraphs is that of the model as it stands.
        var text = inlines is [Document.Text { Value: var own }] && characters.Length == own.Length && characters.Equals(own) ? own : characters.ToString();
        charactersOfThread = characters;
        var settled = RunDirections.Settle(text, runs.ToImmutable(), origin.Language, out var rightToLeft);
        return new StyledText(text, settled, [.. marks]) { Span = origin.Span, Language = origin.Language, RightToLeft = rightToLeft };
    }

    // One buffer for text after text; a walk within a walk has its own.
    private static StringBuilder Taken()
    {
        var taken = charactersOfThread ?? new StringBuilder(4096);
        charactersOfThread = null;
        return taken.Clear();
    }

    private void Walk(ImmutableArray<Inline> inlines, Place place)
    {
        foreach (var inline in inlines)
        {
            if (inline is Document.Text text)
            {
                Append(text.Value, place, true);
                offset += text.Value.Length;
            }
            else
            {
                Visit(inline, place);
            }
        }
    }

    private void Visit(Inline inline, Place around)
    {
        var place = Enter(inline, around);
        if (place.Style.Hidden)
        {
            offset += PlainText.Of([inline]).Length;
            return;
        }

        var start = characters.Length;
        var index = marks.Count;
        if (place.Style.Before is { Length: > 0 } before)
            Append(before, place, false);
        switch (inline)
        {
            case LineBreak:
                Append("\n", place, true);
                offset++;
                break;
            case Code code:
                Append(code.Value, place, true);
                offset += code.Value.Length;
                break;
            case InlineImage image:
                AppendPicture(image, place);
                offset++;
                break;
            case NoteCall call:
                Append(collector.Notes.TextOf(call), place, false);
                break;
            case CrossReference { Form: not ReferenceForm.Text } reference:
                Append(collector.Labels.TextOf(reference), place, false);
                offset += PlainText.Of(reference.Content).Length;
                break;
            case CrossReference { Content.IsEmpty: true } reference:
                Append(collector.Labels.TextOf(reference), place, false);
                break;
            case InlineContainer container:
                Walk(container.Content, place);
                break;
            default:
                break;
        }

        if (place.Style.After is { Length: > 0 } after)
            Append(after, place, false);
        Mark(inline, start, index, place);
    }

    private Place Enter(Inline inline, Place around)
    {
        var name = ElementNames.Of(inline);
        var element = new StyledElement(name.Name, name.Classes, around.Element, null) { Id = inline.Id };
        var language = inline.Language ?? around.Language;
        var link = inline is Link or CrossReference or NoteCall ? inline : around.Link;
        return new(element, collector.Style.Compute(element), language, ElementFor(inline, around, language), link);
    }

    private int ElementFor(Inline inline, Place around, string language)
    {
        if (structure is null || around.Structure < 0)
            return around.Structure;
        var foreign = string.Equals(language, around.Language, StringComparison.OrdinalIgnoreCase) ? null : language;
        StructureRole? role = inline switch
        {
            Link or CrossReference => StructureRole.Link,
            NoteCall => StructureRole.Reference,
            Code => StructureRole.Code,
            InlineImage { Picture.Decorative: false } => StructureRole.Figure,
            Abbreviation { Expansion.Length: > 0 } => StructureRole.Span,
            _ => foreign is null ? null : StructureRole.Span,
        };
        if (role is not { } made)
            return around.Structure;
        sequenceElement = -2;
        return structure.Add(around.Structure, made, foreign, alternativeText: inline is InlineImage image ? image.Picture.AlternativeText : null, expansion: (inline as Abbreviation)?.Expansion);
    }

    private void Mark(Inline inline, int start, int index, Place place)
    {
        var mark = inline switch
        {
            NoteCall => new TextMark(MarkKind.NoteCall, start, characters.Length, inline, null, place.Structure),
            IndexMark => new TextMark(MarkKind.IndexMark, start, start, inline, inline.Id, -1),
            SourcePageMark => new TextMark(MarkKind.SourcePage, start, start, inline, inline.Id, -1),
            EmendedText e => new TextMark(MarkKind.Emendation, start, characters.Length, inline, inline.Id ?? "emendation-" + e.Record.Id.ToLowerInvariant(), -1),
            { Id: not null } => new TextMark(MarkKind.Anchor, start, characters.Length, inline, inline.Id, -1),
            _ => null,
        };
        if (mark is not null)
            marks.Insert(index, mark);
        if (place.Structure != origin.StructureElement)
            sequenceElement = -2;
    }

    private void AppendPicture(InlineImage image, Place place)
    {
        if (collector.Pictures?.Find(image) is not { } sized || collector.FaceOf(place.Style.Characters) is not { } face)
            return;
        var reference = image.Picture.Decorative ? StructureReference.ArtifactOf(ArtifactKind.Layout) : ReferenceTo(place);
        runs.Add(new StyledRun(characters.Length, 1, place.Style.Characters, face, place.Style.Characters.Size, Length.Zero, place.Language, reference)
        {
            Source = Position(0),
            Link = place.Link,
            Picture = sized,
        });
        characters.Append('\uFFFC');
    }

    /// <summary>Appends characters, in runs of one face.</summary>
    private void Append(string text, Place place, bool ofModel)
    {
        if (text.Length == 0 || collector.FaceOf(place.Style.Characters) is not { } own)
            return;
        var coverage = FaceCoverage.Of(own);
        var start = 0;
        var face = own;
        for (var i = 0; i < text.Length;)
        {
            if (ReferenceEquals(face, own) && coverage.EndOfPlain(text.AsSpan(i)) is > 0 and var plain)
            {
                i += plain;
                continue;
            }

            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var codePoint = pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
            var length = pair ? 2 : 1;
            // Spaces, joiners and marks stay with the face they stand in if it can show them at all.
            if (!NeedsNoGlyph(codePoint) && !(face != own && Letters.IsMark(text[i]) && face.GlyphOf(codePoint) != 0))
            {
                var needed = coverage.Covers(codePoint) ? own : collector.FallbackFor(codePoint, place.Style.Characters, origin.Span) ?? own;
                if (!ReferenceEquals(needed, face))
                {
                    // The space after a word in another face is the style's own.
                    var cut = i;
                    while (ReferenceEquals(needed, own) && cut > start && Spaces.Divides(text[cut - 1]))
                        cut--;
                    AddRun(text, start, cut, face, place, ofModel);
                    start = cut;
                    face = needed;
                }
            }

            i += length;
        }

        AddRun(text, start, text.Length, face, place, ofModel);
    }

    private static bool NeedsNoGlyph(int codePoint) =>
        codePoint < 0x10000 && (Spaces.Divides((char)codePoint) || Spaces.IsSilent((char)codePoint) || codePoint is 0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F));

    private void AddRun(string text, int start, int end, FontFace face, Place place, bool ofModel)
    {
        if (start == end)
            return;
        var style = place.Style.Characters;
        var (size, rise) = (style.Size, style.Size.Scale(style.BaselineShift, 1000));
        if (style.Superior && !HasSuperiors(face, text.AsSpan(start, end - start)))
            (size, rise) = (style.Size.Scale(DrawnSize, 1000), rise + style.Size.Scale(DrawnRise, 1000));
        var reference = ReferenceTo(place);
        TextPosition? source = ofModel ? Position(start) : null;
        if (runs.Count > 0 && GoesOn(runs[^1], style, face, size, place, reference, source))
        {
            runs[^1] = runs[^1] with { Length = runs[^1].Length + end - start };
        }
        else
        {
            runs.Add(new StyledRun(characters.Length, end - start, style, face, size, rise, place.Language, reference)
            {
                Source = source,
                Link = place.Link,
                Hyphenate = place.Style.Hyphenate,
            });
        }

        var rest = text.AsSpan(start, end - start);
        for (var at = rest.IndexOfAny('\t', '\r'); at >= 0; at = rest.IndexOfAny('\t', '\r'))
        {
            characters.Append(rest[..at]).Append(' ');
            rest = rest[(at + 1)..];
        }

        characters.Append(rest);
    }

    private static bool GoesOn(StyledRun last, CharacterStyle style, FontFace face, Length size, Place place, StructureReference reference, TextPosition? source) =>
        ReferenceEquals(last.Style, style) && ReferenceEquals(last.Face, face) && last.Size == size && last.Structure == reference && ReferenceEquals(last.Link, place.Link) && last.Picture is null
        && last.Hyphenate == place.Style.Hyphenate && string.Equals(last.Language, place.Language, StringComparison.Ordinal)
        && (source is null ? last.Source is null : last.Source is { } before && before.Offset + last.Length == source.Value.Offset);

    private TextPosition? Position(int shift) => origin.Ordinal is { } ordinal ? new TextPosition(ordinal, offset + shift) : null;

    /// <summary>Runs of one element that follow each other share a place in reading order.</summary>
    private StructureReference ReferenceTo(Place place)
    {
        if (place.Structure < 0 || origin.Artifact != ArtifactKind.None || structure is null)
            return place.Structure < 0 || origin.Artifact != ArtifactKind.None ? StructureReference.ArtifactOf(origin.Artifact == ArtifactKind.None ? ArtifactKind.Layout : origin.Artifact) : new(place.Structure, 0, ArtifactKind.None);
        if (sequenceElement != place.Structure)
        {
            sequence = structure.NextSequence();
            sequenceElement = place.Structure;
        }

        return new(place.Structure, sequence, ArtifactKind.None);
    }

    /// <summary>Whether the face has superior forms of all characters of a text (sups).</summary>
    private static bool HasSuperiors(FontFace face, ReadOnlySpan<char> text)
    {
        if (!face.HasFeature("sups"))
            return false;
        var glyphs = new List<ShapedGlyph>(text.Length);
        face.Shape(text, ShapingSettings.Latin with { Features = FontFeatures.None.With("sups") }, glyphs);
        foreach (var glyph in glyphs)
        {
            if (glyph.Glyph == face.GlyphOf(text[glyph.Cluster]))
                return false;
        }

        return true;
    }

    /// <summary>What surrounds the text being gathered.</summary>
    /// <param name="Element">For the stylesheet.</param>
    /// <param name="Style">Its style.</param>
    /// <param name="Language">Its language.</param>
    /// <param name="Structure">Its structure element.</param>
    /// <param name="Link">What it leads to.</param>
    private sealed record Place(StyledElement Element, ComputedStyle Style, string Language, int Structure, Inline? Link);
}
