using Publish.Document;
using Publish.Imaging;

namespace Publish.Epub;

/// <summary>A picture made ready for an EPUB: a core media type within the limits of reading systems.</summary>
/// <param name="MediaType">image/jpeg, image/png, image/gif or image/svg+xml.</param>
/// <param name="Data">Its bytes.</param>
public sealed record EpubPicture(string MediaType, ReadOnlyMemory<byte> Data)
{
    /// <summary>Whether it moves.</summary>
    public bool Moves { get; init; }

    /// <summary>Its width and height in pixels; null where they aren't known.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>A picture of the book within a profile's limits; null where it is missing or can't be decoded, which the library or <paramref name="diagnostics"/> then says.</summary>
    /// <param name="library">The book's pictures.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="profile">Whose readers it is for.</param>
    /// <param name="diagnostics">Takes what is wrong with the pixels.</param>
    public static EpubPicture? Of(ImageLibrary library, Picture picture, ReaderProfile profile, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(profile);
        var limits = new EpubPictureLimits(profile.PictureWidth, profile.PictureHeight);
        return library.Find(picture) is { } found && (library.Memory is { } memory ? memory.Screened(found, limits, diagnostics) : EpubConverter.ForEpub(found, diagnostics, limits)) is { } ready
            ? new EpubPicture(ready.MediaType, ready.Data) { Moves = found.FrameCount > 1 && ready.MediaType == "image/gif", Size = ready is { Width: > 0, Height: > 0 } ? (ready.Width, ready.Height) : null }
            : null;
    }

    /// <summary>A picture as it lies in the book, where it is of a core media type already; null otherwise.</summary>
    public static EpubPicture? AsIs(IBookFiles files, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(picture);
        if (!files.TryRead(picture.Path, out var data))
        {
            return null;
        }

        var head = data.Span[..Math.Min(data.Length, 512)];
        return head is [0xFF, 0xD8, 0xFF, ..] ? new EpubPicture("image/jpeg", data)
            : head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? new EpubPicture("image/png", data)
            : head.StartsWith("GIF8"u8) ? new EpubPicture("image/gif", data)
            : head.IndexOf("<svg"u8) >= 0 ? new EpubPicture("image/svg+xml", data)
            : null;
    }
}
