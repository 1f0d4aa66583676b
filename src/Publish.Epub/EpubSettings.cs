using System.Collections.Immutable;
using Publish.Document;
using Publish.Epub.Package;
using Publish.Fonts;

namespace Publish.Epub;

/// <summary>How an EPUB is to be written. The default is EPUB 3.3 alone; <see cref="ReaderProfiles"/> has others.</summary>
public sealed record EpubSettings
{
    /// <summary>Name of the edition: picks the ISBN.</summary>
    public string Edition { get; init; } = "epub";

    /// <summary>Whose readers it is for.</summary>
    public ReaderProfile Profile { get; init; } = new();

    /// <summary>On how many threads files are compressed. The bytes are the same.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What is kept of this edition from build to build; null to keep nothing. The bytes are the same.</summary>
    public EpubMemory? Memory { get; init; }
}

/// <summary>What an EPUB is made of besides the book.</summary>
/// <param name="Css">The stylesheet (<see cref="Styles.HouseFiles.EpubCss"/>).</param>
/// <param name="Pictures">Finds a picture and makes it ready; null where it can't.</param>
public sealed record EpubParts(string Css, Func<Picture, EpubPicture?> Pictures)
{
    /// <summary>Whether what hands over the pictures says itself why one isn't there (<see cref="EpubPicture.Of"/> does), so that it needn't be said again.</summary>
    public bool PicturesAreReported { get; init; }

    /// <summary>The fonts; null to embed none.</summary>
    public FontLibrary? Fonts { get; init; }

    /// <summary>The family embedded for titles and display pages; the text itself is left to the reader's choice.</summary>
    public string DisplayFamily { get; init; } = "EB Garamond";

    /// <summary>Where licences of the program's fonts lie beside them; null for none.</summary>
    public IAssets? Assets { get; init; }

    /// <summary>The book's folder, which may hold fonts with their licences; null for none.</summary>
    public IBookFiles? Files { get; init; }

    /// <summary>The cover as JPEG, 1600 × 2560, which may still be in the making: it is waited for when all else is written. Null for none.</summary>
    public Task<byte[]?>? Cover { get; init; }

    /// <summary>The signed checklist by which conformance is claimed; null to claim none.</summary>
    public AccessibilityChecklist? Checklist { get; init; }
}

/// <summary>An EPUB.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Diagnostics">What was found wrong, in order.</param>
public sealed record EpubResult(byte[] Bytes, ImmutableArray<Diagnostic> Diagnostics);
