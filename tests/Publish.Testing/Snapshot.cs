using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Publish.Testing;

/// <summary>
/// Compares a text with the accepted one beside the test: <c>Class.Method[.name].verified.txt</c>. On a difference the text is written as
/// <c>….received.txt</c> and the test fails. With <c>PUBLISH_ACCEPT_SNAPSHOTS=1</c> the text is accepted instead; never on CI.
/// </summary>
public static class Snapshot
{
    /// <summary>Fails unless the text is the accepted one. Ends of lines are compared as <c>\n</c>.</summary>
    /// <param name="actual">What the code under test gave.</param>
    /// <param name="name">Tells several snapshots of one test apart.</param>
    /// <param name="sourceFile">The test's file; the compiler fills it in.</param>
    /// <param name="member">The test; the compiler fills it in.</param>
    public static void Matches(string actual, string? name = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(actual);
        string folder = FolderOf(sourceFile);
        string stem = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{member}{(name is null ? "" : "." + name)}");
        Matches(actual, stem, Environment.GetEnvironmentVariable("PUBLISH_ACCEPT_SNAPSHOTS") == "1", Environment.GetEnvironmentVariable("CI") == "true");
    }

    /// <summary>Fails unless the text is that of <c>stem.verified.txt</c>.</summary>
    /// <param name="actual">What the code under test gave.</param>
    /// <param name="stem">Path of the snapshot without its ending.</param>
    /// <param name="accept">Writes the text as accepted where it differs.</param>
    /// <param name="continuousIntegration">Nothing is ever accepted here.</param>
    public static void Matches(string actual, string stem, bool accept, bool continuousIntegration)
    {
        ArgumentNullException.ThrowIfNull(actual);
        string verified = stem + ".verified.txt", received = stem + ".received.txt";
        string text = actual.ReplaceLineEndings("\n");
        string? accepted = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (string.Equals(accepted, text, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        if (accept && !continuousIntegration)
        {
            File.WriteAllText(verified, text, new UTF8Encoding(false));
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, new UTF8Encoding(false));
        throw new XunitException(accepted is null
            ? $"No accepted snapshot {verified}. What came is in {received}; look at it, then accept it with PUBLISH_ACCEPT_SNAPSHOTS=1."
            : $"Not the accepted snapshot {verified}: {FirstDifference(accepted, text)}. What came is in {received}.");
    }

    private static string FirstDifference(string accepted, string actual)
    {
        string[] before = accepted.Split('\n'), after = actual.Split('\n');
        int line = 0;
        while (line < before.Length && line < after.Length && string.Equals(before[line], after[line], StringComparison.Ordinal))
        {
            line++;
        }

        return $"line {line + 1} was \"{(line < before.Length ? before[line] : "(end)")}\", is \"{(line < after.Length ? after[line] : "(end)")}\"";
    }

    // A deterministic build maps the repository's root to /_/ in the paths the compiler writes down.
    private static string FolderOf(string sourceFile) => Path.GetDirectoryName(
        sourceFile.StartsWith("/_/", StringComparison.Ordinal) ? RepositoryRoot.Combine(sourceFile[3..]) : sourceFile)!;
}
