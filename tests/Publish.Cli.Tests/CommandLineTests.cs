using System.Text.Json;
using Publish.Testing;

namespace Publish.Cli.Tests;

public class CommandLineTests
{
    [Fact]
    public void Help_names_the_commands_and_the_exit_codes()
    {
        var (code, output, _) = Run("--help");
        Assert.Equal(0, code);
        Assert.Contains("build", output, StringComparison.Ordinal);
        Assert.Contains("check", output, StringComparison.Ordinal);
        Assert.Contains("Exit codes", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_a_usage_error()
    {
        var (code, _, error) = Run("build", "--nonsense");
        Assert.Equal(2, code);
        Assert.Contains("--nonsense", error, StringComparison.Ordinal);
        Assert.Contains("hint:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_diagnostic()
    {
        var (code, _, error) = Run("build", "no-such-folder");
        Assert.Equal(1, code);
        Assert.Contains("error EDN004", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_may_hold_the_book_in_its_manuscript_folder()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(Path.Combine(scratch.Path, "manuscript"));
        File.WriteAllText(Path.Combine(scratch.Path, "manuscript", "book.yaml"), "title: [");
        var (code, _, error) = Run("check", scratch.Path);
        Assert.Equal(1, code);
        Assert.Contains("error MAN002", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_says_the_same()
    {
        var (code, output, _) = Run("build", "no-such-folder", "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal(1, code);
        Assert.False(json.RootElement.GetProperty("succeeded").GetBoolean());
        Assert.Equal("EDN004", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
