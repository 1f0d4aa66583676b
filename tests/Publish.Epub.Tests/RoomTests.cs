namespace Publish.Epub.Tests;

public class RoomTests
{
    [Fact]
    public void It_stands_where_the_plan_says() =>
        Assert.StartsWith("Publish", System.Reflection.Assembly.Load("Publish.Epub").GetName().Name, StringComparison.OrdinalIgnoreCase);
}
