using Publish.Document;

namespace Publish.Covers;

/// <summary>The sheet a wrap-around cover is printed on: back, spine and front from left to right.</summary>
/// <param name="TrimWidth">Width of the trimmed front.</param>
/// <param name="TrimHeight">Height of the trimmed front.</param>
/// <param name="Spine">Width of the spine; zero for a book without one.</param>
public sealed record CoverSheet(Length TrimWidth, Length TrimHeight, Length Spine)
{
    /// <summary>How far ink runs beyond the trim on the four outer edges.</summary>
    public Length Bleed { get; init; } = Length.FromInches(0.125);

    /// <summary>Room for marks beyond the bleed; zero for no marks.</summary>
    public Length Slug { get; init; }

    /// <summary>How far text and what must not be cut stays from the trim and the folds.</summary>
    public Length Safe { get; init; } = Length.FromInches(0.25);

    /// <summary>Whether the spine is wide enough for text, by the printer's rule.</summary>
    public bool SpineText { get; init; }

    /// <summary>White kept free between the spine's text and the folds.</summary>
    public Length SpineClearance { get; init; } = Length.FromInches(0.0625);

    /// <summary>The white box for a barcode.</summary>
    public BarcodeBox Barcode { get; init; } = new(Length.FromInches(2), Length.FromInches(1.2), Length.FromInches(0.25));

    /// <summary>Whether the white box is kept where the book has no ISBN: the printer sets its own barcode there.</summary>
    public bool ReservesBarcode { get; init; }

    /// <summary>Width of the trimmed sheet: back, spine and front.</summary>
    public Length Width => TrimWidth + Spine + TrimWidth;
}

/// <summary>The white box for a barcode, at the foot of the back beside the spine.</summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Inset">How far it stands from the trim and the fold.</param>
public sealed record BarcodeBox(Length Width, Length Height, Length Inset);
