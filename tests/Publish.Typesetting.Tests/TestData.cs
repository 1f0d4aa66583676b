using System.IO.Compression;

namespace Publish.Typesetting.Tests;

/// <summary>Compressed data files of this project.</summary>
internal static class TestData
{
    /// <summary>The lines of the data file <paramref name="name"/> (without <c>.gz</c>).</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
