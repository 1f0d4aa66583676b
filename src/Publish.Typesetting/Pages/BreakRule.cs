namespace Publish.Typesetting.Pages;

/// <summary>What a page break at a place would break; everything but <see cref="Free"/> is only allowed once no other pages can be found.</summary>
internal enum BreakRule : byte
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>Too few lines of a paragraph would begin the next page.</summary>
    Widow,

    /// <summary>Too few lines of a paragraph would end the page.</summary>
    Orphan,

    /// <summary>Things that belong together would part: a heading from its text, a table's row, what is to be kept together.</summary>
    Keep,

    /// <summary>A note called above the break would begin after it, as an earlier one is called below: the cells of a row that is divided.</summary>
    NoteApart,
}
