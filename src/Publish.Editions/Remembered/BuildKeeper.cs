using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Publish.Document;

namespace Publish.Editions;

/// <summary>
/// Finds what an earlier build left beside its editions, and leaves what this one made: where pages begin, for EPUBs that list them, and the cover's picture. Only what
/// depends on nothing but what was asked for is kept, so a build that finds it gives the same bytes as one that doesn't. Where files may have been read by a build before
/// (<see cref="BuildMemory"/>), and where nothing is made, nothing is kept.
/// </summary>
internal sealed class BuildKeeper
{
    private const int KeyDigits = 64;

    private readonly BuildRequest _asked;
    private readonly Trace? _trace;
    private readonly List<(PageMap Pages, ImmutableArray<Diagnostic> Said)> _set = [];
    private readonly Lock _drawing = new();
    private KnownPages? _known;
    private bool _looked;
    private IReadOnlyList<Asked> _questions = [];
    private byte[]? _front;

    /// <summary>The keeper of a build.</summary>
    /// <param name="request">The build.</param>
    public BuildKeeper(BuildRequest request)
    {
        _asked = request;
        _trace = request.Kept is null || request.CheckOnly || request.Memory is not null ? null : new Trace();
        Request = _trace is null ? request : request with { Files = new TracedFiles(request.Files, _trace), Assets = new TracedAssets(request.Assets, _trace) };
    }

    /// <summary>The rooms that have a part in what is kept: another program knows nothing of what this one made.</summary>
    public static string Program { get; } = string.Join(' ', new[]
    {
        typeof(Book), typeof(Manuscript.ManuscriptReader), typeof(Styles.StyleSheet), typeof(Fonts.FontLibrary), typeof(Imaging.ImageLibrary), typeof(Printers.PrinterProfile),
        typeof(Typesetting.Typesetter), typeof(Covers.CoverMaker), typeof(BuildKeeper),
    }.Select(room => room.Module.ModuleVersionId.ToString("N")));

    /// <summary>What to build, as it was asked for: nothing is remembered of questions to its folders.</summary>
    public BuildRequest Asked => _asked;

    /// <summary>What to build, every question to its folders remembered.</summary>
    public BuildRequest Request { get; }

    /// <summary>The name of the file with the cover's picture, beside the editions of a book: what it was made from, and the JPEG.</summary>
    public static string FrontName(Book book) => $".{book.Metadata.Id}-front";

    /// <summary>The pages of an edition as they would be set now, and what is said of them; null where no earlier build set them so, and where reports of them are asked for.</summary>
    public (PageMap Pages, ImmutableArray<Diagnostic> Said)? PagesOf(Book book, string edition)
    {
        if (_trace is null || !_asked.Reports.IsEmpty)
        {
            return null;
        }

        if (!_looked)
        {
            _looked = true;
            _known = _asked.Kept!.TryRead(KnownPages.FileName(book), out var file) && KnownPages.Read(file) is { } read && read.Hold(_asked, book, _trace) ? read : null;
        }

        return _known?.Of(edition);
    }

    /// <summary>Pages were set.</summary>
    /// <param name="pages">Where they begin.</param>
    /// <param name="said">What was said of them.</param>
    public void Add(PageMap pages, IEnumerable<Diagnostic> said)
    {
        if (_trace is not null)
        {
            _set.Add((pages, [.. said]));
            _questions = _trace.Questions();
        }
    }

    /// <summary>The cover's picture: an earlier build's where it was made from the same. Editions written side by side wait for each other.</summary>
    /// <param name="book">The book.</param>
    /// <param name="drawn">All that is drawn, but for the font files.</param>
    /// <param name="make">Makes it.</param>
    public byte[] Front(Book book, string drawn, Func<byte[]> make)
    {
        if (_trace is null)
        {
            return make();
        }

        lock (_drawing)
        {
            // Beside it the EPUB may ask for the licences of its fonts.
            var fonts = _trace.Questions(Fonts.FontLibrary.Folder).Where(asked => Fonts.FontLibrary.IsFont(asked.Path)).Select(asked => $"{asked.Origin} {asked.Question} {asked.Path} {asked.Answer}");
            var key = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fonts.Prepend(drawn).Prepend(Program))))));
            if (_asked.Kept!.TryRead(FrontName(book), out var kept) && kept.Length > KeyDigits && kept.Span[..KeyDigits].SequenceEqual(key))
            {
                return kept[KeyDigits..].ToArray();
            }

            var picture = make();
            _front = [.. key, .. picture];
            return picture;
        }
    }

    /// <summary>The files for the next build: what this one made.</summary>
    public ImmutableArray<OutputFile> Left(Book book) =>
    [
        .. _set.Count == 0 ? [] : (OutputFile[])[new OutputFile(KnownPages.FileName(book), new KnownPages(KnownPages.RequestOf(_asked, book), _questions, _set).Write())],
        .. _front is null ? [] : (OutputFile[])[new OutputFile(FrontName(book), _front)],
    ];
}
