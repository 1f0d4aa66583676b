using System.Text.RegularExpressions;
using Publish.Testing;

namespace Publish.Epub.Tests;

/// <summary>The ledgers beside the writer: each line names the tests that hold it, and those are there.</summary>
public sealed partial class LedgerTests
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Tests = new(FindTests);

    [Theory]
    [InlineData("EPUB_33.md")]
    [InlineData("EPUB_A11Y_11.md")]
    public void Every_line_names_tests_that_are_there(string name)
    {
        var lines = File.ReadAllLines(RepositoryRoot.Combine("src", "Publish.Epub", name));
        var rows = lines.Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToList();
        Assert.True(rows.Count > 20);
        var faults = new List<string>();
        foreach (var row in rows)
        {
            var tests = row.Length == 4 ? Names(row[3]) : [];
            if (tests.Count == 0)
            {
                faults.Add($"no test: {string.Join(" | ", row)}");
            }

            faults.AddRange(tests.Where(test => !IsThere(test)).Select(test => $"no such test: {test} ({row[0]})"));
            faults.AddRange(Codes().Matches(row.ElementAtOrDefault(2) ?? "").Select(code => code.Value).Where(code => !Document.DiagnosticCatalogue.All.Any(kind => kind.Code == code)).Select(code => $"no such code: {code}"));
        }

        Assert.Empty(faults);
        // What the introduction names is there too.
        var named = lines.TakeWhile(line => !line.StartsWith('|')).SelectMany(Names)
            .Where(name => !name.Contains('/', StringComparison.Ordinal) && !name.EndsWith(".md", StringComparison.Ordinal) && (name.Contains("Tests", StringComparison.Ordinal) || name.Contains('_', StringComparison.Ordinal)));
        Assert.All(named, test => Assert.True(IsThere(test), test));
    }

    [Fact]
    public void What_is_not_there_is_noticed()
    {
        Assert.True(IsThere("LedgerTests.What_is_not_there_is_noticed"));
        Assert.True(IsThere("Ace_has_nothing_to_say"));
        Assert.True(IsThere("LedgerTests"));
        Assert.False(IsThere("LedgerTests.Ace_has_nothing_to_say"));
        Assert.False(IsThere("No_such_test"));
        Assert.False(IsThere("NoTests"));
    }

    private static List<string> Names(string text) => [.. Backticked().Matches(text).Select(match => match.Groups[1].Value)];

    // Without a class, a test of JudgesTests.
    private static bool IsThere(string test) => test.Split('.') switch
    {
        [var method] when method.Contains('_', StringComparison.Ordinal) => Tests.Value["JudgesTests"].Contains(method),
        [var type] => Tests.Value.ContainsKey(type),
        [var type, var method] => Tests.Value.TryGetValue(type, out var methods) && methods.Contains(method),
        _ => false,
    };

    private static Dictionary<string, HashSet<string>> FindTests()
    {
        var tests = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var folder in Directory.GetDirectories(RepositoryRoot.Combine("tests"), "Publish.*.Tests"))
        {
            foreach (var path in Directory.GetFiles(folder, "*Tests.cs"))
            {
                var source = File.ReadAllText(path);
                var type = Path.GetFileNameWithoutExtension(path);
                if (!tests.TryGetValue(type, out var methods))
                {
                    tests[type] = methods = new(StringComparer.Ordinal);
                }

                methods.UnionWith(Method().Matches(source).Select(match => match.Groups[1].Value));
            }
        }

        return tests;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex(@"\bEPB\d+")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b(?:[^;{}]|\{[^}]*\})*?public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Method();
}
