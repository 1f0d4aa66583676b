using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Publish.Testing;

namespace Publish.Cli.Tests;

/// <summary>
/// What the command says of a broken book. Each file of <c>Commands/</c> is a case: blocks named after a file change the small good book that lies in <c>book/</c>,
/// a block <c>delete</c> takes files away, and a block that begins with <c>publish</c> is a command with what it prints and, last, its exit code.
/// The good book is built first: a failure must leave its editions as they were.
/// </summary>
public partial class CommandSpecTests
{
    public static TheoryData<string> Cases() =>
        [.. Directory.GetFiles(Folder(), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says_what_is_wrong_and_leaves_the_last_good_editions(string name)
    {
        var file = Path.Combine(Folder(), name + ".md");
        var spec = File.ReadAllText(file).ReplaceLineEndings("\n");
        using var scratch = new ScratchFolder();
        CopyBook(scratch);
        var (made, _) = Run(scratch, ["build", "book", "--out", "out"]);
        Assert.Equal(0, made);
        var good = Contents(scratch.File("out"));
        Assert.NotEmpty(good);

        var actual = new StringBuilder(spec);
        foreach (Match block in Block().Matches(spec))
        {
            var info = block.Groups["info"].Value;
            var text = block.Groups["text"].Value;
            if (info == "delete")
            {
                foreach (var path in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    File.Delete(scratch.File("book/" + path));
                }
            }
            else if (info.StartsWith("publish ", StringComparison.Ordinal))
            {
                string[] arguments = [.. info.Split(' ').Skip(1)];
                var (code, output) = Run(scratch, arguments.Contains("--out", StringComparer.Ordinal) ? arguments : [.. arguments, "--out", "out"]);
                actual.Replace(block.Value, $"```{info}\n{output}=> {code}\n```");
                Assert.NotEqual(0, code);
                Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
            }
            else
            {
                scratch.Write("book/" + info, text);
            }
        }

        Assert.Equal(good, Contents(scratch.File("out")));
        if (Environment.GetEnvironmentVariable("PUBLISH_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual.ToString());
        }

        Assert.Equal(spec, actual.ToString());
    }

    [GeneratedRegex("^```(?<info>[^\n`]+)\n(?<text>(?:(?!```).*\n)*?)```$", RegexOptions.Multiline)]
    private static partial Regex Block();

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Commands");

    private static void CopyBook(ScratchFolder scratch)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder(), "book")))
        {
            scratch.Write("book/" + Path.GetFileName(file), File.ReadAllBytes(file));
        }
    }

    /// <summary>Every file with its bytes, in order of name.</summary>
    private static List<string> Contents(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => Path.GetFileName(file) + " " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))];

    /// <summary>Runs the command on the scratch folder's paths; in what it prints, the scratch folder is called ".".</summary>
    private static (int Code, string Output) Run(ScratchFolder scratch, string[] arguments)
    {
        string[] placed = [.. arguments.Select((argument, i) => i > 0 && (i == 1 || arguments[i - 1] == "--out") ? scratch.File(argument) : argument)];
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(placed, output, error);
        return (code, (error.ToString() + output).Replace(scratch.Path, ".", StringComparison.Ordinal).Replace(RepositoryRoot.Path, "REPOSITORY", StringComparison.Ordinal));
    }
}
