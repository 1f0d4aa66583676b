using System.Text.Json;
using Publish.Testing;

namespace Publish.Cli.Tests;

/// <summary>Preflight from the command line: exit codes, lines, JSON.</summary>
public class PreflightTests
{
    private static readonly string File = RepositoryRoot.Combine("tests", "Publish.Preflight.Tests", "Foreign", "lualatex.pdf");

    [Fact]
    public void A_broken_rule_is_told_with_its_page_and_place()
    {
        var (code, output, error) = Run("check", "--printer", "ingramspark", File);

        Assert.Equal(1, code);
        Assert.Equal("", error);
        Assert.Contains("broken   gutter", output, StringComparison.Ordinal);
        Assert.Contains("page 1, ", output, StringComparison.Ordinal);
        Assert.Contains("fails", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_every_rule()
    {
        var (code, output, _) = Run("check", "--printer", "ingramspark", "--trim", "6in x 9in", "--json", File);
        using var json = JsonDocument.Parse(output);

        Assert.Equal(1, code);
        Assert.False(json.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal("ingramspark", json.RootElement.GetProperty("printer").GetProperty("name").GetString());
        var rules = json.RootElement.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!, rule => rule.GetProperty("status").GetString());
        Assert.Equal("kept", rules["trim"]);
        Assert.Equal("broken", rules["rgb"]);
        Assert.Equal("warning", rules["output-intent"]);
    }

    [Theory]
    [InlineData("--printer", "nobody")]
    [InlineData("--trim", "large")]
    [InlineData("--standard", "PDF/Z")]
    public void A_wrong_question_is_a_usage_error(string option, string value)
    {
        var (code, output, error) = Run("check", option, value, File);

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains("hint:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_printer_is_for_finished_files()
    {
        var (code, _, error) = Run("check", "--printer", "kdp");

        Assert.Equal(2, code);
        Assert.Contains("finished PDF", error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
