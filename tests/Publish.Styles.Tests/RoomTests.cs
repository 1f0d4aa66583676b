namespace Publish.Styles.Tests;

public class RoomTests
{
    [Fact]
    public void It_stands_where_the_plan_says() =>
        Assert.StartsWith("Publish", System.Reflection.Assembly.Load("Publish.Styles").GetName().Name, StringComparison.OrdinalIgnoreCase);
}
