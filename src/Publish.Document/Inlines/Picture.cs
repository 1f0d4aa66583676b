namespace Publish.Document;

/// <summary>A picture file as the manuscript names it.</summary>
/// <param name="Path">Relative to the book's folder, forward slashes; checked to lie inside it.</param>
/// <param name="AlternativeText">What a reader who doesn't see it is told; empty for a decorative picture.</param>
/// <param name="Width">The width asked for; null for the picture's own.</param>
public sealed record Picture(string Path, string AlternativeText, PictureWidth? Width)
{
    /// <summary>Where in the manuscript it is named.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>True where the manuscript says that the picture only decorates.</summary>
    public bool Decorative { get; init; }
}

/// <summary>A width asked for: a share of the measure or a length; one of the two is set.</summary>
/// <param name="PerMille">Thousandths of the measure.</param>
/// <param name="Absolute">A length.</param>
public sealed record PictureWidth(int? PerMille, Length? Absolute);
