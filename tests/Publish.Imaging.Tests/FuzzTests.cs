using Publish.Fuzzing;

namespace Publish.Imaging.Tests;

/// <summary>A sample of what the fuzzing program does at length: damaged pictures are used or refused with a diagnostic, and nothing else happens.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Damaged_pictures_are_used_or_refused_in_bounded_time_and_memory()
    {
        var report = Campaign.Run(PictureTarget.Create(mostPixels: 200_000), 1_500, seed: 7);
        Assert.Empty(report.Faults);

        // The damage reaches every stage, else nothing was tried.
        Assert.True(report.Outcomes[Outcome.Refused] > 100 && report.Outcomes[Outcome.GivenUp] > 20 && report.Outcomes[Outcome.Used] > 100, report.ToString());
    }
}
