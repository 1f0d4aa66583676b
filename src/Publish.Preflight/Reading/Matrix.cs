namespace Publish.Preflight.Reading;

/// <summary>A transformation (ISO 32000-1, 8.3.3).</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>This one first, then <paramref name="next"/>.</summary>
    public Matrix Then(Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    public (double X, double Y) Of(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The box around a transformed rectangle.</summary>
    public Box Around(double left, double bottom, double right, double top)
    {
        var (a, b, c, d) = (Of(left, bottom), Of(right, bottom), Of(left, top), Of(right, top));
        return new Box(
            Math.Min(Math.Min(a.X, b.X), Math.Min(c.X, d.X)),
            Math.Min(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)),
            Math.Max(Math.Max(a.X, b.X), Math.Max(c.X, d.X)),
            Math.Max(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y)));
    }

    /// <summary>Length of the transformed unit along x.</summary>
    public double ScaleX => Math.Sqrt((A * A) + (B * B));

    /// <summary>Length of the transformed unit along y.</summary>
    public double ScaleY => Math.Sqrt((C * C) + (D * D));

    /// <summary>A length as it is on the page, whatever its direction.</summary>
    public double Scale => Math.Sqrt(Math.Abs((A * D) - (B * C)));
}
