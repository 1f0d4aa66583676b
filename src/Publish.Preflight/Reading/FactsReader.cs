using System.Collections.Immutable;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>Reads a finished file with a reader that shares nothing with the writer, and says what is in it.</summary>
internal sealed class FactsReader
{
    private readonly PdfSource _source;
    private readonly ReadOnlyMemory<byte> _file;

    private FactsReader(PdfDocument document, ReadOnlyMemory<byte> file)
    {
        _source = new PdfSource(document);
        _file = file;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="fault">Why it can't be read; null where it can.</param>
    public static FileFacts? Read(ReadOnlyMemory<byte> file, out string? fault)
    {
        fault = null;
        try
        {
            using var document = PdfDocument.Open(file.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return new FactsReader(document, file).Read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The reader has exceptions of many kinds for files that are none.
            fault = e.Message;
            return null;
        }
    }

    private FileFacts Read()
    {
        var catalog = _source.Catalog;
        var trailer = _source.Document.Structure.Trailer;
        var info = _source.Resolve(trailer.Info) as DictionaryToken;
        var names = _source.Dictionary(catalog, "Names");
        var form = _source.Dictionary(catalog, "AcroForm");
        var pages = ImmutableArray.CreateBuilder<PageFacts>();
        foreach (var page in PageTree.Pages(_source))
        {
            pages.Add(ReadPage(pages.Count + 1, page));
        }

        return new FileFacts(Version(), _file.Length, pages.ToImmutable())
        {
            Encrypted = _source.Document.IsEncrypted,
            HasIdentifier = trailer.Identifier is { Count: 2 } id && id.All(part => part.Data is not null),
            HasObjectStreams = _file.Span.IndexOf("/ObjStm"u8) >= 0 || _file.Span.IndexOf("/XRef"u8) >= 0,
            Info = InfoOf(info),
            Xmp = _source.Get(catalog, "Metadata") is StreamToken packet && _source.Data(packet) is { } xmp ? XmpReader.Read(xmp) : null,
            Intents = [.. _source.Items(_source.Array(catalog, "OutputIntents")).OfType<DictionaryToken>().Select(IntentOf)],
            HasScripts = _source.Has(names, "JavaScript"),
            HasActions = _source.Has(catalog, "AA") || (_source.Get(catalog, "OpenAction") is DictionaryToken),
            HasForms = form is not null && (_source.Has(form, "XFA") || _source.Items(_source.Array(form, "Fields")).Any()),
            HasAttachments = _source.Has(names, "EmbeddedFiles"),
            HasLayers = _source.Has(catalog, "OCProperties"),
            HasBookmarks = _source.Has(_source.Dictionary(catalog, "Outlines"), "First"),
        };
    }

    private string Version()
    {
        var head = _file.Span[..Math.Min(1024, _file.Length)];
        var at = head.IndexOf("%PDF-"u8);
        var header = at >= 0 && at + 8 <= head.Length ? Encoding.Latin1.GetString(head.Slice(at + 5, 3)) : "";
        return _source.Name(_source.Catalog, "Version") is { } later && string.CompareOrdinal(later, header) > 0 ? later : header;
    }

    private Facts InfoOf(DictionaryToken? info) => new()
    {
        Title = _source.Text(info, "Title"),
        Created = _source.Text(info, "CreationDate"),
        Modified = _source.Text(info, "ModDate"),
        Trapped = _source.Text(info, "Trapped"),
        Producer = _source.Text(info, "Producer"),
        PdfXVersion = _source.Text(info, "GTS_PDFXVersion"),
        PdfXConformance = _source.Text(info, "GTS_PDFXConformance"),
    };

    private Intent IntentOf(DictionaryToken intent)
    {
        string? deviceClass = null;
        string? space = null;
        if (_source.Get(intent, "DestOutputProfile") is StreamToken stream && _source.Data(stream) is { Length: >= 128 } profile)
        {
            // ICC.1:2010, 7.2: device class at 12, colour space at 16.
            deviceClass = Encoding.ASCII.GetString(profile.Span[12..16]);
            space = Encoding.ASCII.GetString(profile.Span[16..20]).Trim();
        }

        return new Intent(_source.Name(intent, "S") ?? "", _source.Text(intent, "OutputConditionIdentifier") ?? "", _source.Text(intent, "RegistryName"), deviceClass, space);
    }

    private PageFacts ReadPage(int number, DictionaryToken dictionary)
    {
        var log = new PageLog();
        var content = Content(dictionary, log);
        new ContentWalk(_source, log).Walk(content, Inherited(dictionary, "Resources") as DictionaryToken);
        if (_source.Dictionary(dictionary, "Group") is { } group && _source.Name(group, "S") == "Transparency")
        {
            if (_source.Get(group, "CS") is { } space)
            {
                log.Blends.Add(new SpaceReader(_source).Read(space, Inherited(dictionary, "Resources") as DictionaryToken));
            }

            log.Odd(OddityKind.Transparency, "a transparency group on the page");
        }

        var media = Rectangle(Inherited(dictionary, "MediaBox")) ?? default;
        var crop = Rectangle(Inherited(dictionary, "CropBox"));
        var rotation = (int)((Inherited(dictionary, "Rotate") as NumericToken)?.Double ?? 0);
        string? fault = null;
        var text = rotation % 360 == 0 ? TextOf(number, crop ?? media, out fault) : null;
        return new PageFacts(number, media)
        {
            Crop = crop,
            Bleed = _source.Rectangle(dictionary, "BleedBox"),
            Trim = _source.Rectangle(dictionary, "TrimBox"),
            Art = _source.Rectangle(dictionary, "ArtBox"),
            Rotation = rotation,
            HasActions = _source.Has(dictionary, "AA"),
            IsEmpty = log.Drawn is null && log.Pictures.Count == 0,
            Annotations = [.. _source.Items(_source.Array(dictionary, "Annots")).OfType<DictionaryToken>().Select(a => new AnnotationUse(_source.Name(a, "Subtype") ?? "?", _source.Rectangle(a, "Rect")))],
            Paints = log.Paints,
            Pictures = [.. log.Pictures],
            Fonts = log.Fonts,
            Lines = [.. log.Lines],
            Blends = [.. log.Blends],
            Drawn = log.Drawn,
            Text = text,
            TextFault = rotation % 360 == 0 ? fault : "it is turned",
            Oddities = log.Oddities,
        };
    }

    private byte[] Content(DictionaryToken page, PageLog log)
    {
        var streams = _source.Get(page, "Contents") switch
        {
            StreamToken one => [one],
            ArrayToken many => _source.Items(many).OfType<StreamToken>().ToArray(),
            _ => [],
        };
        using var content = new MemoryStream();
        foreach (var stream in streams)
        {
            FilterLog.Read(_source, stream.StreamDictionary, log);
            if (_source.Data(stream) is { } data)
            {
                content.Write(data.Span);
                content.WriteByte((byte)'\n');
            }
            else
            {
                log.Odd(OddityKind.Unreadable, "content that can't be decoded");
            }
        }

        return content.ToArray();
    }

    private IToken? Inherited(DictionaryToken? node, string key)
    {
        for (var depth = 0; node is not null && depth < PdfSource.DepthLimit * 4; depth++)
        {
            if (_source.Get(node, key) is { } value)
            {
                return value;
            }

            node = _source.Dictionary(node, "Parent");
        }

        return null;
    }

    private Box? Rectangle(IToken? token) => _source.Numbers(token as ArrayToken) is [var a, var b, var c, var d]
        ? new Box(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d))
        : null;

    // The reader measures letters from the corner of the crop box.
    private TextExtent? TextOf(int number, Box view, out string? fault)
    {
        fault = null;
        try
        {
            var page = _source.Document.GetPage(number);
            var letters = ImmutableArray.CreateBuilder<(Box, string)>();
            Box? all = null;
            foreach (var letter in page.Letters)
            {
                var glyph = letter.BoundingBox;
                if (string.IsNullOrWhiteSpace(letter.Value) || letter.RenderingMode == UglyToad.PdfPig.Core.TextRenderingMode.Neither)
                {
                    continue;
                }

                var area = new Box(
                    Math.Min(glyph.Left, glyph.Right) + view.Left,
                    Math.Min(glyph.Bottom, glyph.Top) + view.Bottom,
                    Math.Max(glyph.Left, glyph.Right) + view.Left,
                    Math.Max(glyph.Bottom, glyph.Top) + view.Bottom);
                letters.Add((area, letter.Value));
                all = all is { } known ? known.With(area) : area;
            }

            return all is { } extent ? new TextExtent(extent, letters.ToImmutable()) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            fault = e.Message;
            return null;
        }
    }
}
