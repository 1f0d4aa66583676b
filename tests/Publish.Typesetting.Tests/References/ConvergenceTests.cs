using Publish.Typesetting.References;

namespace Publish.Typesetting.Tests.References;

/// <summary>References that move what they refer to: a layout is a function from printed answers to pages.</summary>
public class ConvergenceTests
{
    private const int MostPasses = 5;

    /// <summary>Runs passes as the typesetter does; gives the passes taken (0 for none that settled) and what is printed in the end.</summary>
    private static (int Passes, Dictionary<string, string> Printed, Convergence Convergence) Run(Func<IReadOnlyDictionary<string, string>, Dictionary<string, string>> layout, params string[] questions)
    {
        var convergence = new Convergence();
        var printed = questions.ToDictionary(q => q, _ => "000", StringComparer.Ordinal);
        for (var pass = 1; pass <= MostPasses; pass++)
        {
            var found = layout(printed);
            convergence.Take(questions, found.GetValueOrDefault);
            var next = questions.ToDictionary(q => q, q => convergence.Frozen.GetValueOrDefault(q) ?? found[q], StringComparer.Ordinal);
            if (questions.All(q => next[q] == printed[q]))
            {
                return (pass, printed, convergence);
            }

            printed = next;
        }

        return (0, printed, convergence);
    }

    [Fact]
    public void What_stands_still_takes_two_passes()
    {
        var (passes, printed, convergence) = Run(_ => new() { ["p a"] = "12" }, "p a");
        Assert.Equal(2, passes);
        Assert.Equal("12", printed["p a"]);
        Assert.Empty(convergence.Frozen);
    }

    [Fact]
    public void What_goes_to_and_fro_is_frozen_at_the_wider_and_named()
    {
        // Printed short it stands on 100, printed long on 99.
        Dictionary<string, string> Layout(IReadOnlyDictionary<string, string> printed) => new() { ["p a"] = printed["p a"].Length <= 2 ? "100" : "99" };
        var (passes, printed, convergence) = Run(Layout, "p a");
        Assert.InRange(passes, 3, MostPasses);
        Assert.Equal("100", printed["p a"]);
        Assert.Equal(("p a", "100", "99"), Assert.Single(Convergence.Wrong(printed, Layout(printed).GetValueOrDefault)));
        Assert.Equal("100", convergence.Frozen["p a"]);
    }

    [Fact]
    public void Two_that_push_each_other_come_to_rest()
    {
        Dictionary<string, string> Layout(IReadOnlyDictionary<string, string> p) => new()
        {
            ["p a"] = p["p b"] == "10" ? "9" : "10",
            ["p b"] = p["p a"] == "10" ? "10" : "9",
        };
        var (passes, _, convergence) = Run(Layout, "p a", "p b");
        Assert.InRange(passes, 3, MostPasses);
        Assert.NotEmpty(convergence.Frozen);
    }

    [Fact]
    public void A_chain_that_settles_by_itself_is_left_alone()
    {
        Dictionary<string, string> Layout(IReadOnlyDictionary<string, string> p) => new() { ["p a"] = "3", ["p b"] = p["p a"] == "3" ? "4" : "5", ["p c"] = p["p b"] == "4" ? "6" : "7" };
        var (passes, printed, convergence) = Run(Layout, "p a", "p b", "p c");
        Assert.Equal(4, passes);
        Assert.Empty(convergence.Frozen);
        Assert.Equal("6", printed["p c"]);
        Assert.Empty(Convergence.Wrong(printed, Layout(printed).GetValueOrDefault));
    }
}
