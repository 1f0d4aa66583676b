using Publish.Covers.Barcodes;
using Publish.Document;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Covers.Tests;

public sealed class BarcodeTests
{
    [Theory]
    [InlineData("9780306406157")]
    [InlineData("9783161484100")]
    [InlineData("9791090636071")]
    [InlineData("9785170987658")]
    public void Another_program_reads_the_ISBN_off_the_printed_cover(string isbn)
    {
        var plan = new CoverPlan { Price = "USD 14.95" };
        using var folder = new ScratchFolder();
        var path = folder.Write("cover.pdf", SampleCover.Pdf(SampleCover.Maker("Emma", plan, isbn).Wrap(SampleCover.Sheet(0.5), "print")!));
        var picture = Poppler.ToPng(path, folder.Path, 300).Single();
        var read = ExternalTool.Require("zbarimg").Run("--quiet", "--nodbus", "--raw", "-Sdisable", "-Sean13.enable", picture);
        Assert.Equal(isbn, read.Output.Trim());
    }

    [Theory]
    [InlineData("USD 14.95", "51495")]
    [InlineData("GBP 7.99", "00799")]
    public void The_price_is_read_off_the_printed_cover(string price, string digits)
    {
        var sheet = SampleCover.Sheet(0.5);
        using var folder = new ScratchFolder();
        var path = folder.Write("cover.pdf", SampleCover.Pdf(SampleCover.Maker("Emma", new CoverPlan { Price = price }, "9780306406157").Wrap(sheet, "print")!));
        using var page = NetVips.Image.NewFromFile(Poppler.ToPng(path, folder.Path, 600).Single());
        using var gray = page.Colourspace(NetVips.Enums.Interpretation.Bw);

        // A line across the white box, through the bars of both codes.
        int Pixels(Length length) => (int)Math.Round(length.Points / 72 * 600);
        var (box, left) = (sheet.Barcode, Pixels(sheet.Bleed + sheet.TrimWidth - sheet.Barcode.Inset - sheet.Barcode.Width));
        using var line = gray.ExtractArea(left, Pixels(sheet.Bleed + sheet.TrimHeight - box.Inset - (box.Height / 2)), Pixels(box.Width), 1);
        var dark = line.WriteToMemory<byte>().Chunk(line.Bands).Select(pixel => pixel[0] < 128).ToArray();

        // The module is the ninety-fifth part of the EAN-13, which ends before the widest white.
        var first = Array.IndexOf(dark, true);
        var last = Array.LastIndexOf(dark, true);
        var (end, gap) = Enumerable.Range(first, last - first).Where(i => dark[i] && !dark[i + 1]).Select(i => (i, Array.IndexOf(dark, true, i + 1) - i)).MaxBy(white => white.Item2);
        var module = (end + 1 - first) / 95.0;
        Assert.InRange((gap - 1) / module, 7, 12);
        var start = end + gap;
        var read = Enumerable.Range(0, Ean.AddOnModules).Select(i => dark[(int)(start + ((i + 0.5) * module))]).ToArray();
        Assert.Equal(Ean.EncodeAddOn(digits), read);
    }

    [Fact]
    public void A_check_digit_that_is_wrong_is_seen()
    {
        Assert.True(Ean.IsValid("9780306406157"));
        Assert.False(Ean.IsValid("9780306406158"));
        Assert.False(Ean.IsValid("978030640615X"));
    }

    [Fact]
    public void The_add_on_gives_back_its_digits()
    {
        // Read as a scanner does: guard, then digits of seven modules parted by 01, each of set A or set B.
        string[] setA = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"];
        foreach (var digits in new[] { "51495", "90000", "00799", "62850", "55555" })
        {
            var bits = string.Concat(Ean.EncodeAddOn(digits).Select(dark => dark ? '1' : '0'));
            Assert.Equal(Ean.AddOnModules, bits.Length);
            Assert.StartsWith("1011", bits, StringComparison.Ordinal);
            var parity = "";
            for (var i = 0; i < 5; i++)
            {
                var module = bits.Substring(4 + (9 * i), 7);
                var inB = Array.FindIndex(setA, a => string.Concat(a.Reverse().Select(b => b == '1' ? '0' : '1')) == module);
                var inA = Array.IndexOf(setA, module);
                Assert.Equal(digits[i] - '0', Math.Max(inA, inB));
                parity += inA >= 0 ? 'L' : 'G';
            }

            var sum = ((3 * (digits[0] + digits[2] + digits[4] - 144)) + (9 * (digits[1] + digits[3] - 96))) % 10;
            Assert.Equal(new[] { "GGLLL", "GLGLL", "GLLGL", "GLLLG", "LGGLL", "LLGGL", "LLLGG", "LGLGL", "LGLLG", "LLGLG" }[sum], parity);
        }
    }

    [Theory]
    [InlineData("USD 14.95", "US $14.95", "51495")]
    [InlineData("GBP 7.99", "£7.99", "00799")]
    [InlineData("EUR 12", "€12.00", null)]
    [InlineData("USD 250.00", "US $250.00", "59999")]
    public void A_price_is_printed_and_coded(string price, string printed, string? addOn)
    {
        var read = CoverPrice.Read(price)!;
        Assert.Equal(printed, read.Printed);
        Assert.Equal(addOn, read.AddOn);
    }

    [Fact]
    public void Without_an_ISBN_the_box_is_white_where_the_printer_wants_it_and_not_there_otherwise()
    {
        static bool HasBox(CoverSheet sheet) => SampleCover.Maker("Emma").Wrap(sheet, "print")!.Pages[0].Items.OfType<Typesetting.Display.Rule>()
            .Any(rule => rule.Area.Width == sheet.Barcode.Width && rule.Area.Height == sheet.Barcode.Height && rule.Color == Typesetting.Display.InkColor.Gray(1000));
        Assert.False(HasBox(SampleCover.Sheet(0.5)));
        Assert.True(HasBox(SampleCover.Sheet(0.5) with { ReservesBarcode = true }));
    }
}
