using System.Text.RegularExpressions;
using Publish.Pdf.Conformance;
using Publish.Testing;

namespace Publish.Pdf.Tests.Conformance;

/// <summary>What the ledgers name is there: each test is a test, each violation has its case, and what is said to be enforced says by which of them.</summary>
public partial class LedgerTests
{
    // Out of a book's reach, as the ledgers say.
    private static readonly ViolationKind[] _withoutCase = [ViolationKind.LongName, ViolationKind.LargeInteger, ViolationKind.ManyObjects];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> TestMethods = new(ReadTests);

    public static TheoryData<string> Ledgers { get; } =
        [.. Directory.GetFiles(RepositoryRoot.Combine("src", "Publish.Pdf", "Conformance"), "PDF_*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void Every_test_a_ledger_names_is_one(string ledger)
    {
        var named = Quoted().Matches(Text(ledger)).Select(match => match.Groups[1].Value).Where(IsTest).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(Exists(name), name));
    }

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void What_is_enforced_says_by_which_test(string ledger)
    {
        var lines = Text(ledger).Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Split('|')).Where(cells => cells.Length > 3).Select(cells => (Status: cells[2].Trim(), How: cells[3], Line: string.Join('|', cells))).ToList();
        var enforced = lines.Where(line => line.Status.StartsWith("enforced", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(enforced);
        Assert.All(enforced, line => Assert.True(IsShown(line.How), line.Line));
    }

    [Fact]
    public void Every_violation_has_a_book_that_has_just_that_one()
    {
        var cases = ViolationTests.Cases.Select(row => row.Data.Item1).ToHashSet();
        Assert.Equal(_withoutCase.Order(), Enum.GetValues<ViolationKind>().Where(kind => !cases.Contains(kind)).Order());
    }

    // By a test, a violation with its case, a rule of a checker of finished files, or the judge of the standard itself.
    private static bool IsShown(string how) => Quoted().Matches(how).Select(match => match.Groups[1].Value).Any(name => IsTest(name) || Enum.TryParse<ViolationKind>(name, out _))
        || RuleName().IsMatch(how) || how.Contains("veraPDF", StringComparison.Ordinal);

    private static bool IsTest(string name) => name.Split('.')[0].EndsWith("Tests", StringComparison.Ordinal) || (name.Count(c => c == '_') >= 2 && name.All(c => char.IsLetterOrDigit(c) || c == '_'));

    private static bool Exists(string name) => name.Split('.') switch
    {
        [var method] when !method.EndsWith("Tests", StringComparison.Ordinal) => TestMethods.Value.Values.Any(methods => methods.Contains(method)),
        [var type] => TestMethods.Value.ContainsKey(type),
        [var type, var method] => TestMethods.Value.TryGetValue(type, out var methods) && methods.Contains(method),
        _ => false,
    };

    private static string Text(string ledger) => File.ReadAllText(RepositoryRoot.Combine("src", "Publish.Pdf", "Conformance", ledger + ".md"));

    // Of all rooms, as their files have them: what stands behind [Fact] or [Theory].
    private static Dictionary<string, HashSet<string>> ReadTests()
    {
        var tests = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var path in Directory.GetDirectories(RepositoryRoot.Combine("tests"), "*.Tests").SelectMany(folder => Directory.GetFiles(folder, "*Tests.cs", SearchOption.AllDirectories)))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!tests.TryGetValue(name, out var methods))
            {
                tests.Add(name, methods = new HashSet<string>(StringComparer.Ordinal));
            }

            methods.UnionWith(TestMethod().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value));
        }

        return tests;
    }

    [GeneratedRegex("`([A-Za-z_][A-Za-z0-9_.]*)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b\d\d-[a-z]+\b|`x-[a-z-]+`|rules? `[a-z-]+`")]
    private static partial Regex RuleName();

    // An explicit test is no proof: nobody need run it.
    [GeneratedRegex(@"\[(?:Fact|Theory)\]\s+(?:\[[^\]]*(?:\[[^\]]*\][^\]]*)*\]\s+)*public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex TestMethod();
}
