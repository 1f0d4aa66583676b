using System.Text;
using System.Text.Json;

namespace Publish.Testing.Judges;

/// <summary>One thing a judge found.</summary>
/// <param name="Severity">The judge's own word: fatal, error, warning, serious …</param>
/// <param name="Code">The rule, in the judge's own numbering.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Where">The place in the file, as close as the judge knows it; or null.</param>
public sealed record Finding(string Severity, string Code, string Message, string? Where);

/// <summary>What a judge says of one file.</summary>
/// <param name="Tool">The judge.</param>
/// <param name="File">The file.</param>
/// <param name="Findings">Everything it found, in its own order; empty when it has nothing against the file.</param>
/// <param name="Detail">All that the judge wrote, for what only it knows.</param>
public sealed record Verdict(string Tool, string File, IReadOnlyList<Finding> Findings, JsonElement Detail)
{
    /// <summary>True when the judge found nothing.</summary>
    public bool Passed => Findings.Count == 0;

    /// <summary>Fails the running test with all findings, unless there are none.</summary>
    public void MustPass() => Xunit.Assert.True(Passed, ToString());

    /// <summary>The findings, one on a line.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        StringBuilder text = new($"{Tool}: {Findings.Count} findings in {File}");
        foreach (Finding finding in Findings)
        {
            text.Append('\n').Append(finding.Severity).Append(' ').Append(finding.Code).Append(": ").Append(finding.Message);
            if (finding.Where is not null)
            {
                text.Append(" (").Append(finding.Where).Append(')');
            }
        }

        return text.ToString();
    }

    /// <summary>Reads what a judge of <c>tests/tools</c> printed: an object for a file, or an array of them.</summary>
    /// <param name="result">What running it gave.</param>
    /// <returns>A verdict for each file.</returns>
    /// <exception cref="InvalidDataException">The judge could not judge.</exception>
    internal static IReadOnlyList<Verdict> Read(ToolResult result)
    {
        if (result.ExitCode is not (0 or 1) || result.Output.Length == 0)
        {
            throw new InvalidDataException($"The judge ended with code {result.ExitCode}: {result.Everything}");
        }

        JsonElement said;
        try
        {
            using JsonDocument document = JsonDocument.Parse(result.Output);
            said = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"The judge printed no JSON: {result.Everything}");
        }

        List<Verdict> verdicts = [.. (said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().ToList() : [said]).Select(ReadOne)];
        return verdicts.All(verdict => verdict.Passed) == (result.ExitCode == 0)
            ? verdicts
            : throw new InvalidDataException($"The judge's exit code {result.ExitCode} is not what it printed: {result.Everything}");
    }

    private static Verdict ReadOne(JsonElement said) => new(said.GetProperty("tool").GetString()!, said.GetProperty("file").GetString()!,
        [.. said.GetProperty("findings").EnumerateArray().Select(finding => new Finding(finding.GetProperty("severity").GetString() ?? "error",
            finding.GetProperty("code").GetString() ?? "", finding.GetProperty("message").GetString() ?? "", finding.GetProperty("where").GetString()))], said);
}
