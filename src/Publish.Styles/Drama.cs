using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Styles;

/// <summary>
/// Tells a play by its speeches, so that a stylesheet can set it as one: <c>section.drama</c>, <c>.speech</c> for a paragraph or a line of verse that begins with
/// its speaker (<c>.speaker</c> too where nothing follows on its line), <c>.direction</c> for a paragraph in italics.
/// </summary>
public static class Drama
{
    /// <summary>Fewest speeches of a section that is a play.</summary>
    private const int FewestSpeeches = 6;

    /// <summary>True where a section is (part of) a play.</summary>
    public static bool Is(Section section)
    {
        var speeches = 0;
        foreach (var block in section.Blocks)
        {
            speeches += block switch
            {
                Paragraph p when IsSpeech(p.Content) => 1,
                Verse v => v.Stanzas.Count(s => IsSpeech(s.Lines[0].Content)),
                _ => 0,
            };
            if (speeches >= FewestSpeeches)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of a block in a play, with what it is there as a class.</summary>
    public static ElementName Of(ElementName name, Block block) => block switch
    {
        Paragraph p when IsSpeaker(p.Content) => With(With(name, "speech"), "speaker"),
        VerseLine l when IsSpeaker(l.Content) => With(With(name, "speech"), "speaker"),
        Paragraph p when IsSpeech(p.Content) => With(name, "speech"),
        Paragraph { Content: [Emphasis] } => With(name, "direction"),
        VerseLine l when IsSpeech(l.Content) => With(name, "speech"),
        _ => name,
    };

    /// <summary>The name with a class more.</summary>
    public static ElementName With(ElementName name, string added) => name with { Classes = name.Classes.Add(added) };

    /// <summary>True for a speaker alone, whose speech begins on the next line.</summary>
    private static bool IsSpeaker(ImmutableArray<Inline> content) => content switch
    {
        [SmallCaps] => true,
        [SmallCaps, Document.Text { Value: var stop }] => stop.Trim() is "." or ":" or ",",
        _ => false,
    };

    /// <summary>True for words that begin with a name in small capitals and a stop after it, or nothing.</summary>
    private static bool IsSpeech(ImmutableArray<Inline> content) => content switch
    {
        [SmallCaps] => true,
        [SmallCaps, Text { Value: ['.' or ':' or ',', ..] }, ..] => true,
        [SmallCaps, Text { Value: " " }, Emphasis, ..] => true,
        _ => false,
    };
}
