using System.Collections.Immutable;
using Markdig.Syntax;
using Publish.Document;
using Block = Publish.Document.Block;
using Inline = Publish.Document.Inline;
using MarkdigBlock = Markdig.Syntax.Block;

namespace Publish.Manuscript;

/// <summary>Sections with their titles and blocks.</summary>
/// <param name="conversion">What the conversion shares.</param>
internal sealed class SectionConverter(Conversion conversion)
{
    public Section Convert(RawSection raw)
    {
        var section = Own(raw);
        return raw.Sections.Count == 0 ? section : section with { Sections = [.. raw.Sections.Select(Convert)] };
    }

    // The section without those inside it: converted by an earlier reading, or now.
    private Section Own(RawSection raw)
    {
        if (conversion.Reading.Settings.Memory is not { } memory)
        {
            return Made(raw);
        }

        if (memory.Find(raw) is { } kept && kept.Holds(raw, conversion))
        {
            kept.Tell(conversion);
            return kept.Section;
        }

        var before = conversion.State;
        var (said, surveys, passed) = (conversion.Reading.Diagnostics.Count, conversion.Surveys, conversion.Ids.Passed);
        var section = Made(raw);
        if ((said, surveys, passed) == (conversion.Reading.Diagnostics.Count, conversion.Surveys, conversion.Ids.Passed))
        {
            memory.Keep(raw, new KeptSection(raw, before, section, conversion));
        }

        return section;
    }

    private Section Made(RawSection raw)
    {
        var language = conversion.Plan.Metadata.Language;
        var ordinal = conversion.NextOrdinal();
        var attributes = raw.Heading?.Block.GetData(typeof(AttributeList)) as AttributeList ?? AttributeList.Empty;
        var own = conversion.Language(attributes, raw.Span);
        ImmutableArray<Inline> title = raw.Heading is { } heading ? conversion.Inlines.Convert(heading.File, heading.Block.Inline, own ?? language) : [];
        var id = conversion.HeadingId(attributes, title, raw.Span);
        var name = WhiteSpace.Collapse(PlainText.Of(title));
        conversion.Blocks.BeginSection();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        ImmutableArray<Inline> subtitle = [];
        foreach (var (file, sources) in raw.Stretches)
        {
            IReadOnlyList<MarkdigBlock> rest = sources;
            if (blocks.Count == 0 && subtitle.IsEmpty && sources is [DivisionFence { Count: 1 } first, ..] && first.Attributes.Has("subtitle") && first[0] is ParagraphBlock words)
            {
                subtitle = conversion.Inlines.Convert(file, words.Inline, own ?? language);
                rest = sources[1..];
            }

            blocks.AddRange(conversion.Blocks.Convert(file, rest, own ?? language));
        }

        return new(raw.Kind, raw.Matter, raw.TitleIsKind ? [] : title, blocks.ToImmutable(), [])
        {
            Ordinal = ordinal,
            Span = raw.Span,
            Id = id,
            Classes = [.. attributes.Classes.Where(c => c is not "unlisted")],
            Language = own,
            Subtitle = subtitle,
            ShortTitle = attributes["short-title"] ?? attributes["short"],
            NavigationTitle = name.Length > 0 ? name : conversion.Words.NameOf(raw.Kind),
            Listed = SectionKinds.Listed(raw.Kind) && !attributes.Has("unlisted"),
        };
    }
}
