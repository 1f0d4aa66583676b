using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Imaging;
using Publish.Pdf.Conformance;
using Publish.Pdf.Content;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Pictures;

/// <summary>The pictures of a book: each made ready once, at the largest size it is drawn.</summary>
internal sealed class PictureSet
{
    private readonly Dictionary<ImageResource, int> _numbers = [];
    private readonly SortedSet<int>?[] _onPage;

    /// <summary>Finds and makes ready the pictures of all pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="settings">How the edition is written.</param>
    /// <param name="opaque">Whether nothing may be see-through.</param>
    /// <param name="violations">Receives what standards may object to.</param>
    /// <param name="diagnostics">Receives what is to be said.</param>
    public PictureSet(PageSet pages, PdfSettings settings, bool opaque, Violations violations, List<Diagnostic> diagnostics)
    {
        _onPage = new SortedSet<int>?[pages.Pages.Length];
        var placed = pages.Pages.SelectMany(page => PageFacts.Of(page).Pictures, (page, picture) => (page, picture)).ToList();
        if (placed.Count == 0)
        {
            return;
        }

        var components = settings.OutputIntent?.Components ?? -1;
        var groups = placed.GroupBy(pair => pair.picture.Image).ToArray();
        var made = new (PrintPicture? Picture, List<Diagnostic> Said)[groups.Length];
        Parallel.For(0, groups.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Threads) }, i =>
        {
            var said = new List<Diagnostic>();
            var wanted = Wanted(settings, opaque, groups[i].Max(pair => pair.picture.Area.Width));
            var picture = settings.Pictures is { } memory ? memory.Printed(groups[i].Key, wanted, said, about => Made(groups[i].Key, wanted, about)) : Made(groups[i].Key, wanted, said);
            made[i] = (picture, said);
        });
        for (var i = 0; i < groups.Length; i++)
        {
            var image = groups[i].Key;
            diagnostics.AddRange(made[i].Said);
            if (made[i].Picture is not { } picture)
            {
                diagnostics.Add(PdfDiagnostics.PictureLeftOut.At(SourceSpan.WholeFile(image.Path), "the picture could not be put into the edition"));
                continue;
            }

            var firstPage = groups[i].Min(pair => pair.page.Index);
            if (!settings.Plan.Links)
            {
                Resolution(image, groups[i].MaxBy(pair => pair.picture.Area.Width), settings, diagnostics);
            }

            if (!picture.Profile.IsEmpty)
            {
                violations.Add(ViolationKind.IndependentColor, firstPage, image.Path);
            }
            else
            {
                PageInspection.Colour(SpaceOf(picture.Color), components, firstPage, violations);
            }

            if (!picture.Alpha.IsEmpty)
            {
                violations.Add(ViolationKind.Transparency, firstPage, image.Path);
            }

            _numbers.Add(image, Pictures.Count);
            Pictures.Add(picture);
        }

        for (var i = 0; i < _onPage.Length; i++)
        {
            foreach (var picture in PageFacts.Of(pages.Pages[i]).Pictures)
            {
                if (_numbers.TryGetValue(picture.Image, out var number))
                {
                    (_onPage[i] ??= []).Add(number);
                }
            }
        }
    }

    private static PrintPicture? Made(ImageResource image, PrintPictureSettings wanted, ICollection<Diagnostic> said) =>
        ImageConverter.ForPdf(image, wanted, said) is { } picture ? PackedRows.Pack(picture) ?? picture : null;

    /// <summary>The pictures, in order of first use.</summary>
    public List<PrintPicture> Pictures { get; } = [];

    /// <summary>The number of each picture.</summary>
    public IReadOnlyDictionary<ImageResource, int> Numbers => _numbers;

    /// <summary>The numbers of a page's pictures, rising; null for none.</summary>
    public IReadOnlyCollection<int>? OnPage(int page) => _onPage[page];

    // By the pixels of the file, whatever is made of them: pixels that are only thought up print no detail.
    private static void Resolution(ImageResource image, (DisplayPage Page, PlacedPicture Picture) place, PdfSettings settings, List<Diagnostic> diagnostics)
    {
        var area = place.Picture.Area;
        if (image.Format == ImageFormat.Svg || area.Width <= Length.Zero)
        {
            return;
        }

        var has = (int)(image.PixelWidth * Length.FromPoints(72) / area.Width);
        var isLineArt = image.BitsPerComponent == 1 && image.Color == PictureColor.Gray;
        var needs = isLineArt ? settings.LeastLineArtResolution : settings.LeastResolution;
        if (has < needs)
        {
            diagnostics.Add(PdfDiagnostics.LowResolution.At(
                SourceSpan.WholeFile(image.Path),
                string.Create(CultureInfo.InvariantCulture, $"the {(isLineArt ? "line art" : "picture")} has {has} pixels per inch on page {place.Page.Label}, {area.X.Points / 72:0.#} in from the left and {area.Y.Points / 72:0.#} in from the top; print needs {needs}"),
                string.Create(CultureInfo.InvariantCulture, $"use a file {(long)Math.Ceiling(area.Width.Points * needs / 72)} pixels wide, or set the picture {image.PixelWidth * 72.0 / needs / 72:0.#} in wide")));
        }
    }

    // A file without links is for the press: no see-through pixels there, and in black unless the edition says otherwise.
    private static PrintPictureSettings Wanted(PdfSettings settings, bool opaque, Length width)
    {
        var color = settings.PictureColor ?? (settings.Plan.Links ? PictureColor.Rgb : PictureColor.Gray);
        return new PrintPictureSettings(color)
        {
            PixelWidth = settings.PixelsPerInch is { } resolution ? (int)(width * resolution / Length.FromPoints(72)) : null,
            JpegQuality = settings.JpegQuality,
            OnPaper = opaque || !settings.Plan.Links,
            InkLimit = settings.InkLimit,
            CmykProfile = settings.OutputIntent is { Components: 4 } intent ? intent.Profile : default,
        };
    }

    private static ColorSpace SpaceOf(PictureColor color) => color switch { PictureColor.Gray => ColorSpace.Gray, PictureColor.Rgb => ColorSpace.Rgb, _ => ColorSpace.Cmyk };

    /// <summary>The name of a resource: P1 for the first picture.</summary>
    public static byte[] Name(int number, byte letter = (byte)'P') =>
        [letter, .. Encoding.ASCII.GetBytes((number + 1).ToString(CultureInfo.InvariantCulture))];
}
