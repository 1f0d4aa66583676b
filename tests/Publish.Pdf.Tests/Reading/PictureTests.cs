using System.Buffers.Binary;
using System.IO.Compression;
using Publish.Document;
using Publish.Imaging;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting.Display;
using UglyToad.PdfPig;

namespace Publish.Pdf.Tests.Reading;

/// <summary>Pictures in the finished file.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_picture_used_twice_is_in_the_file_once()
    {
        using var file = PdfDocument.Open(Book(Picture(alpha: false)).Write(TestBook.ScreenSettings).Bytes);
        var images = file.GetPages().SelectMany(page => page.GetImages()).ToList();
        Assert.Equal(2, images.Count);
        Assert.Equal((50, 312, 100, 200), ((int)images[0].BoundingBox.Left, (int)images[0].BoundingBox.Bottom, (int)images[0].BoundingBox.Width, (int)images[0].BoundingBox.Height));
        Assert.Equal(1, Count(Book(Picture(alpha: false)).Write(TestBook.ScreenSettings with { Readable = true }).Bytes, "/Subtype /Image"));
    }

    [Fact]
    public void Alpha_is_a_soft_mask_on_a_screen_and_white_paper_in_print()
    {
        Assert.Equal(1, Count(Book(Picture(alpha: true)).Write(TestBook.ScreenSettings with { Readable = true }).Bytes, "/SMask"));
        Assert.Equal(0, Count(Book(Picture(alpha: true)).Write(TestBook.PrintSettings with { Readable = true }).Bytes, "/SMask"));
    }

    [Fact]
    public void Print_inks_the_black_plate_only_and_the_screen_edition_is_sound()
    {
        var print = _scratch.File("print.pdf");
        File.WriteAllBytes(print, Book(Picture(alpha: true)).Write(TestBook.PrintSettings).Bytes);
        Assert.All(Ghostscript.Ink(print), ink => Assert.True(ink.IsBlackOnly));
        var screen = _scratch.File("screen.pdf");
        var result = Book(Picture(alpha: true)).Write(TestBook.ScreenSettings);
        Assert.Empty(result.Diagnostics);
        File.WriteAllBytes(screen, result.Bytes);
        Qpdf.Check(screen).MustPass();
        Mutool.Check(screen).MustPass();
        Assert.All(VeraPdf.Validate("2a", screen), verdict => verdict.MustPass());
    }

    private static TestBook Book(ImageResource image)
    {
        var book = new TestBook();
        for (var page = 0; page < 2; page++)
        {
            book.Page();
            var figure = book.Element(StructureRole.Figure, with: element => element with { AlternativeText = "Two colours" });
            book.Add(new PlacedPicture(book.In(figure), new Rect(Length.FromPoints(50), Length.FromPoints(100), Length.FromPoints(100), Length.FromPoints(200)), image));
        }

        return book;
    }

    private static int Count(byte[] file, string words) =>
        System.Text.Encoding.Latin1.GetString(file).Split(words).Length - 1;

    // A PNG of two by two pixels: red, green, blue and half of black.
    private static ImageResource Picture(bool alpha)
    {
        byte[] rows = alpha
            ? [0, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 255, 255, 0, 0, 0, 128]
            : [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0];
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Chunk(file, "IHDR"u8, [0, 0, 0, 2, 0, 0, 0, 2, 8, alpha ? (byte)6 : (byte)2, 0, 0, 0]);
        Chunk(file, "IDAT"u8, data.ToArray());
        Chunk(file, "IEND"u8, []);
        return new ImageResource("colours.png", file.ToArray(), ImageFormat.Png, 2, 2);
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] content = [.. type, .. data];
        file.Write(content);
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        file.Write(number);
    }
}
