namespace Publish.Document;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Probably wrong; the edition is still made.</summary>
    Warning,

    /// <summary>Wrong: no edition is written, and the last good one stays.</summary>
    Error,
}

/// <summary>Something to tell the editor: what is wrong, where, and what to do. A value, never an exception; gathered, never first-fail.</summary>
/// <param name="Code">A code of the <see cref="DiagnosticCatalogue"/>, as "MAN004".</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Span">The place in the manuscript.</param>
/// <param name="Message">What is wrong: a lower-case sentence without full stop.</param>
/// <param name="Hint">What to do about it; null where there is nothing to add.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan Span, string Message, string? Hint = null)
{
    /// <summary>As a compiler says it: <c>file:line:column: error MAN004: message</c>.</summary>
    public override string ToString()
    {
        var place = Span.ToString();
        var severity = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
        return place.Length == 0 ? $"{severity} {Code}: {Message}" : $"{place}: {severity} {Code}: {Message}";
    }
}
