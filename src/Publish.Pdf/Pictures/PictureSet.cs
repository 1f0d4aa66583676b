using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Imaging;
using Publish.Pdf.Conformance;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Pictures;

/// <summary>The pictures of a book: each made ready once, at the largest size it is drawn.</summary>
internal sealed class PictureSet
{
    private readonly Dictionary<ImageResource, int> _numbers = [];
    private readonly SortedSet<int>?[] _onPage;

    /// <summary>Finds and makes ready the pictures of all pages.</summary>
    public PictureSet(PageSet pages, PictureSource? source, PdfSettings settings, Violations violations, List<Diagnostic> diagnostics)
    {
        _onPage = new SortedSet<int>?[pages.Pages.Length];
        var placed = pages.Pages.SelectMany(page => page.Items.OfType<PlacedPicture>(), (page, picture) => (page, picture)).ToList();
        if (placed.Count == 0)
        {
            return;
        }

        var components = settings.OutputIntent?.Components ?? -1;
        foreach (var group in placed.GroupBy(pair => pair.picture.Image))
        {
            var width = group.Max(pair => pair.picture.Area.Width);
            var height = group.Max(pair => pair.picture.Area.Height);
            if (source?.Invoke(group.Key, width, height, diagnostics) is not { } picture)
            {
                diagnostics.Add(PdfDiagnostics.PictureLeftOut.At(SourceSpan.WholeFile(group.Key.Path), "the picture could not be put into the edition"));
                continue;
            }

            var firstPage = group.Min(pair => pair.page.Index);
            PageInspection.Colour(picture.Space, components, firstPage, violations);
            if (picture.Alpha is not null)
            {
                violations.Add(ViolationKind.Transparency, firstPage, group.Key.Path);
            }

            _numbers.Add(group.Key, Pictures.Count);
            Pictures.Add(picture);
        }

        for (var i = 0; i < _onPage.Length; i++)
        {
            foreach (var item in pages.Pages[i].Items)
            {
                if (item is PlacedPicture picture && _numbers.TryGetValue(picture.Image, out var number))
                {
                    (_onPage[i] ??= []).Add(number);
                }
            }
        }
    }

    /// <summary>The pictures, in order of first use.</summary>
    public List<PdfPicture> Pictures { get; } = [];

    /// <summary>The number of each picture.</summary>
    public IReadOnlyDictionary<ImageResource, int> Numbers => _numbers;

    /// <summary>The numbers of a page's pictures, rising; null for none.</summary>
    public IReadOnlyCollection<int>? OnPage(int page) => _onPage[page];

    /// <summary>The name of a resource: P1 for the first picture.</summary>
    public static byte[] Name(int number, byte letter = (byte)'P') =>
        [letter, .. Encoding.ASCII.GetBytes((number + 1).ToString(CultureInfo.InvariantCulture))];
}
