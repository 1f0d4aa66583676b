using System.Text;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Publish.Editions.Tests.Accessibility;

/// <summary>A tagged PDF as an independent reader (PdfPig) finds it: the structure tree with the text of each element, and the catalog.</summary>
public sealed class TaggedFile : IDisposable
{
    private readonly PdfDocument _file;
    private readonly List<IndirectReference> _pages = [];
    private readonly List<Dictionary<int, MarkedContentElement>> _contents;
    private readonly HashSet<(int Page, int Mcid)> _taken = [];

    private TaggedFile(PdfDocument file, TaggedFile? samePages)
    {
        _file = file;
        Catalog = file.Structure.Catalog.CatalogDictionary;
        CollectPages(Dictionary(Catalog, "Pages")!, null);
        _contents = samePages?._contents ?? [];
        UnmarkedLetters = samePages?.UnmarkedLetters ?? [];
        foreach (var page in samePages is null ? file.GetPages() : [])
        {
            var marked = new Dictionary<int, MarkedContentElement>();
            var letters = new HashSet<object>(ReferenceEqualityComparer.Instance);
            foreach (var content in page.GetMarkedContents())
            {
                if (content.IsArtifact || content.MarkedContentIdentifier >= 0)
                {
                    letters.UnionWith(LettersOf(content));
                }

                if (content is ArtifactMarkedContentElement artifact && string.Concat(LettersOf(artifact).Select(letter => letter.Value)).Trim() is { Length: > 0 } words)
                {
                    // Words at head and foot say that they are; others say what they are for.
                    var isFurniture = artifact.Type switch
                    {
                        ArtifactMarkedContentElement.ArtifactType.Pagination => artifact.SubType is "Header" or "Footer",
                        ArtifactMarkedContentElement.ArtifactType.Layout or ArtifactMarkedContentElement.ArtifactType.Page => true,
                        _ => false,
                    };
                    Artifacts.Add((page.Number, words, isFurniture));
                }

                if (!content.IsArtifact && content.MarkedContentIdentifier >= 0)
                {
                    marked.Add(content.MarkedContentIdentifier, content);
                }
            }

            _contents.Add(marked);
            UnmarkedLetters.Add(page.Letters.Count(letter => !letters.Contains(letter)));
        }

        foreach (var (index, reference) in _pages.Index())
        {
            var page = (DictionaryToken)Resolve(new IndirectReferenceToken(reference))!;
            if (Value(page, "Annots") is ArrayToken annotations)
            {
                Annotations.AddRange(annotations.Data.OfType<IndirectReferenceToken>().Select(annotation => (index + 1, annotation.Data.ObjectNumber, (DictionaryToken)Resolve(annotation)!)));
            }

            Tabs.Add(Name(page, "Tabs"));
        }

        Root = Dictionary(Catalog, "StructTreeRoot") is { } root ? new TaggedElement("Root", 0, Kids(root, null)) : new TaggedElement("Root", 0, []);
        foreach (var (page, index) in _contents.Select((page, index) => (page, index)))
        {
            Unclaimed.AddRange(page.Keys.Where(mcid => !_taken.Contains((index + 1, mcid))).Select(mcid => (index + 1, mcid)));
        }
    }

    public DictionaryToken Catalog { get; }

    /// <summary>The root of the structure; it holds the Document.</summary>
    public TaggedElement Root { get; }

    /// <summary>For each page how many letters stand outside all marked content.</summary>
    public List<int> UnmarkedLetters { get; }

    /// <summary>Marked content that no element holds, and what elements hold that no page has.</summary>
    public List<(int Page, int Mcid)> Unclaimed { get; } = [];

    /// <summary>Content that two elements hold.</summary>
    public List<(int Page, int Mcid)> ClaimedTwice { get; } = [];

    /// <summary>The words of each artifact, and whether it says which kind of furniture they are.</summary>
    public List<(int Page, string Text, bool IsFurniture)> Artifacts { get; } = [];

    /// <summary>The title the metadata give, by the packet's bytes: as an XDocument this reader gives them in Latin-1.</summary>
    public string? Title => _file.TryGetXmpMetadata(out var metadata)
        ? XDocument.Load(new MemoryStream(metadata.GetXmlBytes().ToArray())).Descendants("{http://purl.org/dc/elements/1.1/}title").SelectMany(title => title.Descendants("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")).FirstOrDefault()?.Value
        : null;

