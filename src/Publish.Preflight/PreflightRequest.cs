using Publish.Printers;

namespace Publish.Preflight;

/// <summary>What a file is held against. A standard that the file claims is always among it.</summary>
public sealed record PreflightRequest
{
    /// <summary>The printer; null for none.</summary>
    public PrinterProfile? Printer { get; init; }

    /// <summary>A standard it must follow, claimed or not: <c>PDF/X-4</c>; null for none but the claimed one.</summary>
    public string? Standard { get; init; }

    /// <summary>The trim size it must have; null for any.</summary>
    public TrimSize? Trim { get; init; }

    /// <summary>Today, as the caller knows it; null to leave the age of the profile out.</summary>
    public DateOnly? Today { get; init; }
}
