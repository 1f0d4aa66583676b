namespace Publish.Cli;

/// <summary>What the command line asked for.</summary>
/// <param name="Book">The book's folder; null for the default.</param>
/// <param name="Editions">Editions by name; empty for all.</param>
/// <param name="OutFolder">The output folder.</param>
/// <param name="Json">Whether to speak JSON.</param>
/// <param name="CheckOnly">Whether to write nothing.</param>
internal sealed record BuildArguments(string? Book, string[] Editions, string OutFolder, bool Json, bool CheckOnly)
{
    /// <summary>Reports to write beside the editions, by name.</summary>
    public string[] Reports { get; init; } = [];

    /// <summary>A stylesheet for the pages, after the book's own; null for none.</summary>
    public string? Style { get; init; }

    /// <summary>Whether to go on and build again whenever a file of the book is saved.</summary>
    public bool Watch { get; init; }
}
