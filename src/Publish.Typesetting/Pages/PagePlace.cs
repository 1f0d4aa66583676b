namespace Publish.Typesetting.Pages;

/// <summary>Where a page starts: what of the text and of the notes has been set before it.</summary>
/// <param name="Block">The block it starts with or in.</param>
/// <param name="Variant">The variant of that block (index in the list) where the page starts inside it; −1 where it starts with it.</param>
/// <param name="Line">Lines of that block set before.</param>
/// <param name="Note">The first note that isn't wholly set.</param>
/// <param name="NoteLine">Lines of it set before.</param>
/// <param name="Float">The first of the floating blocks that isn't set.</param>
internal readonly record struct PagePlace(int Block, int Variant, int Line, int Note, int NoteLine, int Float)
{
    /// <summary>The start of a list.</summary>
    public static readonly PagePlace Start = new(0, -1, 0, 0, 0, 0);
}
