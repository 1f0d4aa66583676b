using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Printers;

/// <summary>What a printer asks of a book: dated data, read from <c>printers/NAME.yaml</c>. What the file doesn't say is null or empty, and nothing is assumed then.</summary>
/// <param name="Name">The name <c>book.yaml</c> and the command line know it by: <c>kdp</c>.</param>
/// <param name="Title">In words.</param>
/// <param name="Checked">When its figures were last gathered.</param>
public sealed record PrinterProfile(string Name, string Title, DateOnly Checked)
{
    /// <summary>The printer's preferred standards, the best first: <c>PDF/X-1a:2001</c>.</summary>
    public ImmutableArray<string> Standards { get; init; } = [];

    /// <summary>True where a file must follow one of <see cref="Standards"/>.</summary>
    public bool StandardRequired { get; init; }

    /// <summary>Trim sizes known.</summary>
    public ImmutableArray<TrimSize> Trims { get; init; } = [];

    /// <summary>Whether the printer has no other sizes than <see cref="Trims"/>.</summary>
    public bool TrimsAreAll { get; init; }

    /// <summary>How far the cut may miss; null where it isn't known.</summary>
    public Length? TrimTolerance { get; init; }

    /// <summary>The least margin at the spine, by page count, rising.</summary>
    public ImmutableArray<GutterStep> Gutter { get; init; } = [];

    /// <summary>The least margin at head, foot and fore-edge; null where it isn't known.</summary>
    public Length? Outside { get; init; }

    /// <summary>The same for a book with bleed; null for <see cref="Outside"/>.</summary>
    public Length? OutsideWithBleed { get; init; }

    /// <summary>How far pictures must reach beyond the trim where they bleed; null where it isn't known.</summary>
    public Length? Bleed { get; init; }

    /// <summary>Whether pages bleed at the spine as well.</summary>
    public bool BleedsAtSpine { get; init; }

    /// <summary>Whether crop and registration marks may stand in the file.</summary>
    public bool Marks { get; init; } = true;

    /// <summary>What is allowed as colour.</summary>
    public ColorRule Color { get; init; } = new();

    /// <summary>What pictures must have.</summary>
    public PictureRule Pictures { get; init; } = new();

    /// <summary>How many pages a book may have.</summary>
    public PageRule Pages { get; init; } = new();

    /// <summary>What a file must or must not hold.</summary>
    public FileRule File { get; init; } = new();

    /// <summary>How thick the spine is.</summary>
    public SpineRule Spine { get; init; } = new();

    /// <summary>The barcode on the back.</summary>
    public BarcodeRule Barcode { get; init; } = new();

    /// <summary>Where each group of figures is from.</summary>
    public ImmutableArray<FigureSource> Sources { get; init; } = [];

    /// <summary>The least margin at the spine of a book of so many pages; null where the printer says none.</summary>
    public Length? GutterOf(int pages)
    {
        Length? least = null;
        foreach (var step in Gutter)
        {
            if (pages >= step.From || least is null)
            {
                least = step.Least;
            }
        }

        return least;
    }

    /// <summary>Whether the figures are older than a year on a date. Printers change them without telling anyone.</summary>
    public bool IsOutOfDate(DateOnly today) => today > Checked.AddYears(1);

    /// <summary>The known trim size of these measures, to a hundredth of a point and a half for rounding; null for none.</summary>
    public TrimSize? TrimOf(Length width, Length height)
    {
        var near = Length.FromPoints(0.75);
        return Trims.FirstOrDefault(trim => Near(trim.Width, width, near) && Near(trim.Height, height, near));
    }

    private static bool Near(Length a, Length b, Length tolerance) => a - b <= tolerance && b - a <= tolerance;
}

/// <summary>A size a book may be cut to.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record TrimSize(Length Width, Length Height);

/// <summary>A step of a table of gutters.</summary>
/// <param name="From">The least page count it holds for.</param>
/// <param name="To">The highest page count; null for no end.</param>
/// <param name="Least">The least margin at the spine.</param>
public sealed record GutterStep(int From, int? To, Length Least);

