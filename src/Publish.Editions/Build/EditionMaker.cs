using System.Collections.Immutable;
using Publish.Document;
using Publish.Epub;
using Publish.Epub.Covers;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Pdf;
using Publish.Styles;
using Publish.Typesetting;
using Publish.Typesetting.Hyphenation;

namespace Publish.Editions;

/// <summary>Makes a book's editions. A book is set once for each trim size, however many editions show those pages.</summary>
/// <param name="book">The book.</param>
/// <param name="request">What was asked for.</param>
/// <param name="diagnostics">Receives what is to be said.</param>
internal sealed class EditionMaker(Book book, BuildRequest request, List<Diagnostic> diagnostics)
{
    /// <summary>The family of the cover and the display pages.</summary>
    private const string DisplayFamily = "EB Garamond";

    // Pixels per inch and JPEG quality of pictures with more than their place can use: what a screen shows, and twice the lines of a press's screen.
    private const int ScreenPixels = 200;
    private const int ScreenQuality = 85;
    private const int PressPixels = 300;
    private const int PressQuality = 95;

    private readonly Dictionary<(Length? Width, Length? Height), TypesetResult> _set = [];
    private readonly ImageLibrary _images = new(request.Files);
    private FontLibrary? _fonts;


    private FontLibrary Fonts => _fonts ??= FontLibrary.Load(request.Assets, diagnostics, request.Files);

    /// <summary>The reports asked for, of the editions made so far.</summary>
    public List<OutputFile> Reports { get; } = [];

    /// <summary>Makes editions.</summary>
    public ImmutableArray<MadeEdition> Make(ImmutableArray<EditionPlan> plans) => [.. plans.Select(Make)];

    private MadeEdition Make(EditionPlan plan) => plan.Format == EditionFormat.Pdf ? MakePdf(plan) : MakeEpub(plan);

    private MadeEdition MakePdf(EditionPlan plan)
    {
        var pages = PagesOf(plan).Pages;
        if (request.CheckOnly)
        {
            return new MadeEdition(plan, new OutputFile(FileName(plan), ReadOnlyMemory<byte>.Empty), pages.Pages.Length);
        }

        var written = PdfWriter.Write(pages, book.Metadata, new PdfSettings(plan)
        {
            Producer = request.Producer,
            Modified = book.Metadata.Modified,
            OutputIntent = ScreenColor.IntentOf(plan, request.Assets),
            PixelsPerInch = plan.Links ? ScreenPixels : PressPixels,
            JpegQuality = plan.Links ? ScreenQuality : PressQuality,
        });
        diagnostics.AddRange(written.Diagnostics);
        return new MadeEdition(plan, new OutputFile(FileName(plan), written.Bytes), pages.Pages.Length);
    }

    private MadeEdition MakeEpub(EditionPlan plan)
    {
        var pages = plan.PagesFrom is { } name ? PagesOf(book.Editions.First(other => other.Name == name)).Pages.Map with { Edition = name } : null;
        if (pages is not null && book.Metadata.Isbns.TryGetValue(pages.Edition, out var isbn))
        {
            pages = pages with { Isbn = isbn };
        }

        var css = HouseFiles.EpubCss(request.Assets, book.Style, diagnostics, request.Files);
        var parts = new EpubParts(css, picture => EpubPicture.AsIs(request.Files, picture))
        {
            Fonts = Fonts,
            Assets = request.Assets,
            Cover = request.CheckOnly ? null : CoverPainter.Paint(book.Metadata, Fonts, DisplayFamily),
        };
        var written = EpubWriter.Write(book, pages, parts, new EpubSettings { Edition = plan.Name });
        diagnostics.AddRange(written.Diagnostics);
        return new MadeEdition(plan, new OutputFile(FileName(plan), written.Bytes), null);
    }

    private TypesetResult PagesOf(EditionPlan plan)
    {
        if (_set.TryGetValue((plan.TrimWidth, plan.TrimHeight), out var known))
        {
            return known;
        }

        var sheet = StyleSheet.Load(request.Assets, book.Style, StyleMedium.Print, diagnostics, plan, request.Files, request.Style);
        foreach (var (families, span) in sheet.FontFamilies)
        {
            Fonts.NamedAt(families, span);
        }

        var result = Typesetter.Set(book, sheet, Fonts, new HyphenationPatterns(request.Assets).With(book.Hyphenation), new BookPictures(_images), new TypesettingSettings(plan));
        diagnostics.AddRange(sheet.Diagnostics);
        diagnostics.AddRange(Fonts.Missing);
        diagnostics.AddRange(_images.Diagnostics);
        diagnostics.AddRange(result.Diagnostics);
        if (request.Reports.Contains(ReportNames.Pages, StringComparer.Ordinal))
        {
            // Editions of one trim size share their pages: one report. Those of another name theirs.
            var stem = _set.Count == 0 ? $"{book.Metadata.Id}-pages" : $"{book.Metadata.Id}-{plan.Name}-pages";
            Reports.Add(new OutputFile(stem + ".html", PageReportHtml.Write(book.Metadata, plan.Name, result)));
            Reports.Add(new OutputFile(stem + ".json", PageReportJson.Write(book.Metadata, plan.Name, result)));
        }

        if (request.Reports.Contains(ReportNames.Lines, StringComparer.Ordinal))
        {
            Reports.Add(new OutputFile((_set.Count == 0 ? $"{book.Metadata.Id}-lines" : $"{book.Metadata.Id}-{plan.Name}-lines") + ".json", LineReportJson.Write(result.Lines)));
        }

        _set.Add((plan.TrimWidth, plan.TrimHeight), result);
        return result;
    }

    private string FileName(EditionPlan plan) => plan.Format == EditionFormat.Pdf ? $"{book.Metadata.Id}-{plan.Name}.pdf"
        : plan.Name == "epub" ? $"{book.Metadata.Id}.epub"
        : $"{book.Metadata.Id}-{plan.Name}.epub";
}
