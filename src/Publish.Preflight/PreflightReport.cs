using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Preflight;

/// <summary>What came of a rule.</summary>
public enum RuleStatus
{
    /// <summary>The file keeps it.</summary>
    Kept,

    /// <summary>The file breaks it.</summary>
    Broken,

    /// <summary>The file can't be held against it: the printer states no figure, or the file hides what is asked for.</summary>
    NotCheckable,
}

/// <summary>A place where a rule is broken.</summary>
/// <param name="Page">The page, from 1; 0 for the file as a whole.</param>
/// <param name="X">From the left of the trimmed page, in points; null for no place on the page.</param>
/// <param name="Y">From the top of the trimmed page, in points; null for no place on the page.</param>
/// <param name="Message">What is there.</param>
public sealed record RuleFinding(int Page, double? X, double? Y, string Message);

/// <summary>A rule and what came of it.</summary>
/// <param name="Rule">Its name: <c>gutter</c>, <c>x-output-intent</c>.</param>
/// <param name="Title">What it asks, with its figure.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Severity">How much it weighs where it is broken.</param>
/// <param name="Findings">The first places where it is broken.</param>
/// <param name="Count">How many places there are in all.</param>
/// <param name="Reason">Why it can't be checked; null where it can.</param>
public sealed record RuleResult(string Rule, string Title, RuleStatus Status, Severity Severity, ImmutableArray<RuleFinding> Findings, int Count, string? Reason);

/// <summary>What a finished file was found to be.</summary>
public sealed record PreflightReport
{
    /// <summary>Pages; 0 where the file can't be read.</summary>
    public int Pages { get; init; }

    /// <summary>Width of the trimmed first page, in points.</summary>
    public double TrimWidth { get; init; }

    /// <summary>Height of the trimmed first page, in points.</summary>
    public double TrimHeight { get; init; }

    /// <summary>The version of PDF: "1.6".</summary>
    public string Version { get; init; } = "";

    /// <summary>The program that wrote it, as it says; null for none.</summary>
    public string? Producer { get; init; }

    /// <summary>The standard it claims; null for none.</summary>
    public string? Claim { get; init; }

    /// <summary>The rules, in order.</summary>
    public ImmutableArray<RuleResult> Rules { get; init; } = [];

    /// <summary>Whether no rule that weighs as an error is broken.</summary>
    public bool Passed => !Rules.Any(rule => rule is { Status: RuleStatus.Broken, Severity: Severity.Error });
}