/// <summary>What a printer allows as colour.</summary>
public sealed record ColorRule
{
    /// <summary>Whether RGB may stand in the file.</summary>
    public bool Rgb { get; init; } = true;

    /// <summary>Whether CMYK may stand in the file.</summary>
    public bool Cmyk { get; init; } = true;

    /// <summary>Whether inks of their own (Separation, DeviceN) may stand in the file.</summary>
    public bool Spot { get; init; } = true;

    /// <summary>Whether colours may be described by ICC profiles.</summary>
    public bool Icc { get; init; } = true;

    /// <summary>Whether the text of a book in black must be of the black ink alone.</summary>
    public bool TextBlackOnly { get; init; }

    /// <summary>The most ink on one spot, in percent (the sum of the four plates); null where it isn't known.</summary>
    public int? InkLimit { get; init; }
}

/// <summary>What pictures must have.</summary>
public sealed record PictureRule
{
    /// <summary>The least effective resolution in pixels per inch; null where it isn't known.</summary>
    public int? Resolution { get; init; }

    /// <summary>The same for line art (one bit a pixel); null for <see cref="Resolution"/>.</summary>
    public int? LineArtResolution { get; init; }

    /// <summary>More pixels per inch than this are waste; null where it isn't known.</summary>
    public int? MostResolution { get; init; }

    /// <summary>The thinnest line that prints; null where it isn't known.</summary>
    public Length? Hairline { get; init; }
}

/// <summary>How many pages a book may have, and how that number is made.</summary>
public sealed record PageRule
{
    /// <summary>The fewest; null where it isn't known.</summary>
    public int? Least { get; init; }

    /// <summary>The most; null where it isn't known.</summary>
    public int? Most { get; init; }

    /// <summary>The page count is a multiple of this.</summary>
    public int MultipleOf { get; init; } = 1;

    /// <summary>Whether the last page must be blank.</summary>
    public bool LastIsBlank { get; init; }

    /// <summary>The page count of a book whose text ends on page <paramref name="pages"/>, blank pages at its end included.</summary>
    /// <param name="pages">Pages with text, and those between them.</param>
    /// <param name="lastIsBlank">Whether the last of them is blank already.</param>
    public int Round(int pages, bool lastIsBlank = false)
    {
        var least = LastIsBlank && !lastIsBlank ? pages + 1 : pages;
        var over = least % Math.Max(1, MultipleOf);
        return over == 0 ? least : least + MultipleOf - over;
    }
}

/// <summary>What a file must or must not hold.</summary>
public sealed record FileRule
{
    /// <summary>Whether links and other annotations may stand in it.</summary>
    public bool Annotations { get; init; } = true;

    /// <summary>Whether bookmarks may stand in it.</summary>
    public bool Bookmarks { get; init; } = true;

    /// <summary>Whether anything may be see-through.</summary>
    public bool Transparency { get; init; } = true;

    /// <summary>The largest size in megabytes (millions of bytes); null where it isn't known.</summary>
    public int? MostMegabytes { get; init; }
}

/// <summary>The barcode on the back.</summary>
public sealed record BarcodeRule
{
    /// <summary>Whether a book may bring its own; null where it isn't known.</summary>
    public bool? Own { get; init; }

    /// <summary>Whether it must.</summary>
    public bool Required { get; init; }

    /// <summary>The box the printer puts its own code in; null for none.</summary>
    public TrimSize? Box { get; init; }

    /// <summary>From the box to the edges; null where it isn't known.</summary>
    public Length? FromEdge { get; init; }
}

/// <summary>Where a group of figures is from.</summary>
/// <param name="Figures">The group, as the file calls it: <c>gutter</c>.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record FigureSource(string Figures, string Source, FigureConfidence Confidence);

/// <summary>How sure a figure is.</summary>
public enum FigureConfidence
{
    /// <summary>From the printer's own pages.</summary>
    Printer,

    /// <summary>From others who agree.</summary>
    ThirdParty,

    /// <summary>From memory; look before you print.</summary>
    Memory,
}
