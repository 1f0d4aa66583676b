using System.Diagnostics;
using System.Security.Cryptography;
using Publish.Testing;

namespace Publish.Cli.Tests;

/// <summary>The same manuscript and the same program give the same bytes, wherever the book lies and whatever the machine's time zone, language and clock.</summary>
public class ReproducibilityTests
{
    [Fact]
    public async Task Another_folder_time_zone_and_culture_change_no_byte()
    {
        using var scratch = new ScratchFolder();
        var here = RepositoryRoot.Combine("manuscript");
        var elsewhere = scratch.File("ein anderer Ort/bücher");
        Copy(here, elsewhere);
        var first = Build(here, scratch.File("one"), ("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C"));
        var second = Build(elsewhere, scratch.File("two"), ("TZ", "Asia/Tokyo"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"));
        await Task.WhenAll(first, second);
        var files = Hashes(scratch.File("one"));
        Assert.Contains(files, file => file.Contains("manifest.json", StringComparison.Ordinal));
        Assert.Equal(files, Hashes(scratch.File("two")));
    }

    private static async Task Build(string book, string folder, params (string Name, string Value)[] environment)
    {
        // The command as a process of its own: a culture or a time zone is the process's.
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", "--runtimeconfig", Path.Combine(AppContext.BaseDirectory, "Publish.Cli.Tests.runtimeconfig.json"), Path.Combine(AppContext.BaseDirectory, "publish.dll"), "build", book, "--out", folder },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, string.Concat(said));
    }

    private static string[] Hashes(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => Path.GetFileName(file) + " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))))];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
