using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Pdf;
using Publish.Styles;
using Publish.Typesetting.Display;

namespace Publish.Covers.Tests;

/// <summary>Covers to look at.</summary>
internal static class SampleCover
{
    private static readonly RepositoryAssets Assets = new();
    private static readonly FontLibrary Fonts = FontLibrary.Load(Assets, []);
    private static readonly StyleSheet Style = StyleSheet.Load(Assets, "classic", StyleMedium.Print, []);

    public static CoverMaker Maker(string title, CoverPlan? plan = null, string? isbn = null, string language = "en", (int Across, int Down)? pixels = null)
    {
        var metadata = new Metadata("x", title, language)
        {
            Contributors = [new Contributor("Natalia Sedova Trotsky", "Sedova Trotsky, Natalia", "aut"), new Contributor("Someone Else", "Else, Someone", "edt")],
            Publisher = "The House",
            Subtitle = "A Statement",
            Date = "18 April 1947",
            Description = "A paragraph on the book that is long enough to be set on more than one line, whatever the width of the label on the back.",
            Isbns = isbn is null ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add("print", isbn),
        };
        return new CoverMaker(new Book(metadata, [], []) { Cover = plan ?? new CoverPlan() }, Style, Fonts, new ImageLibrary(new OnePicture(pixels ?? (1, 1))));
    }

    public static CoverSheet Sheet(double spineInches) =>
        new(Length.FromInches(5.5), Length.FromInches(8.5), Length.FromInches(spineInches)) { SpineText = spineInches > 0.2 };

    public static byte[] Pdf(PageSet pages) =>
        PdfWriter.Write(pages, new Metadata("x", "Title", "en"), new PdfSettings(new EditionPlan("cover", EditionFormat.Cover)) { Readable = false }).Bytes.ToArray();

    public static string Words(IEnumerable<DisplayItem> items) => string.Join(' ', items.OfType<GlyphRun>().Select(run => run.Text));

    // A red PNG, by default of one pixel.
    private sealed class OnePicture((int Across, int Down) pixels) : IBookFiles
    {
        public bool TryRead(string path, out ReadOnlyMemory<byte> data)
        {
            using var black = NetVips.Image.Black(pixels.Across, pixels.Down);
            using var red = (black + 200).Bandjoin(black, black).Cast(NetVips.Enums.BandFormat.Uchar).Copy(interpretation: NetVips.Enums.Interpretation.Srgb);
            data = red.PngsaveBuffer();
            return path == "front.png";
        }

        public IReadOnlyList<string> List(string folder) => [];

        public IReadOnlyList<string> Folders(string folder) => [];
    }
}
