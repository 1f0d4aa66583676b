using System.Collections.Immutable;

namespace Publish.Preflight.Reading;

/// <summary>A rectangle in points, y up.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public bool Contains(Box inner, double slack = 0.02) =>
        inner.Left >= Left - slack && inner.Bottom >= Bottom - slack && inner.Right <= Right + slack && inner.Top <= Top + slack;

    public bool Touches(Box other) => other.Left < Right && other.Right > Left && other.Bottom < Top && other.Top > Bottom;

    public Box With(Box other) => new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));
}

/// <summary>A family of colour spaces.</summary>
internal enum SpaceKind
{
    Gray,
    Rgb,
    Cmyk,
    CalGray,
    CalRgb,
    Lab,
    Icc,
    Indexed,
    Separation,
    DeviceN,
    Pattern,
    Unknown,
}

/// <summary>A colour space as the file has it.</summary>
/// <param name="Kind">Its family.</param>
/// <param name="Components">Components of a colour in it.</param>
/// <param name="Name">The ink of a Separation, the inks of a DeviceN; empty otherwise.</param>
/// <param name="Base">The space below it: of a palette, of an ink.</param>
internal sealed record Space(SpaceKind Kind, int Components, string Name = "", Space? Base = null)
{
    public static readonly Space Gray = new(SpaceKind.Gray, 1);
    public static readonly Space Rgb = new(SpaceKind.Rgb, 3);
    public static readonly Space Cmyk = new(SpaceKind.Cmyk, 4);
    public static readonly Space Pattern = new(SpaceKind.Pattern, 0);
    public static readonly Space Unknown = new(SpaceKind.Unknown, 0);

    /// <summary>Whether colours in it are red, green and blue, in whatever dress.</summary>
    public bool IsRgb => Kind is SpaceKind.Rgb or SpaceKind.CalRgb || (Kind == SpaceKind.Icc && Components == 3) || (Kind is SpaceKind.Indexed or SpaceKind.Pattern && Base is { IsRgb: true });

    /// <summary>Whether it is defined without a device.</summary>
    public bool IsIndependent => Kind is SpaceKind.Icc or SpaceKind.CalGray or SpaceKind.CalRgb or SpaceKind.Lab || (Kind is not (SpaceKind.Gray or SpaceKind.Rgb or SpaceKind.Cmyk) && Base is { IsIndependent: true });

    /// <summary>Whether it is an ink of its own.</summary>
    public bool IsSpot => (Kind is SpaceKind.Separation or SpaceKind.DeviceN && Name is not ("All" or "None" or "Black" or "Cyan" or "Magenta" or "Yellow")) || (Kind is SpaceKind.Indexed or SpaceKind.Pattern && Base is { IsSpot: true });

    public override string ToString() => Kind switch
    {
        SpaceKind.Icc => $"ICCBased with {Components} components",
        SpaceKind.Indexed => $"Indexed over {Base}",
        SpaceKind.Separation => $"Separation '{Name}'",
        SpaceKind.DeviceN => $"DeviceN '{Name}'",
        SpaceKind.Gray => "DeviceGray",
        SpaceKind.Rgb => "DeviceRGB",
        SpaceKind.Cmyk => "DeviceCMYK",
        SpaceKind.CalGray => "CalGray",
        SpaceKind.CalRgb => "CalRGB",
        SpaceKind.Lab => "Lab",
        SpaceKind.Pattern => "Pattern",
        _ => "an unknown colour space",
    };
}

/// <summary>What a colour is used for.</summary>
internal enum Purpose
{
    Text,
    Fill,
    Stroke,
    Shading,
}

/// <summary>A colour on a page, with the first place it is met at.</summary>
internal sealed record Paint(Purpose Purpose, Space Space, ImmutableArray<double> Color, bool Overprint, double X, double Y)
{
    /// <summary>Ink in percent, the sum of the plates; null where the space says nothing about plates.</summary>
    public double? Ink => Space.Kind switch
    {
        SpaceKind.Gray when Color.Length == 1 => (1 - Color[0]) * 100,
        SpaceKind.Cmyk when Color.Length == 4 => Color.Sum() * 100,
        SpaceKind.Separation when Color.Length == 1 => Color[0] * 100 * (Space.Name == "All" ? 4 : 1),
        _ => null,
    };

    /// <summary>Whether it is on the black plate alone.</summary>
    public bool IsBlackPlate => Space.Kind is SpaceKind.Gray || (Space.Kind == SpaceKind.Separation && Space.Name == "Black")
        || (Space.Kind == SpaceKind.Cmyk && Color.Length == 4 && Color[0] == 0 && Color[1] == 0 && Color[2] == 0);

    /// <summary>Whether it is full black on the black plate.</summary>
    public bool IsFullBlack => IsBlackPlate && Ink is >= 99.9;
}

/// <summary>A picture on a page.</summary>
internal sealed record PictureUse(Box Area, int PixelWidth, int PixelHeight, double PixelsPerInch, Space Space, int Bits, bool IsMask, bool IsTransparent, ImmutableArray<string> Filters)
{
    /// <summary>The most ink of a pixel in percent; null where its samples can't be read or aren't of plates.</summary>
    public double? MostInk { get; init; }

