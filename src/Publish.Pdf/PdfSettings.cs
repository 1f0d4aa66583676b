using System.Collections.Immutable;
using Publish.Document;
using Publish.Pdf.Attachments;
using Publish.Pdf.Color;
using Publish.Typesetting.Display;

namespace Publish.Pdf;

/// <summary>How an edition is written.</summary>
/// <param name="Plan">The edition: whether it has links and tags, which standards it follows.</param>
public sealed record PdfSettings(EditionPlan Plan)
{
    /// <summary>The program's name and version, as the file names them.</summary>
    public string Producer { get; init; } = "Publish";

    /// <summary>The date the file bears; null for the manuscript's own.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>What the colours are meant for; null for none. PDF/A and PDF/X ask for one.</summary>
    public OutputIntent? OutputIntent { get; init; }

    /// <summary>The colours pictures may have; null for RGB in an edition with links and gray in one without.</summary>
    public Imaging.PictureColor? PictureColor { get; init; }

    /// <summary>What process colours of the stylesheet become; null for those of the output intent's device, RGB on screens, or as they are for a press without an intent.</summary>
    public ColorSpace? InkSpace { get; init; }

    /// <summary>Whether a press takes inks of their own; otherwise they are made of process colours.</summary>
    public bool SpotInks { get; init; } = true;

    /// <summary>Pixels per inch that pictures are sampled down to; null to keep what they have.</summary>
    public int? PixelsPerInch { get; init; }

    /// <summary>Quality (1–100) of JPEG for tones that were sampled down, where it packs them much better; null to keep every sample.</summary>
    public int? JpegQuality { get; init; }

    /// <summary>The most ink a pixel may have, in percent of one plate; null for no limit. Pictures converted to CMYK are kept below it, and so are CMYK pictures.</summary>
    public int? InkLimit { get; init; }

    /// <summary>The least pixels per inch of pictures in a file for the press; fewer are told of.</summary>
    public int LeastResolution { get; init; } = 300;

    /// <summary>The same for line art.</summary>
    public int LeastLineArtResolution { get; init; } = 600;

    /// <summary>Files that go along inside (PDF/A-3, PDF/A-4f).</summary>
    public ImmutableArray<AttachedFile> Attachments { get; init; } = [];

    /// <summary>Whether a standard the edition asks for takes files that go along.</summary>
    public static bool TakesAttachments(EditionPlan plan) => plan.Standards.Any(name => Conformance.Standard.Find(name) is { TakesAttachments: true });

    /// <summary>True for a file to be read by eyes and tests: a line to an entry, nothing compressed.</summary>
    public bool Readable { get; init; }

    /// <summary>True for a cross-reference table and plain objects instead of compressed ones, for old readers.</summary>
    public bool Classic { get; init; }

    /// <summary>How many threads may write pages; the bytes are the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where compressed streams are kept from edition to edition and build to build; null to keep none.</summary>
    public CompressionMemory? Streams { get; init; }

    /// <summary>What the edition's pages came to in earlier builds, and receives what they come to now; null to keep nothing.</summary>
    public PdfMemory? Memory { get; init; }

    /// <summary>Where pictures made ready are kept from build to build; null to keep none.</summary>
    public Imaging.ImageMemory? Pictures { get; init; }
}
