using System.Reflection;

namespace Publish.Editions.Tests;

/// <summary>The table of rooms in src/README.md, kept true: who may use whom, by what the assemblies really reference.</summary>
public class RoomsTests
{
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Publish.Document"] = [],
        ["Publish.Manuscript"] = ["Publish.Document", "Markdig", "YamlDotNet"],
        ["Publish.Styles"] = ["Publish.Document", "ExCSS"],
        ["Publish.Fonts"] = ["Publish.Document", "HarfBuzzSharp"],
        ["Publish.Imaging"] = ["Publish.Document", "NetVips", "SkiaSharp"],
        ["Publish.Typesetting"] = ["Publish.Document", "Publish.Styles", "Publish.Fonts", "Publish.Imaging"],
        ["Publish.Covers"] = ["Publish.Document", "Publish.Styles", "Publish.Fonts", "Publish.Imaging", "Publish.Typesetting"],
        ["Publish.Pdf"] = ["Publish.Document", "Publish.Typesetting", "Publish.Fonts", "Publish.Imaging"],
        ["Publish.Epub"] = ["Publish.Document", "Publish.Styles", "Publish.Fonts", "Publish.Imaging", "YamlDotNet"],
        ["Publish.EpubLint"] = ["Publish.Document"],
        ["Publish.Printers"] = ["Publish.Document", "YamlDotNet"],
        ["Publish.Preflight"] = ["Publish.Document", "Publish.Printers", "UglyToad.PdfPig", "UglyToad.PdfPig.Core", "UglyToad.PdfPig.Tokens", "UglyToad.PdfPig.Tokenization"],
        ["Publish.Editions"] = ["Publish.Document", "Publish.Manuscript", "Publish.Styles", "Publish.Fonts", "Publish.Imaging", "Publish.Typesetting", "Publish.Covers", "Publish.Pdf", "Publish.Epub", "Publish.Printers"],
    };

    public static TheoryData<string> Rooms => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_what_the_plan_allows(string room)
    {
        var used = Assembly.Load(room).GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib" or "Microsoft.Win32.Primitives"));

        Assert.Empty(used.Except(MayUse[room], StringComparer.Ordinal));
    }
}
