using Publish.Document;

namespace Publish.Fonts.Tests;

public class FontLibraryTests
{
    private static FontLibrary Load(Dictionary<string, byte[]> files, out List<Diagnostic> diagnostics)
    {
        diagnostics = [];
        return FontLibrary.Load(new DictionaryAssets(files), diagnostics);
    }

    [Fact]
    public void The_house_fonts_load_without_a_word()
    {
        var library = Load(House.Files(), out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(["Amiri", "EB Garamond", "Frank Ruhl Libre", "JetBrains Mono"], library.Families);
        Assert.Equal([400, 600, 700, 400, 700], library.FacesIn("eb garamond").Select(f => f.Weight));
        Assert.Empty(library.Missing);
    }

    [Theory]
    [InlineData(400, false, "EBGaramond-Regular")]
    [InlineData(500, false, "EBGaramond-Regular")]
    [InlineData(300, false, "EBGaramond-Regular")]
    [InlineData(600, false, "EBGaramond-SemiBold")]
    [InlineData(650, false, "EBGaramond-Bold")]
    [InlineData(900, false, "EBGaramond-Bold")]
    [InlineData(400, true, "EBGaramond-Italic")]
    [InlineData(600, true, "EBGaramond-BoldItalic")]
    public void The_nearest_face_is_found(int weight, bool italic, string expected) =>
        Assert.Equal(expected, House.Face("EB Garamond", weight, italic).PostScriptName);

    [Fact]
    public void A_missing_family_is_said_once_and_where_it_was_looked_for()
    {
        var library = Load(House.Files(), out _);
        Assert.Null(library.Find(["Sabon"], 400, false));
        Assert.Null(library.Find(["Sabon"], 700, true));
        var diagnostic = Assert.Single(library.Missing);
        Assert.Equal("error FNT001: no font family of 'Sabon' is in the test's assets; there are Amiri, EB Garamond, Frank Ruhl Libre, JetBrains Mono", diagnostic.ToString());
        Assert.Equal("put its TTF or OTF files into fonts/sabon, or name another family", diagnostic.Hint);
    }

    [Fact]
    public void A_later_choice_is_used_with_a_warning()
    {
        var library = Load(House.Files(), out _);
        Assert.Equal("EBGaramond-Regular", library.Find(["Sabon", "EB Garamond"], 400, false)!.PostScriptName);
        Assert.Equal("warning FNT002: the font family 'Sabon' isn't in the test's assets; 'EB Garamond' is used", Assert.Single(library.Missing).ToString());
    }

    [Fact]
    public void A_missing_slope_is_said()
    {
        var library = Load(House.Files(), out _);
        Assert.Equal("JetBrainsMono-Regular", library.Find(["JetBrains Mono"], 400, true)!.PostScriptName);
        Assert.Equal("FNT006", Assert.Single(library.Missing).Code);
    }

    [Fact]
    public void Generic_families_stand_for_a_kind()
    {
        Assert.Equal("JetBrains Mono", House.Face("monospace", 400, false).FamilyName);
        Assert.Equal("EB Garamond", House.Face("serif", 400, false).FamilyName);
    }

    [Fact]
    public void The_book_goes_before_the_program()
    {
        var file = House.Regular.Data.ToArray();
        var book = new DictionaryAssets(new Dictionary<string, byte[]> { ["fonts/mine.ttf"] = file });
        var diagnostics = new List<Diagnostic>();
        var library = FontLibrary.Load(new DictionaryAssets(House.Files()), diagnostics, book);
        Assert.Equal("fonts/mine.ttf", library.Find(["EB Garamond"], 400, false)!.Path);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("fonts/eb-garamond/EBGaramond-Regular.ttf: note FNT007: the file holds EB Garamond Regular once more; 'fonts/mine.ttf' is used", diagnostic.ToString());
    }

    [Fact]
    public void A_broken_file_is_left_out_and_named()
    {
        var files = House.Files();
        files["fonts/eb-garamond/EBGaramond-Bold.ttf"] = [1, 2, 3];
        var library = Load(files, out var diagnostics);
        Assert.Equal(
            "fonts/eb-garamond/EBGaramond-Bold.ttf: warning FNT003: the file is too short to be a font; it is left out",
            Assert.Single(diagnostics).ToString());
        Assert.Equal("EBGaramond-SemiBold", library.Find(["EB Garamond"], 700, false)!.PostScriptName);
    }

    [Fact]
    public void No_fonts_at_all_is_no_crash()
    {
        var library = Load([], out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Null(library.Find(["EB Garamond"], 400, false));
        Assert.Contains("there are no fonts", Assert.Single(library.Missing).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_face_with_the_character_is_found()
    {
        Assert.Equal("EB Garamond", House.Library.FindFor('α', ["EB Garamond"], 400, false)!.FamilyName);
        Assert.Equal("JetBrains Mono", House.Library.FindFor('█', ["EB Garamond"], 400, false)!.FamilyName);
        Assert.Null(House.Library.FindFor(0x10FFFF, ["EB Garamond"], 400, false));
    }
}
