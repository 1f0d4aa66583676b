namespace Publish.Cli;

/// <summary>What the command's exit code says. Documented in the help text and in README.md.</summary>
internal static class ExitCode
{
    /// <summary>All went well; there may be warnings.</summary>
    public const int Success = 0;

    /// <summary>The book has errors: nothing was written, the last good editions stay.</summary>
    public const int BookErrors = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The program itself failed: a bug, or a machine without memory.</summary>
    public const int Internal = 3;
}
