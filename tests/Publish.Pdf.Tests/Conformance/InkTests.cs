using NetVips;
using Publish.Document;
using Publish.Pdf.Color;
using Publish.Preflight;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests.Conformance;

/// <summary>Colours of text and rules on paper and on screens, on the plates that Ghostscript makes of them.</summary>
public sealed class InkTests : IDisposable
{
    private static readonly SpotInk _pantone = new("PANTONE 186 C", new InkColor(ColorSpace.Cmyk, 0, 1000, 800, 50));
    private static readonly InkColor _red = new(ColorSpace.Rgb, 784, 63, 180, 0);
    private static readonly InkColor _magenta = new(ColorSpace.Cmyk, 0, 1000, 0, 0) { Screen = new ScreenColor(1000, 0, 1000) };
    private static readonly InkColor _spot = new(ColorSpace.Spot, 1000, 0, 0, 0) { Ink = _pantone, Screen = new ScreenColor(784, 63, 180) };

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("PDF/X-4")]
    [InlineData("PDF/X-1a:2001")]
    [InlineData("PDF/X-3:2002")]
    public void On_paper_each_colour_is_on_its_plates(string standard)
    {
        var result = Book().Write(Press(standard));
        Assert.Empty(result.Diagnostics);
        Assert.All(PreflightCheck.Check(result.Bytes, new PreflightRequest()).Rules, rule => Assert.Equal((rule.Rule, RuleStatus.Kept), (rule.Rule, rule.Status)));
        var path = _scratch.Write("inks.pdf", result.Bytes);
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Poppler.Check(path).MustPass();
        Ghostscript.Check(path).MustPass();

        var plates = Plates(path);
        Assert.Equal(["Black", "Cyan", "Magenta", "PANTONE 186 C", "Yellow"], plates.Names);
        Assert.Equal("Magenta 100", plates.At(25, 35));
        Assert.Equal("PANTONE 186 C 100", plates.At(25, 55));
        Assert.Equal("PANTONE 186 C 40", plates.At(25, 75));
        Assert.Equal("Black 100", plates.At(25, 115));

        // The red of the screen, through the profile of the press: nearly no cyan, much magenta and yellow.
        Assert.InRange(plates.Of("Magenta", 25, 95), 85, 100);
        Assert.InRange(plates.Of("Yellow", 25, 95), 55, 100);
        Assert.InRange(plates.Of("Cyan", 25, 95), 0, 25);
        Assert.Equal(0, plates.Of("PANTONE 186 C", 25, 95));

        // Black is over the magenta and leaves it there; the spot ink knocks it out.
        Assert.Equal("Black 100 Magenta 100", plates.At(65, 35));
        Assert.Equal("PANTONE 186 C 100", plates.At(85, 35));
    }

    [Fact]
    public void Marks_are_on_every_plate()
    {
        var path = _scratch.Write("inks.pdf", Book().Write(Press("PDF/X-1a:2001")).Bytes);
        Assert.Equal("Black 100 Cyan 100 Magenta 100 PANTONE 186 C 100 Yellow 100", Plates(path).At(25, 135));
    }

    [Fact]
    public void On_screens_inks_are_red_green_and_blue()
    {
        var result = Book(tagged: true).Write(TestBook.ScreenSettings with { Readable = true });
        Assert.Empty(result.Diagnostics);
        var file = System.Text.Encoding.Latin1.GetString(result.Bytes);
        Assert.DoesNotContain("Separation", file, StringComparison.Ordinal);
        Assert.DoesNotContain(" k\n", file, StringComparison.Ordinal);
        Assert.Contains("1 0 1 rg\n", file, StringComparison.Ordinal);
        Assert.Contains(".784 .063 .18 rg\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_press_of_one_ink_gets_gray_and_one_that_takes_no_ink_of_its_own_gets_process_colours()
    {
        var gray = Lines(Book().Write(Press("PDF/X-1a:2001") with { Readable = true, InkSpace = ColorSpace.Gray, SpotInks = false }).Bytes);
        Assert.DoesNotContain(gray, line => line.EndsWith(" scn", StringComparison.Ordinal));
        Assert.All(gray.Where(line => line.EndsWith(" k", StringComparison.Ordinal)), line => Assert.Equal("0 0 0 1 k", line));
        var process = Lines(Book().Write(Press("PDF/X-1a:2001") with { Readable = true, SpotInks = false }).Bytes);
        Assert.DoesNotContain(process, line => line.EndsWith(" scn", StringComparison.Ordinal));
        Assert.Contains("0 1 .8 .05 k", process);
        Assert.Contains("0 .4 .32 .02 k", process);
    }

    [Fact]
    public void An_ink_of_its_own_beside_black_is_two_plates()
    {
        var book = new TestBook().Page();
        book.Add(Block(20, 50, _spot));
        book.Line(book.In(0), 50, 100, "black");
        var path = _scratch.Write("two.pdf", book.Write(Press("PDF/X-1a:2001") with { InkSpace = ColorSpace.Gray }).Bytes);
        Assert.Equal("PANTONE 186 C 100", Plates(path).At(25, 55));
        Assert.Equal(0, Plates(path).Of("Magenta", 25, 55));
    }

    [Fact]
    public void A_colour_with_more_ink_than_the_press_dries_is_told_of_once()
    {
        var book = new TestBook().Page();
        var heavy = new InkColor(ColorSpace.Cmyk, 900, 900, 900, 900);
        book.Add(Block(20, 50, heavy));
        book.Add(Block(20, 70, heavy));
        var diagnostic = Assert.Single(book.Write(Press("PDF/X-4") with { InkLimit = 300 }).Diagnostics);
        Assert.Equal("PDF010", diagnostic.Code);
        Assert.Contains("360 %", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_page_has_nothing_on_it()
    {
        var book = new TestBook().Page();
        book.Line(book.In(0), 50, 50, "words");
        book.Page();
        var path = _scratch.Write("blank.pdf", book.Write(Press("PDF/X-1a:2001")).Bytes);
        var pages = Qpdf.Readable(path).Split("/Type /Page\n");
        Assert.Equal(3, pages.Length);
        Assert.Single(Qpdf.Readable(path).Split("/Contents")[1..]);
        var ink = Ghostscript.Ink(path);
        Assert.True(ink[0].Black > 0);
        Assert.Equal(new InkCoverage(0, 0, 0, 0), ink[1]);
    }

    // Blocks 10 points wide and high, one under the other.
    private static TestBook Book(bool tagged = false)
    {
        var book = new TestBook().Page();
        book.Add(new Rule(StructureReference.ArtifactOf(ArtifactKind.Layout), Area(20, 30, 80, 10), _magenta));
        book.Add(Block(20, 50, _spot));
        book.Add(Block(20, 70, _spot with { A = 400 }));
        book.Add(Block(20, 90, _red));
        book.Add(Block(20, 110, InkColor.Black));
        if (!tagged)
        {
            book.Add(Block(20, 130, InkColor.Registration));
        }

        book.Add(Block(60, 30, InkColor.Black));
        book.Add(Block(80, 30, _spot));
        book.Line(book.In(tagged ? book.Element(StructureRole.H1) : 0), 120, 50, "words", new LineStyle { Color = _spot });
        return book;
    }

    private static Rule Block(double x, double y, InkColor color) => new(StructureReference.ArtifactOf(ArtifactKind.Layout), Area(x, y, 10, 10), color);

    private static Rect Area(double x, double y, double width, double height) => new(Length.FromPoints(x), Length.FromPoints(y), Length.FromPoints(width), Length.FromPoints(height));

    private static string[] Lines(byte[] file) => System.Text.Encoding.Latin1.GetString(file).Split('\n');

    private static PdfSettings Press(string standard) => new(new EditionPlan("print", EditionFormat.Pdf) { Standards = [standard] })
    {
        OutputIntent = new OutputIntent("FOGRA39", RepositoryAssets.Read("icc/FOGRA39L_coated.icc")) { Registry = "http://www.color.org" },
    };

    private PlateSet Plates(string path)
    {
        ExternalTool.Require("gs").Run("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-r72", "-sOutputFile=" + _scratch.File("plate.tif"), path);
        var plates = new SortedDictionary<string, (byte[], int)>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(_scratch.Path, "plate(*).tif"))
        {
            using var plate = Image.NewFromFile(file);
            plates.Add(Path.GetFileName(file)[6..^5], (plate.WriteToMemory<byte>(), plate.Width));
        }

        return new PlateSet(plates);
    }

    /// <summary>A picture of each plate, 0 full ink.</summary>
    private sealed class PlateSet(SortedDictionary<string, (byte[] Samples, int Width)> plates)
    {
        public IEnumerable<string> Names => plates.Keys;

        public int Of(string plate, int x, int y) => (int)Math.Round((255 - plates[plate].Samples[(y * plates[plate].Width) + x]) / 2.55);

        public string At(int x, int y) => string.Join(' ', Names.Where(name => Of(name, x, y) > 0).Select(name => $"{name} {Of(name, x, y)}"));
    }
}
