using Publish.Typesetting.Pages;

namespace Publish.Editions;

/// <summary>Causes of a page's cost in words and as a name in JSON.</summary>
internal static class PageCauseText
{
    /// <summary>In a few words.</summary>
    public static string Words(PageCause cause) => cause switch
    {
        PageCause.Delta => "a line longer or shorter than the type area",
        PageCause.Variant => "a paragraph set longer or shorter",
        PageCause.Stretch => "white added above a block",
        PageCause.NoteSlack => "white added above the notes",
        PageCause.NoteSplit => "a note goes on overleaf",
        PageCause.NoteArea => "notes take more than half of the page",
        PageCause.NotesOnly => "only notes on the page",
        PageCause.FloatDeferred => "a figure moved to the next page",
        PageCause.FloatPage => "only figures on the page",
        PageCause.Break => "a break at a place the style would rather not have",
        PageCause.HyphenAcross => "a hyphen at the foot of a left-hand page",
        PageCause.ShortLast => "few lines on the last page",
        PageCause.Uneven => "facing pages don't end level",
        PageCause.HyphenOverLeaf => "a hyphen where the leaf turns",
        PageCause.Widow => "a widow on the next page",
        PageCause.NoteStub => "a single line of a note alone",
        PageCause.Orphan => "an orphan at the foot",
        PageCause.ShortPage => "two lines short or more",
        PageCause.Keep => "what belongs together is parted",
        PageCause.NoteApart => "a note starts after its call's page",
        PageCause.Overflow => "something is taller than the page",
        _ => Name(cause),
    };

    /// <summary>As "note-split".</summary>
    public static string Name(PageCause cause)
    {
        var name = new System.Text.StringBuilder();
        foreach (var c in cause.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0)
            {
                name.Append('-');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
