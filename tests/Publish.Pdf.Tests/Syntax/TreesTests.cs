using Publish.Pdf.Syntax;

namespace Publish.Pdf.Tests.Syntax;

public class TreesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Leaves_say_their_first_and_last_key(int count)
    {
        var table = new ObjectTable(SyntaxSettings.Default);
        var root = Trees.WriteNumbers(table, [.. Enumerable.Range(0, count).Select(i => i * 3)], (array, i) => array.Name("V"u8));
        var text = System.Text.Encoding.ASCII.GetString(table.Body(root.Number));
        if (count <= 64)
        {
            Assert.Equal("<</Nums[" + string.Concat(Enumerable.Range(0, count).Select(i => (i == 0 ? "" : " ") + $"{i * 3}/V")) + "]>>", text);
            return;
        }

        Assert.StartsWith("<</Kids[", text, StringComparison.Ordinal);
        var keys = 0;
        for (var number = root.Number + 1; number <= table.Count; number++)
        {
            var leaf = System.Text.Encoding.ASCII.GetString(table.Body(number));
            var held = Math.Min(64, count - keys);
            Assert.StartsWith($"<</Limits[{keys * 3} {(keys + held - 1) * 3}]/Nums[{keys * 3}/V", leaf, StringComparison.Ordinal);
            keys += held;
        }

        Assert.Equal(count, keys);
    }
}