    /// <summary>Every annotation and its page.</summary>
    public List<(int Page, long Number, DictionaryToken Annotation)> Annotations { get; } = [];

    /// <summary>For each page its order of tabs.</summary>
    public List<string?> Tabs { get; } = [];

    /// <summary>Every element, in reading order.</summary>
    public IEnumerable<TaggedElement> Elements => Root.Elements.SelectMany(element => element.SelfAndInner);

    /// <summary>Named destinations with their pages, from 1.</summary>
    public Dictionary<string, int> Destinations { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="samePages">A file read before whose pages have the same contents, so that they needn't be read again; null for none.</param>
    public static TaggedFile Read(string path, TaggedFile? samePages = null)
    {
        var tagged = new TaggedFile(PdfDocument.Open(path), samePages);
        if (tagged.Dictionary(tagged.Catalog, "Names") is { } names && tagged.Dictionary(names, "Dests") is { } tree)
        {
            tagged.CollectNames(tree);
        }

        return tagged;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A dictionary inside another; null for none.</summary>
    public DictionaryToken? Dictionary(DictionaryToken holder, string key) => Value(holder, key) as DictionaryToken;

    /// <summary>A text inside a dictionary; null for none.</summary>
    public string? Text(DictionaryToken holder, string key) => Value(holder, key) is (StringToken or HexToken) and { } token ? DecodeToken(token) : null;

    /// <summary>The rectangle of an annotation, as it is written.</summary>
    public PdfRectangle Rectangle(DictionaryToken annotation)
    {
        var sides = Value(annotation, "Rect") is ArrayToken array ? [.. array.Data.OfType<NumericToken>().Select(number => number.Double)] : new double[4];
        return new PdfRectangle(sides[0], sides[1], sides[2], sides[3]);
    }

    /// <summary>The middle of the foot of each letter that shows, in points from the page's corner.</summary>
    public IEnumerable<PdfPoint> LettersOf(TaggedText text) => !_contents[text.Page - 1].TryGetValue(text.Mcid, out var content)
        ? []
        : LettersOf(content).Where(letter => letter.Value.Trim() is not ("" or "\u2060")).Select(letter => new PdfPoint((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, (letter.StartBaseLine.Y + letter.EndBaseLine.Y) / 2));

    private static IEnumerable<Letter> LettersOf(MarkedContentElement content) => content.Letters.Concat(content.Children.SelectMany(LettersOf));

    private static string DecodeToken(IToken? token) => token switch
    {
        StringToken text => Decode(text.GetBytes()),
        HexToken hex => Decode([.. hex.Bytes]),
        _ => "",
    };

    // This reader says a letter twice that has a mark of its own on it: first alone, then with the mark.
    private static string Words(IReadOnlyList<Letter> letters)
    {
        var text = new StringBuilder();
        for (var i = 0; i < letters.Count; i++)
        {
            var again = i + 1 < letters.Count && letters[i + 1].Value.Length > letters[i].Value.Length && letters[i + 1].Value.StartsWith(letters[i].Value, StringComparison.Ordinal)
                && char.GetUnicodeCategory(letters[i + 1].Value[letters[i].Value.Length]) == System.Globalization.UnicodeCategory.NonSpacingMark;
            text.Append(again || letters[i].Value == "\u2060" ? "" : letters[i].Value);
        }

        return text.ToString();
    }

    // UTF-16 behind its mark, else PDFDocEncoding (ISO 32000-1, annex D.3), which is Latin-1 but for these.
    private static string Decode(byte[] bytes) => bytes is [0xFE, 0xFF, ..]
        ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : string.Concat(bytes.Select(b => b is >= 0x80 and <= 0x9E ? "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"[b - 0x80] : b == 0xA0 ? '€' : (char)b));

    private string? Name(DictionaryToken holder, string key) => (Value(holder, key) as NameToken)?.Data;

    private IToken? Value(DictionaryToken holder, string key) => holder.TryGet(NameToken.Create(key), out var token) ? Resolve(token) : null;

    private IToken? Resolve(IToken? token) => token is IndirectReferenceToken reference ? Resolve(_file.Structure.GetObject(reference.Data).Data) : token;

    private IEnumerable<DictionaryToken> Array(DictionaryToken holder, string key) =>
        Value(holder, key) is ArrayToken array ? array.Data.Select(Resolve).OfType<DictionaryToken>() : [];

    private void CollectPages(DictionaryToken node, IndirectReference? own)
    {
        if (Name(node, "Type") == "Page")
        {
            _pages.Add(own!.Value);
            return;
        }

        foreach (var kid in ((ArrayToken)Value(node, "Kids")!).Data.OfType<IndirectReferenceToken>())
        {
            CollectPages((DictionaryToken)Resolve(kid)!, kid.Data);
        }
    }

    private void CollectNames(DictionaryToken node)
    {
        foreach (var kid in Array(node, "Kids"))
        {
            CollectNames(kid);
        }

        if (Value(node, "Names") is ArrayToken names)
        {
            for (var i = 0; i + 1 < names.Length; i += 2)
            {
                var name = DecodeToken(names[i]);
                if (Resolve(names[i + 1]) is ArrayToken place && place[0] is IndirectReferenceToken page)
                {
                    Destinations[name] = _pages.IndexOf(page.Data) + 1;
                }
            }
        }
    }

    private TaggedElement Element(DictionaryToken dictionary, long number, IndirectReference? inherited)
    {
        var page = dictionary.TryGet(NameToken.Create("Pg"), out var own) && own is IndirectReferenceToken reference ? reference.Data : inherited;
        return new TaggedElement(Name(dictionary, "S") ?? "?", number, Kids(dictionary, page))
        {
            Id = Text(dictionary, "ID"),
            Language = Text(dictionary, "Lang"),
            Alternative = Text(dictionary, "Alt"),
            Expansion = Text(dictionary, "E"),
            Attributes = Attributes(dictionary),
        };
    }

    private Dictionary<string, string> Attributes(DictionaryToken dictionary)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Dictionary(dictionary, "A") is { } given)
        {
            foreach (var (key, value) in given.Data)
            {
                attributes[key] = value switch { NameToken name => name.Data, NumericToken number => number.Int.ToString(System.Globalization.CultureInfo.InvariantCulture), _ => value.ToString()! };
            }
        }

        return attributes;
    }

    private List<TaggedKid> Kids(DictionaryToken dictionary, IndirectReference? page)
    {
        var given = dictionary.TryGet(NameToken.Create("K"), out var k) ? k : null;
        var tokens = given is IndirectReferenceToken direct && Resolve(direct) is ArrayToken held ? held.Data : given is ArrayToken array ? array.Data : given is null ? [] : [given];
        var kids = new List<TaggedKid>();
        foreach (var token in tokens)
        {
            switch (Resolve(token))
            {
                case NumericToken mcid:
                    kids.Add(Content(mcid.Int, page!.Value));
                    break;
                case DictionaryToken inner when Name(inner, "Type") == "MCR":
                    kids.Add(Content(((NumericToken)Value(inner, "MCID")!).Int, ((IndirectReferenceToken)inner.Data["Pg"]).Data));
                    break;
                case DictionaryToken inner when Name(inner, "Type") == "OBJR":
                    kids.Add(new TaggedAnnotation(((IndirectReferenceToken)inner.Data["Obj"]).Data.ObjectNumber, Dictionary(inner, "Obj")!));
                    break;
                case DictionaryToken inner:
                    kids.Add(Element(inner, token is IndirectReferenceToken reference ? reference.Data.ObjectNumber : 0, page));
                    break;
                default:
                    break;
            }
        }

        return kids;
    }

    private TaggedText Content(int mcid, IndirectReference page)
    {
        var number = _pages.IndexOf(page) + 1;
        if (!_taken.Add((number, mcid)))
        {
            ClaimedTwice.Add((number, mcid));
        }

        if (!_contents[number - 1].ContainsKey(mcid))
        {
            Unclaimed.Add((number, mcid));
        }

        return _contents[number - 1].TryGetValue(mcid, out var content)
            ? new TaggedText(number, mcid, Text(content.Properties, "ActualText") ?? Words(content.Letters), content.ActualText is not null)
            : new TaggedText(number, mcid, "", false);
    }
}
