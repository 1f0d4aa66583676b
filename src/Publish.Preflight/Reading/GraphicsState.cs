using System.Collections.Immutable;

namespace Publish.Preflight.Reading;

/// <summary>What of the graphics state rules ask for (ISO 32000-1, 8.4). Copied where it is saved.</summary>
internal sealed record GraphicsState
{
    public Matrix Matrix { get; set; } = Matrix.Identity;

    public Space FillSpace { get; set; } = Space.Gray;

    public ImmutableArray<double> Fill { get; set; } = [0];

    public Space StrokeSpace { get; set; } = Space.Gray;

    public ImmutableArray<double> Stroke { get; set; } = [0];

    public double LineWidth { get; set; } = 1;

    public bool OverprintFill { get; set; }

    public bool OverprintStroke { get; set; }

    public int RenderingMode { get; set; }

    public double Leading { get; set; }
}
