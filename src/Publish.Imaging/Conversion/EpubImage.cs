namespace Publish.Imaging;

/// <summary>A picture ready for an EPUB.</summary>
/// <param name="Data">The file.</param>
/// <param name="MediaType">Its media type, one of the core types of EPUB 3 that every reading system has: JPEG, PNG, GIF, SVG.</param>
/// <param name="Extension">The end of its name, with the dot.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record EpubImage(ReadOnlyMemory<byte> Data, string MediaType, string Extension, int Width, int Height);
