using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>What came of reading a manuscript.</summary>
/// <param name="Book">The book; null where its plan could not be read at all. With errors among the diagnostics it is incomplete and no edition may be made of it.</param>
/// <param name="Diagnostics">Everything there is to say, in order of place.</param>
public sealed record ManuscriptResult(Book? Book, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether an error was found.</summary>
    public bool Failed => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
