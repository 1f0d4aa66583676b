namespace Publish.Typesetting.Pages;

/// <summary>
/// Where a figure or table may stand that needn't stand where the manuscript has it. Nowhere before the page that its place in the manuscript comes to stand on,
/// nowhere past the end of its list; those of a list keep their order.
/// </summary>
internal enum FloatPlace : byte
{
    /// <summary>Here, where the manuscript has it.</summary>
    Here,

    /// <summary>Here if it fits, else at the head of the next page.</summary>
    Auto,

    /// <summary>At the head of this page or a later one.</summary>
    Top,

    /// <summary>At the foot of this page or a later one, above the notes.</summary>
    Bottom,

    /// <summary>On a page without text, with its like.</summary>
    Page,
}
