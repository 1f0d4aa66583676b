using Publish.Document;

namespace Publish.Epub;

/// <summary>A picture made ready for an EPUB: a core media type within the limits of reading systems.</summary>
/// <param name="MediaType">image/jpeg, image/png, image/gif or image/svg+xml.</param>
/// <param name="Data">Its bytes.</param>
public sealed record EpubPicture(string MediaType, ReadOnlyMemory<byte> Data)
{
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
