using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Publish.Document;
using Publish.Epub;
using Publish.Fonts;
using Publish.Imaging;
using Publish.Manuscript;
using Publish.Pdf;
using Publish.Styles;
using Publish.Typesetting;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Lines;

namespace Publish.Editions;

/// <summary>
/// What a build leaves for the next one: faces, hyphenation patterns, shaped words, parsed stylesheets, covers, compressed streams. Only what depends on nothing but its content is kept, so a build
/// that finds it gives the same bytes as one that doesn't; what had something to say is made anew, so that it says it again. Bounded: a table of words that
/// grows beyond any book's is dropped.
/// </summary>
internal sealed class BuildMemory
{
    private const int MostWords = 250_000;

    // Covers kept: one for each book and trim under work, and a few from before.
    private const int MostCovers = 8;

    private readonly Dictionary<string, byte[]> _covers = new(StringComparer.Ordinal);
    private IReadOnlyList<(string File, ReadOnlyMemory<byte> Data)> _epubFiles = [];
    private string _epubCss = "";
    private FontLibrary? _fonts;
    private string _fontFiles = "";
    private ParagraphSetter? _paragraphs;
    private string _hyphenation = "";
    private bool _isUsed;

    /// <summary>Whether something that is kept has had something to say in the last build: it may have said it as it was in a build before.</summary>
    public bool HasComplaints => _fonts is { Missing.IsEmpty: false } || _paragraphs is { Diagnostics.IsEmpty: false };

    /// <summary>Stylesheets that were parsed.</summary>
    public StyleMemory Styles { get; } = new();

    /// <summary>Compressed streams of the PDFs.</summary>
    public CompressionMemory Streams { get; } = PdfWriter.StreamMemory();

    /// <summary>Compressed files of the EPUBs.</summary>
    public CompressionMemory Entries { get; } = EpubWriter.FileMemory();

    /// <summary>Files of the manuscript, parsed.</summary>
    public ReaderMemory Manuscript { get; } = new();

    /// <summary>The last book: what is the same in the next one is the same object.</summary>
    public BookMemory Book { get; } = new();

    /// <summary>What sections came to in each stylesheet.</summary>
    public ValueMemory<StyleSheet, TypesettingMemory> Typesetting { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the pages of PDF editions came to, by the edition's name.</summary>
    public ValueMemory<string, PdfMemory> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>What EPUB editions came to, by the edition's name.</summary>
    public ValueMemory<string, EpubMemory> Publications { get; } = new(StringComparer.Ordinal);

    /// <summary>Pictures, and what editions made of them.</summary>
    public ImageMemory Pictures { get; } = new();

    /// <summary>A new build begins: what the last one that came to pages didn't use is forgotten. A book that couldn't be read takes nothing away from the next.</summary>
    public void Begin()
    {
        if (_isUsed)
        {
            _isUsed = false;
            Turn();
        }
    }

    /// <summary>The build comes to pages and files.</summary>
    public void Use() => _isUsed = true;

    private void Turn()
    {
        Manuscript.Turn();
        Styles.Turn();
        Typesetting.Turn();
        Pages.Turn();
        Publications.Turn();
        Pictures.Turn();
        Streams.Turn();
        Entries.Turn();
    }

    /// <summary>The picture of a cover: made once for all that it is made from. Editions written side by side wait for each other, as they show the same cover.</summary>
    /// <param name="key">All that it is made from, but for the font files, with which the pictures are dropped.</param>
    /// <param name="make">Makes it.</param>
    public byte[] Cover(string key, Func<byte[]> make)
    {
        lock (_covers)
        {
            if (!_covers.TryGetValue(key, out var picture))
            {
                if (_covers.Count >= MostCovers)
                {
                    _covers.Clear();
                }

                _covers[key] = picture = make();
            }

            return picture;
        }
    }

    /// <summary>The stylesheet of EPUBs: made of files that are the same in memory once.</summary>
    /// <param name="files">Its files.</param>
    public string EpubCss(IReadOnlyList<(string File, ReadOnlyMemory<byte> Data)> files)
    {
        lock (_covers)
        {
            if (!files.SequenceEqual(_epubFiles))
            {
                (_epubFiles, _epubCss) = (files, HouseFiles.EpubCssOf(files));
            }

            return _epubCss;
        }
    }

    /// <summary>The faces; read again where a font file of the book changed, or where something was wrong with one.</summary>
    public FontLibrary Fonts(BuildRequest request, List<Diagnostic> diagnostics)
    {
        var files = FontFilesOf(request.Files);
        if (_fonts is null || files != _fontFiles || !_fonts.Missing.IsEmpty)
        {
            var said = diagnostics.Count;
            _fonts = FontLibrary.Load(request.Assets, diagnostics, request.Files);
            _fontFiles = diagnostics.Count == said ? files : "";

            // Shaped words belong to faces.
            _paragraphs = null;
            lock (_covers)
            {
                _covers.Clear();
            }
        }

        return _fonts;
    }

    /// <summary>The setter of paragraphs with the words it knows; a new one where the book's own hyphens changed.</summary>
    public ParagraphSetter Paragraphs(IAssets assets, ImmutableSortedDictionary<string, ImmutableArray<string>> hyphenation)
    {
        var own = string.Join('\n', hyphenation.Select(language => language.Key + " " + string.Join(' ', language.Value)));
        if (_paragraphs is not { WordCount: < MostWords, Diagnostics.IsEmpty: true } || own != _hyphenation)
        {
            _paragraphs = new ParagraphSetter(new HyphenationPatterns(assets).With(hyphenation));
            _hyphenation = own;
        }

        return _paragraphs;
    }

    private static string FontFilesOf(IBookFiles files)
    {
        var text = new StringBuilder("fonts\n");
        foreach (var folder in files.Folders(FontLibrary.Folder).Prepend(FontLibrary.Folder))
        {
            foreach (var path in files.List(folder))
            {
                text.Append(path).Append(' ').Append(files.TryRead(path, out var data) ? Convert.ToHexString(SHA256.HashData(data.Span)) : "").Append('\n');
            }
        }

        return text.ToString();
    }
}
