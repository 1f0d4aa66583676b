using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Imaging;

/// <summary>The pictures of a book: each file is read and looked at once, and is one object however often it is used. Any thread may ask.</summary>
/// <param name="files">The book's folder.</param>
/// <param name="memory">Pictures of earlier builds; null to keep none.</param>
public sealed class ImageLibrary(IBookFiles files, ImageMemory? memory = null)
{
    private readonly SortedDictionary<string, (ImageResource? Resource, ImmutableArray<Diagnostic> Diagnostics)> _known = new(StringComparer.Ordinal);

    /// <summary>Pictures of earlier builds; null where none are kept.</summary>
    public ImageMemory? Memory => memory;

    /// <summary>What was wrong with the pictures asked for so far, in order of their paths.</summary>
    public ImmutableArray<Diagnostic> Diagnostics
    {
        get
        {
            lock (_known) return [.. _known.Values.SelectMany(static k => k.Diagnostics)];
        }
    }

    /// <summary>The picture that the manuscript names; null where it is missing or can't be used, which <see cref="Diagnostics"/> then says.</summary>
    public ImageResource? Find(Picture picture)
    {
        lock (_known)
        {
            if (_known.TryGetValue(picture.Path, out var known)) return known.Resource;
            var diagnostics = new List<Diagnostic>();
            ImageResource? resource = null;
            var span = picture.Span == SourceSpan.None ? SourceSpan.WholeFile(picture.Path) : picture.Span;
            if (files.TryRead(picture.Path, out var data))
            {
                resource = memory?.Find(picture.Path, data) ?? ImageInspector.Inspect(picture.Path, data, diagnostics, span);
                if (resource is not null && diagnostics.Count == 0) memory?.Keep(resource);
            }
            else diagnostics.Add(ImageDiagnostics.Missing.At(span, $"the picture '{picture.Path}' isn't in the book's folder", "paths are relative to the book's folder; upper and lower case count"));
            _known.Add(picture.Path, (resource, [.. diagnostics]));
            return resource;
        }
    }
}
