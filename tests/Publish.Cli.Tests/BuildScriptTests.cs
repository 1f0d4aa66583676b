using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Publish.Cli.Tests;

/// <summary>build.ps1, read and run by a hosted PowerShell with the commands it calls replaced by a recorder.</summary>
public class BuildScriptTests
{
    private static string Script { get; } = Path.Combine(RepositoryFolder(), "build.ps1");

    [Fact]
    public void It_parses()
    {
        Parser.ParseFile(Script, out _, out var errors);
        Assert.Empty(errors.Select(e => $"{e.Extent.StartLineNumber}: {e.Message}"));
    }

    [Theory]
    [InlineData("", "run --project src/Publish.Cli -c Release -- build")]
    [InlineData("Release", "publish src/Publish.Cli -c Release --use-current-runtime -p:NuGetLockFilePath=obj/release.lock.json -o out")]
    [InlineData("Tool", "pack src/Publish.Cli -c Release -p:PublishAot=false -p:NuGetLockFilePath=obj/tool.lock.json -o out")]
    public void It_calls_the_right_command(string mode, string expected)
    {
        var calls = Run(mode);
        Assert.StartsWith(expected, Assert.Single(calls).Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_tests_are_run_by_the_set_up_script_or_by_dotnet_test()
    {
        var call = Assert.Single(Run("Test"));
        Assert.True(call is "tests/run.sh" || call.StartsWith("test --solution Publish.sln", StringComparison.Ordinal), call);
    }

    [Fact]
    public void A_failing_command_stops_it() =>
        Assert.Throws<RuntimeException>(() => Run("Release", exitCode: 1));

    private static List<string> Run(string mode, int exitCode = 0)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        // The hosted engine comes without the Management module: the few of its commands that the script uses are stood in for.
        shell.AddScript(
            """
            param($script, $folder, $mode, $exit)
            $global:calls = [System.Collections.Generic.List[string]]::new()
            $global:recordedExit = $exit
            function global:dotnet { $global:calls.Add(($args | ForEach-Object { $_ }) -join ' '); $global:LASTEXITCODE = $global:recordedExit }
            function global:bash { $global:calls.Add(($args | ForEach-Object { $_ }) -join ' '); $global:LASTEXITCODE = $global:recordedExit }
            function global:Join-Path { [System.IO.Path]::Combine($args[0], $args[1]) }
            function global:Push-Location { }
            function global:Pop-Location { }
            $arguments = @{}
            if ($mode) { $arguments[$mode] = $true }
            & ([scriptblock]::Create($script.Replace('$PSScriptRoot', "'$folder'"))) @arguments
            """).AddArgument(File.ReadAllText(Script)).AddArgument(Path.GetDirectoryName(Script)).AddArgument(mode).AddArgument(exitCode);
        shell.Invoke();
        Assert.Empty(shell.Streams.Error.Select(e => e.ToString()));
        var calls = runspace.SessionStateProxy.GetVariable("calls");
        return (List<string>)(calls is PSObject wrapped ? wrapped.BaseObject : calls);
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Publish.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Publish.sln stands nowhere above the tests");
    }
}
