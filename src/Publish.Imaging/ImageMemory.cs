using Publish.Document;

namespace Publish.Imaging;

/// <summary>
/// Keeps pictures from build to build: what was found in their files, and what editions made of them. A picture whose file holds other bytes is another one. Only
/// what nothing had to be said of is kept, so that it is said by every build. Any thread may ask.
/// </summary>
public sealed class ImageMemory
{
    private readonly ValueMemory<string, ImageResource> _files = new(StringComparer.Ordinal);
    private readonly ValueMemory<(ImageResource Image, PrintPictureSettings Settings), PrintPicture> _printed = new();
    private readonly ValueMemory<(ImageResource Image, EpubPictureLimits Limits), EpubImage> _screened = new();

    /// <summary>A new build begins: what the one before didn't use is forgotten.</summary>
    public void Turn()
    {
        _files.Turn();
        _printed.Turn();
        _screened.Turn();
    }

    /// <summary>A picture whose file holds the same bytes as before; null where it doesn't.</summary>
    internal ImageResource? Find(string path, ReadOnlyMemory<byte> data) => _files.TryGet(path, out var known) && known.Data.Span.SequenceEqual(data.Span) ? known : null;

    /// <summary>Keeps a picture.</summary>
    internal void Keep(ImageResource image) => _files.Keep(image.Path, image);

    /// <summary>A picture for a PDF: made before, else now. Null where it can't be decoded.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="settings">What the edition can print.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <param name="make">Makes it.</param>
    public PrintPicture? Printed(ImageResource image, PrintPictureSettings settings, ICollection<Diagnostic> diagnostics, Func<ICollection<Diagnostic>, PrintPicture?> make) =>
        Of(_printed, (image, settings), diagnostics, make);

    /// <summary>A picture for an EPUB: made before, else now. Null where it can't be decoded.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="limits">What the readers can show.</param>
    /// <param name="diagnostics">What was found is added.</param>
    public EpubImage? Screened(ImageResource image, EpubPictureLimits limits, ICollection<Diagnostic> diagnostics) =>
        Of(_screened, (image, limits), diagnostics, said => EpubConverter.ForEpub(image, said, limits));

    private static TValue? Of<TKey, TValue>(ValueMemory<TKey, TValue> memory, TKey key, ICollection<Diagnostic> diagnostics, Func<ICollection<Diagnostic>, TValue?> make)
        where TKey : notnull
        where TValue : class
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(make);
        if (memory.TryGet(key, out var known))
        {
            return known;
        }

        var said = new List<Diagnostic>();
        var made = make(said);
        if (made is not null && said.Count == 0)
        {
            memory.Keep(key, made);
        }

        foreach (var diagnostic in said)
        {
            diagnostics.Add(diagnostic);
        }

        return made;
    }
}
