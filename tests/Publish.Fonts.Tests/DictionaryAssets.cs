using System.Runtime.CompilerServices;
using Publish.Document;

namespace Publish.Fonts.Tests;

/// <summary>Files held in memory, as assets and as a book.</summary>
internal sealed class DictionaryAssets(IReadOnlyDictionary<string, byte[]> files) : IAssets, IBookFiles
{
    public string Location => "the test's assets";

    public bool TryRead(string path, out ReadOnlyMemory<byte> data)
    {
        var found = files.TryGetValue(path, out var bytes);
        data = bytes;
        return found;
    }

    public IReadOnlyList<string> List(string folder) =>
        [.. files.Keys.Where(p => Path.GetDirectoryName(p)?.Replace('\\', '/') == folder).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Folders(string folder) =>
        [.. files.Keys.Select(p => Path.GetDirectoryName(p)!.Replace('\\', '/')).Where(f => Path.GetDirectoryName(f)?.Replace('\\', '/') == folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>The repository's own fonts.</summary>
internal static class House
{
    private static readonly Lazy<FontLibrary> Loaded = new(() => FontLibrary.Load(new DictionaryAssets(Files()), []));

    public static FontLibrary Library => Loaded.Value;

    public static FontFace Regular => Face("EB Garamond", 400, false);

    public static FontFace Italic => Face("EB Garamond", 400, true);

    public static FontFace Mono => Face("JetBrains Mono", 400, false);

    public static FontFace Face(string family, int weight, bool italic) =>
        Library.Find([family], weight, italic) ?? throw new InvalidOperationException($"no {family}");

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(AssetsFolder(), path));

    public static byte[] TestFont(string name) => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Here())!, "Fonts", name));

    public static Dictionary<string, byte[]> Files()
    {
        var root = AssetsFolder();
        return Directory.EnumerateFiles(Path.Combine(root, "fonts"), "*.ttf", SearchOption.AllDirectories)
            .ToDictionary(p => Path.GetRelativePath(root, p).Replace('\\', '/'), File.ReadAllBytes);
    }

    public static List<ShapedGlyph> Shape(FontFace face, string text, params FontFeature[] features) => Shape(face, text, "Latn", "", features);

    public static List<ShapedGlyph> Shape(FontFace face, string text, string script, string language, params FontFeature[] features)
    {
        var glyphs = new List<ShapedGlyph>();
        face.Shape(text, new ShapingSettings(script, language, FontFeatures.Of(features)), glyphs);
        return glyphs;
    }

    private static string AssetsFolder() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "assets"));

    private static string Here([CallerFilePath] string path = "") => path;
}
