namespace Publish.Cli;

/// <summary>What the command line asked of a finished file.</summary>
/// <param name="File">The PDF.</param>
/// <param name="Printer">A printer by name, or the path of a profile; null for none.</param>
/// <param name="Standard">A standard it must follow; null for the one it claims.</param>
/// <param name="Trim">The trim size it must have; null for any.</param>
/// <param name="Json">Whether to speak JSON.</param>
internal sealed record PreflightArguments(string File, string? Printer, string? Standard, string? Trim, bool Json);
