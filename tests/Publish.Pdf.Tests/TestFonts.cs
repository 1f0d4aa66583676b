using Publish.Fonts;

namespace Publish.Pdf.Tests;

/// <summary>The faces that tests set text in.</summary>
internal static class TestFonts
{
    private static readonly FontLibrary Library = FontLibrary.Load(new RepositoryAssets(), []);

    public static FontFace Roman { get; } = Library.Find(["EB Garamond"], 400, italic: false)!;

    public static FontFace Italic { get; } = Library.Find(["EB Garamond"], 400, italic: true)!;

    public static FontFace Mono { get; } = Library.Find(["JetBrains Mono"], 400, italic: false)!;
}
