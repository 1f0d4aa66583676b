namespace Publish.Document;

/// <summary>The colours a file for the press may have.</summary>
public enum PressColor
{
    /// <summary>Black ink alone.</summary>
    Gray,

    /// <summary>Gray and the four inks.</summary>
    Cmyk,

    /// <summary>Gray and RGB, for printers that convert themselves.</summary>
    Rgb,
}

/// <summary>The printing condition that an edition's colours are meant for.</summary>
/// <param name="Profile">The ICC profile: a file of the book's folder.</param>
/// <param name="Name">Its name: a characterisation of the ICC registry, as FOGRA51, or the profile's own.</param>
/// <param name="Registry">The registry that knows the name; null for none.</param>
/// <param name="Span">Where <c>book.yaml</c> names it.</param>
public sealed record PrintingCondition(string Profile, string Name, string? Registry, SourceSpan Span);
