using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Xunit;

namespace Publish.Testing;

/// <summary>What a program that was run gave back.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All of its standard output, as UTF-8.</param>
/// <param name="Error">All of its standard error, as UTF-8.</param>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output and standard error, one after the other, without the white space around them.</summary>
    public string Everything => (Output + Error).Trim();
}

/// <summary>A program of this machine that judges what we made. Nothing of it is under test, so its absence skips a test, or fails it where judges are required.</summary>
public sealed class ExternalTool
{
    /// <summary>How long a program may take when the caller says nothing: five minutes.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(5);

    private ExternalTool(string path, string[] leading)
    {
        Path = path;
        this.leading = leading;
    }

    private readonly string[] leading;

    /// <summary>Absolute path of the program.</summary>
    public string Path { get; }

    /// <summary>True where a missing judge is a failure: the variable <c>PUBLISH_REQUIRE_VALIDATORS</c> is <c>1</c>, as <c>tests/run.sh</c> sets it.</summary>
    public static bool JudgesAreRequired => Environment.GetEnvironmentVariable("PUBLISH_REQUIRE_VALIDATORS") == "1";

    /// <summary>Finds a program on the PATH.</summary>
    /// <param name="name">The program's name, without an ending.</param>
    /// <returns>The program, or null where there is none.</returns>
    public static ExternalTool? Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string each in names)
            {
                string candidate = System.IO.Path.Combine(folder, each);
                if (File.Exists(candidate))
                {
                    return new ExternalTool(candidate, []);
                }
            }
        }

        return null;
    }

    /// <summary>Finds a program on the PATH; where there is none, the running test is skipped, or fails where judges are required.</summary>
    /// <param name="name">The program's name, without an ending.</param>
    /// <returns>The program.</returns>
    public static ExternalTool Require(string name) => Find(name) ?? throw Missing($"{name} is not on the PATH");

    /// <summary>A judge of <c>tests/tools</c> that is a Node program.</summary>
    /// <param name="script">Its file name.</param>
    /// <returns>The program, which takes the judge's own arguments.</returns>
    public static ExternalTool RequireNode(string script)
    {
        string chosen = RepositoryRoot.Combine("tests", "tools", ".build", "node");
        ExternalTool node = File.Exists(chosen) ? new ExternalTool(chosen, []) : Require("node");
        if (!Directory.Exists(RepositoryRoot.Combine("tests", "tools", "node_modules")))
        {
            throw Missing("the npm packages of tests/tools are not installed");
        }

        return new ExternalTool(node.Path, [RepositoryRoot.Combine("tests", "tools", script)]);
    }

    /// <summary>A judge of <c>tests/tools</c> that is a Java program behind a shell script.</summary>
    /// <param name="script">The script's file name.</param>
    /// <param name="classes">The folder of its compiled classes below <c>tests/tools/.build</c>.</param>
    /// <returns>The program, which takes the judge's own arguments.</returns>
    public static ExternalTool RequireJava(string script, string classes)
    {
        _ = Require("java");
        if (!Directory.Exists(RepositoryRoot.Combine("tests", "tools", ".build", classes)))
        {
            throw Missing($"the Java front {classes} of tests/tools is not compiled");
        }

        return new ExternalTool(Require("bash").Path, [RepositoryRoot.Combine("tests", "tools", script)]);
    }

    /// <summary>Runs the program and waits for its end.</summary>
    /// <param name="arguments">Its arguments, each as it is; no shell sees them.</param>
    /// <returns>What it gave back.</returns>
    public ToolResult Run(params IEnumerable<string> arguments) => Run(UsualLimit, arguments);

    /// <summary>Runs the program and waits for its end.</summary>
    /// <param name="limit">After this long the program and its children are ended.</param>
    /// <param name="arguments">Its arguments, each as it is; no shell sees them.</param>
    /// <returns>What it gave back.</returns>
    /// <exception cref="TimeoutException">The program took longer than the limit.</exception>
    public ToolResult Run(TimeSpan limit, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Path, [.. leading, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = RepositoryRoot.Path,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using Process process = Process.Start(start) ?? throw new Win32Exception($"{Path} did not start.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{System.IO.Path.GetFileName(Path)} {string.Join(' ', start.ArgumentList)} took longer than {limit}.");
        }

        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static FileNotFoundException Missing(string what)
    {
        string message = $"{what}; `bash tests/run.sh` installs it";
        Assert.SkipUnless(JudgesAreRequired, message);
        return new FileNotFoundException(message);
    }
}
