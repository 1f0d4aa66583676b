namespace Publish.Pdf.Content;

/// <summary>A stretch of a page's content that belongs to an element; its index among its page's is its MCID.</summary>
/// <param name="Element">Index of the element.</param>
/// <param name="Sequence">Its place in reading order there.</param>
internal readonly record struct MarkedContent(int Element, int Sequence);

/// <summary>A page's content as it goes into the file.</summary>
/// <param name="Data">The stream's data; empty for a blank page.</param>
/// <param name="IsDeflated">Whether the data is deflated.</param>
/// <param name="Marks">What belongs to which element, by MCID.</param>
internal sealed record PageContent(byte[] Data, bool IsDeflated, MarkedContent[] Marks);
