namespace Publish.Document.Tests;

public class ValueMemoryTests
{
    [Fact]
    public void What_the_last_build_used_is_there_and_the_rest_forgotten()
    {
        var memory = new ValueMemory<string, string>(StringComparer.Ordinal);
        Assert.Equal("A", memory.Of("a", _ => "A"));
        Assert.Equal("B", memory.Of("b", _ => "B"));

        memory.Turn();
        Assert.Equal("A", memory.Of("a", _ => "made anew"));

        memory.Turn();
        Assert.Equal(1, memory.Count);
        Assert.Equal("A", memory.Of("a", _ => "made anew"));
        Assert.Equal("made anew", memory.Of("b", _ => "made anew"));
    }

    [Fact]
    public void What_is_kept_replaces_what_was_kept()
    {
        var memory = new ValueMemory<string, string>();
        memory.Keep("a", "one");
        memory.Keep("a", "two");
        Assert.True(memory.TryGet("a", out var value));
        Assert.Equal("two", value);
        Assert.False(memory.TryGet("b", out _));
    }
}
