using Publish.Document;
using Publish.Printers;
using Publish.Testing;

namespace Publish.Preflight.Tests;

/// <summary>The printers' profiles of the repository.</summary>
internal static class Profiles
{
    public static PrinterProfile Read(string name)
    {
        var diagnostics = new List<Diagnostic>();
        var path = RepositoryRoot.Combine("assets", "printers", name + ".yaml");
        return ProfileReader.Read(name, path, File.ReadAllText(path), diagnostics) ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }
}
