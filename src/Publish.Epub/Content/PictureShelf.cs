using System.Globalization;
using Publish.Document;

namespace Publish.Epub.Content;

/// <summary>A picture as it goes into the container.</summary>
/// <param name="Name">Its path in the publication.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Data">Its bytes.</param>
internal sealed record ShelvedPicture(string Name, string MediaType, ReadOnlyMemory<byte> Data);

/// <summary>The pictures a book uses, each once.</summary>
internal sealed class PictureShelf(Func<Picture, EpubPicture?> find, ICollection<Diagnostic> diagnostics, bool areReported = false)
{
    private readonly Dictionary<string, ShelvedPicture?> known = new(StringComparer.Ordinal);

    public List<ShelvedPicture> Pictures { get; } = [];

    /// <summary>Whether every picture met is described or decorative.</summary>
    public bool AllDescribed { get; private set; } = true;

    /// <summary>Whether a picture was met that doesn't only decorate.</summary>
    public bool SaysSomething { get; private set; }

    /// <summary>Whether a picture moves.</summary>
    public bool Moves { get; private set; }

    /// <summary>Takes a picture from the book.</summary>
    /// <returns>Its path in the publication; null where there is none, which is reported.</returns>
    public string? Take(Picture picture)
    {
        SaysSomething |= !picture.Decorative;
        if (!picture.Decorative && string.IsNullOrWhiteSpace(picture.AlternativeText))
        {
            AllDescribed = false;
            diagnostics.Add(EpubDiagnostics.NoAlternativeText.At(picture.Span, $"the picture “{picture.Path}” has no alternative text", "say in a few words what it shows, or mark it as decorative"));
        }

        if (!known.TryGetValue(picture.Path, out var placed))
        {
            if (find(picture) is { } found)
            {
                var extension = found.MediaType switch { "image/jpeg" => ".jpg", "image/png" => ".png", "image/gif" => ".gif", "image/svg+xml" => ".svg", "image/webp" => ".webp", _ => ".bin" };
                placed = new ShelvedPicture("images/picture-" + (Pictures.Count + 1).ToString(CultureInfo.InvariantCulture) + extension, found.MediaType, found.Data);
                Pictures.Add(placed);
                if (found.Moves)
                {
                    Moves = true;
                    diagnostics.Add(EpubDiagnostics.MovingPicture.At(picture.Span, $"the picture “{picture.Path}” moves", "use a still picture, or tell your readers what it does"));
                }
            }
            else if (!areReported)
            {
                diagnostics.Add(EpubDiagnostics.NoPicture.At(picture.Span, $"the picture “{picture.Path}” can't be put into the EPUB", "a sound JPEG, PNG, WebP, TIFF, GIF or SVG can"));
            }

            known.Add(picture.Path, placed);
        }

        return placed?.Name;
    }
}
