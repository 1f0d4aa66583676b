namespace Publish.Pdf.Tests;

public class RoomTests
{
    [Fact]
    public void It_stands_where_the_plan_says() =>
        Assert.StartsWith("Publish", System.Reflection.Assembly.Load("Publish.Pdf").GetName().Name, StringComparison.OrdinalIgnoreCase);
}
