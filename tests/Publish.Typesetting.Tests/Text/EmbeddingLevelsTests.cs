using System.Globalization;
using System.Text;
using Publish.Typesetting.Text.Directions;

namespace Publish.Typesetting.Tests.Text;

/// <summary>The Unicode Character Database, version 15.0.0 (© 1991–2022 Unicode, Inc.; src/Publish.Typesetting/Text/Unicode/LICENCE-UNICODE.txt).</summary>
public class EmbeddingLevelsTests
{
    [Fact]
    public void The_conformance_test_of_the_standard_passes()
    {
        var failures = new List<string>();
        var cases = 0;
        foreach (var line in TestData.Lines("BidiCharacterTest-15.0.0.txt"))
        {
            var fields = line.Split('#')[0].Trim().Split(';');
            if (fields.Length < 4)
                continue;
            var codePoints = Array.ConvertAll(fields[0].Split(' '), c => int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            // A paragraph separator or line feed inside a text is no matter of running text: there it ends a line, not the paragraph.
            if (Array.Exists(codePoints, c => c is '\n' or '\r' or 0x1C or 0x1D or 0x1E or 0x85 or 0x2029))
                continue;
            cases++;
            var text = new StringBuilder();
            var offsets = new List<int>();
            foreach (var c in codePoints)
            {
                offsets.Add(text.Length);
                text.Append(char.ConvertFromUtf32(c));
            }

            var expected = fields[3].Split(' ');
            var levels = EmbeddingLevels.Of(text.ToString(), byte.Parse(fields[2], CultureInfo.InvariantCulture));
            for (var i = 0; i < expected.Length; i++)
            {
                if (expected[i] != "x" && byte.Parse(expected[i], CultureInfo.InvariantCulture) != levels[offsets[i]])
                {
                    failures.Add(line);
                    break;
                }
            }
        }

        Assert.True(cases > 80_000, $"{cases} cases");
        Assert.Empty(failures.Take(5));
    }

    [Theory]
    [InlineData("plain words, naïve and ἀρετή", false)]
    [InlineData("the word חן means grace", true)]
    [InlineData("كتاب", true)]
    [InlineData("\U00010840", true)]
    public void Only_texts_with_letters_that_run_the_other_way_need_levels(string text, bool needed) => Assert.Equal(needed, EmbeddingLevels.AreNeeded(text));
}
