using System.Globalization;

namespace Publish.Document;

/// <summary>A length in scaled points: 65,536 to the PostScript point (1/72 in). All layout is done in these integers, overflow-checked.</summary>
/// <param name="Scaled">Scaled points (1/65,536 pt).</param>
public readonly record struct Length(long Scaled) : IComparable<Length>
{
    /// <summary>Scaled points in one point.</summary>
    public const long Unit = 65536;

    /// <summary>No length.</summary>
    public static readonly Length Zero;

    /// <summary>The length of <paramref name="points"/> PostScript points (1/72 in), rounded to the nearest scaled point.</summary>
    public static Length FromPoints(double points) => new((long)Math.Round(points * Unit, MidpointRounding.AwayFromZero));

    /// <summary>The length of a whole number of points.</summary>
    public static Length FromPoints(int points) => new(points * Unit);

    /// <summary>The length of <paramref name="inches"/> inches (72 pt each).</summary>
    public static Length FromInches(double inches) => FromPoints(inches * 72);

    /// <summary>The length of <paramref name="millimetres"/> millimetres.</summary>
    public static Length FromMillimetres(double millimetres) => FromPoints(millimetres * 72 / 25.4);

    /// <summary>In points, for output only: never for a decision of layout.</summary>
    public double Points => (double)Scaled / Unit;

    /// <summary>The sum.</summary>
    public static Length operator +(Length a, Length b) => new(checked(a.Scaled + b.Scaled));

    /// <summary>The difference.</summary>
    public static Length operator -(Length a, Length b) => new(checked(a.Scaled - b.Scaled));

    /// <summary>The opposite.</summary>
    public static Length operator -(Length a) => new(checked(-a.Scaled));

    /// <summary>A multiple.</summary>
    public static Length operator *(Length a, long factor) => new(checked(a.Scaled * factor));

    /// <summary>A multiple.</summary>
    public static Length operator *(long factor, Length a) => a * factor;

    /// <summary>A part, rounded towards zero.</summary>
    public static Length operator /(Length a, long divisor) => new(a.Scaled / divisor);

    /// <summary>How often <paramref name="b"/> goes into <paramref name="a"/>, rounded towards zero.</summary>
    public static long operator /(Length a, Length b) => a.Scaled / b.Scaled;

    /// <summary>What is left after whole multiples.</summary>
    public static Length operator %(Length a, Length b) => new(a.Scaled % b.Scaled);

    /// <summary>Whether shorter.</summary>
    public static bool operator <(Length a, Length b) => a.Scaled < b.Scaled;

    /// <summary>Whether longer.</summary>
    public static bool operator >(Length a, Length b) => a.Scaled > b.Scaled;

    /// <summary>Whether not longer.</summary>
    public static bool operator <=(Length a, Length b) => a.Scaled <= b.Scaled;

    /// <summary>Whether not shorter.</summary>
    public static bool operator >=(Length a, Length b) => a.Scaled >= b.Scaled;

    /// <summary>This length times <paramref name="numerator"/> / <paramref name="denominator"/>, rounded to nearest, without overflow between.</summary>
    public Length Scale(long numerator, long denominator)
    {
        var product = (Int128)Scaled * numerator;
        var half = denominator / 2;
        var rounded = product >= 0 == denominator > 0 ? (product + half) / denominator : (product - half) / denominator;
        return new(checked((long)rounded));
    }

    /// <summary>The longer of two.</summary>
    public static Length Max(Length a, Length b) => a.Scaled >= b.Scaled ? a : b;

    /// <summary>The shorter of two.</summary>
    public static Length Min(Length a, Length b) => a.Scaled <= b.Scaled ? a : b;

    /// <inheritdoc />
    public int CompareTo(Length other) => Scaled.CompareTo(other.Scaled);

    /// <summary>In points with up to four decimals, as "12.5pt".</summary>
    public override string ToString() => Points.ToString("0.####", CultureInfo.InvariantCulture) + "pt";
}
