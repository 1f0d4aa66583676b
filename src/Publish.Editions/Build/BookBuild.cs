namespace Publish.Editions;

/// <summary>The pipeline.</summary>
public static class BookBuild
{
    /// <summary>Runs it.</summary>
    public static BuildReport Run(BuildRequest request) => new(null, [], []);
}
