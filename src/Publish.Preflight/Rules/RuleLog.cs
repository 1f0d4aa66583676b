using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;
using Publish.Preflight.Reading;

namespace Publish.Preflight.Rules;

/// <summary>Gathers what comes of rules.</summary>
internal sealed class RuleLog
{
    /// <summary>Places told of each rule; the others are counted.</summary>
    private const int Told = 5;

    private readonly ImmutableArray<RuleResult>.Builder _results = ImmutableArray.CreateBuilder<RuleResult>();

    /// <summary>What came of all rules so far.</summary>
    public ImmutableArray<RuleResult> Results => _results.ToImmutable();

    /// <summary>A rule that is kept where there is no finding.</summary>
    public void Check(string rule, string title, IEnumerable<RuleFinding> findings, Severity severity = Severity.Error)
    {
        var found = findings.ToList();
        Demand(rule);
        _results.Add(new RuleResult(rule, title, found.Count == 0 ? RuleStatus.Kept : RuleStatus.Broken, severity, [.. found.Take(Told)], found.Count, null));
    }

    /// <summary>A rule of the file as a whole.</summary>
    public void Check(string rule, string title, bool kept, string found, Severity severity = Severity.Error) =>
        Check(rule, title, kept ? [] : [new RuleFinding(0, null, null, found)], severity);

    /// <summary>A rule that the file can't be held against.</summary>
    public void Skip(string rule, string title, string reason)
    {
        Demand(rule);
        _results.Add(new RuleResult(rule, title, RuleStatus.NotCheckable, Severity.Note, [], 0, reason));
    }

    // The catalogue is what the tests hold files against: a rule that isn't in it has none that breaks it.
    private static void Demand(string rule)
    {
        if (!RuleNames.All.Contains(rule, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"the rule '{rule}' is not in the catalogue");
        }
    }

    /// <summary>A finding at a place of a page, given from the corner of the page's own coordinates.</summary>
    public static RuleFinding At(PageFacts page, double? x, double? y, string message) => new(page.Number, x - page.Cut.Left, page.Cut.Top - y, message);

    /// <summary>A finding on a page.</summary>
    public static RuleFinding On(PageFacts page, string message) => new(page.Number, null, null, message);

    /// <summary>A length in inches and millimetres, as both kinds of printers speak.</summary>
    public static string Measure(double points) => string.Create(CultureInfo.InvariantCulture, $"{points / 72:0.###} in ({points / 72 * 25.4:0.#} mm)");

    /// <summary>A length in inches and millimetres.</summary>
    public static string Measure(Length length) => Measure(length.Points);

    /// <summary>A number as messages have it.</summary>
    public static string Figure(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
