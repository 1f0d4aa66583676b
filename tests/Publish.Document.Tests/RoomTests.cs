namespace Publish.Document.Tests;

public class RoomTests
{
    [Fact]
    public void It_stands_where_the_plan_says() =>
        Assert.StartsWith("Publish", System.Reflection.Assembly.Load("Publish.Document").GetName().Name, StringComparison.OrdinalIgnoreCase);
}
