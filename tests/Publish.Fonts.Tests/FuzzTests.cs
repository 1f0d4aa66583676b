using Publish.Fuzzing;

namespace Publish.Fonts.Tests;

/// <summary>A sample of what the fuzzing program does at length: damaged fonts are used or refused with a diagnostic, and nothing else happens.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Damaged_fonts_are_used_or_refused_in_bounded_time_and_memory()
    {
        var fonts = new[] { House.Italic, House.Mono }.Select(face => (face.PostScriptName, FontTarget.Small(face.Data.ToArray())));
        var report = Campaign.Run(FontTarget.Create([.. fonts]), 600, seed: 7);
        Assert.Empty(report.Faults);
        Assert.True(report.Outcomes[Outcome.Refused] > 50 && report.Outcomes[Outcome.Used] > 50, report.ToString());
    }
}
