using System.Globalization;
using System.Text;
using Publish.Typesetting.Text.Unicode;

namespace Publish.Typesetting.Tests.Text;

/// <summary>The Unicode Character Database, version 15.0.0 (© 1991–2022 Unicode, Inc.; src/Publish.Typesetting/Text/Unicode/LICENCE-UNICODE.txt).</summary>
public class LineBreakRulesTests
{
    [Fact]
    public void The_conformance_test_of_the_standard_passes_without_exception()
    {
        var failures = new List<string>();
        var cases = 0;
        foreach (var line in TestData.Lines("LineBreakTest-15.0.0.txt"))
        {
            var test = line.Split('#')[0].Trim();
            if (test.Length == 0)
                continue;
            cases++;
            var text = new StringBuilder();
            var expected = new List<int>();
            foreach (var part in test.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (part == "÷")
                    expected.Add(text.Length);
                else if (part != "×")
                    text.Append(char.ConvertFromUtf32(int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            }

            var actions = new LineBreakAction[text.Length + 1];
            LineBreakRules.Find(text.ToString(), actions);
            var found = Enumerable.Range(0, actions.Length).Where(i => actions[i] != LineBreakAction.None);
            if (!found.SequenceEqual(expected))
                failures.Add(line);
        }

        Assert.Equal(7654, cases);
        Assert.Empty(failures);
    }

    [Fact]
    public void Every_code_point_has_the_class_the_database_gives_it()
    {
        var listed = 0;
        foreach (var line in TestData.Lines("LineBreak-15.0.0.txt"))
        {
            var parts = line.Split('#')[0].Split(';');
            if (parts.Length < 2)
                continue;
            var range = parts[0].Trim().Split("..");
            var first = int.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var last = int.Parse(range[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var codePoint = first; codePoint <= last; codePoint++)
            {
                listed++;
                var found = LineBreakClasses.Of(codePoint);
                var same = parts[1].Trim() switch
                {
                    "AI" or "SG" or "XX" => found == LineBreakClass.AL,
                    "CJ" => found == LineBreakClass.NS,
                    "SA" => found is LineBreakClass.AL or LineBreakClass.CM,
                    "OP" => found is LineBreakClass.OP or LineBreakClass.OPW,
                    "CP" => found is LineBreakClass.CP or LineBreakClass.CPW,
                    "ID" => found is LineBreakClass.ID or LineBreakClass.EPN,
                    var name => found.ToString() == name,
                };
                Assert.True(same, $"U+{codePoint:X4} is {parts[1]} but {found} was found");
            }
        }

        Assert.True(listed > 200_000);
        Assert.Equal(LineBreakClass.AL, LineBreakClasses.Of(0x10FFFF));
        Assert.Equal(LineBreakClass.PR, LineBreakClasses.Of(0x20CF));
    }
}