    /// <summary>Whether it is line art: one bit a pixel.</summary>
    public bool IsLineArt => IsMask || Bits == 1;
}

/// <summary>Something on a page that some rule may forbid, in words.</summary>
internal sealed record Oddity(OddityKind Kind, string Words, double? X = null, double? Y = null);

/// <summary>Kinds of it.</summary>
internal enum OddityKind
{
    Transparency,
    PostScript,
    Opi,
    Transfer,
    Lzw,
    Jpx,
    OptionalContent,
    Unreadable,
    Halftone,
}

/// <summary>An annotation.</summary>
internal sealed record AnnotationUse(string Subtype, Box? Area);

/// <summary>A font on a page.</summary>
internal sealed record FontUse(string Name, string Type, bool Embedded);

/// <summary>A thin line.</summary>
internal sealed record ThinLine(double Width, double X, double Y);

/// <summary>Text and how far it reaches.</summary>
/// <param name="Area">All letters together.</param>
/// <param name="Letters">Letters, as where they stand and what they are.</param>
internal sealed record TextExtent(Box Area, ImmutableArray<(Box Area, string Letter)> Letters);

/// <summary>A page.</summary>
internal sealed record PageFacts(int Number, Box Media)
{
    public Box? Crop { get; init; }

    public Box? Bleed { get; init; }

    public Box? Trim { get; init; }

    public Box? Art { get; init; }

    public int Rotation { get; init; }

    public bool HasActions { get; init; }

    public bool IsEmpty { get; init; }

    public ImmutableArray<AnnotationUse> Annotations { get; init; } = [];

    public ImmutableArray<Paint> Paints { get; init; } = [];

    public ImmutableArray<PictureUse> Pictures { get; init; } = [];

    public ImmutableArray<FontUse> Fonts { get; init; } = [];

    public ImmutableArray<ThinLine> Lines { get; init; } = [];

    public ImmutableArray<Oddity> Oddities { get; init; } = [];

    /// <summary>The spaces that what is see-through is blended in, as groups name them.</summary>
    public ImmutableArray<Space> Blends { get; init; } = [];

    /// <summary>Where anything is drawn; null for nothing.</summary>
    public Box? Drawn { get; init; }

    /// <summary>The text; null where there is none or it can't be read.</summary>
    public TextExtent? Text { get; init; }

    /// <summary>Why the text can't be measured; null where it can.</summary>
    public string? TextFault { get; init; }

    /// <summary>The trimmed page: the trim box, else the art box, else the crop box, else the media box.</summary>
    public Box Cut => Trim ?? Art ?? Crop ?? Media;

    /// <summary>Whether it is a right-hand page.</summary>
    public bool IsRecto => Number % 2 == 1;
}

/// <summary>An output intent.</summary>
/// <param name="Subtype">For whom: GTS_PDFX.</param>
/// <param name="Condition">Its name.</param>
/// <param name="Registry">The registry that knows it.</param>
/// <param name="ProfileClass">Device class of the embedded profile: "prtr"; null for none embedded.</param>
/// <param name="ProfileSpace">Its colour space: "CMYK"; null for none.</param>
internal sealed record Intent(string Subtype, string Condition, string? Registry, string? ProfileClass, string? ProfileSpace);

/// <summary>What a file says of itself, in one of the two places where it does.</summary>
internal sealed record Facts
{
    public string? Title { get; init; }

    public string? Created { get; init; }

    public string? Modified { get; init; }

    public string? Trapped { get; init; }

    public string? Producer { get; init; }

    public string? DocumentId { get; init; }

    public string? VersionId { get; init; }

    public string? RenditionClass { get; init; }

    public string? PdfXVersion { get; init; }

    public string? PdfXConformance { get; init; }
}

/// <summary>A file.</summary>
internal sealed record FileFacts(string Version, long Length, ImmutableArray<PageFacts> Pages)
{
    public bool Encrypted { get; init; }

    public bool HasIdentifier { get; init; }

    public bool HasObjectStreams { get; init; }

    public Facts Info { get; init; } = new();

    public Facts? Xmp { get; init; }

    public ImmutableArray<Intent> Intents { get; init; } = [];

    public bool HasScripts { get; init; }

    public bool HasActions { get; init; }

    public bool HasForms { get; init; }

    public bool HasAttachments { get; init; }

    public bool HasLayers { get; init; }

    public bool HasBookmarks { get; init; }

    /// <summary>The PDF/X version that the file claims, as <c>book.yaml</c> writes it; null for none.</summary>
    public string? Claim => Xmp?.PdfXVersion is { } x && x.StartsWith("PDF/X-4", StringComparison.Ordinal) ? x
        : Info.PdfXConformance ?? (Info.PdfXVersion is { } version && version.StartsWith("PDF/X-3", StringComparison.Ordinal) ? version : Info.PdfXVersion ?? Xmp?.PdfXVersion);
}
