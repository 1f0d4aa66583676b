using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>The objects of a file, references followed.</summary>
/// <param name="document">The opened file.</param>
internal sealed class PdfSource(PdfDocument document)
{
    // Forms may hold forms, spaces may stand on spaces; a file that goes deeper is broken or malicious.
    public const int DepthLimit = 24;

    public PdfDocument Document { get; } = document;

    public DictionaryToken Catalog => Document.Structure.Catalog.CatalogDictionary;

    public IToken? Resolve(IToken? token)
    {
        for (var depth = 0; token is IndirectReferenceToken reference && depth < DepthLimit; depth++)
        {
            token = Document.Structure.GetObject(reference.Data)?.Data;
        }

        return token is IndirectReferenceToken or NullToken ? null : token;
    }

    public IToken? Get(DictionaryToken? dictionary, string key) =>
        dictionary is not null && dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) : null;

    public DictionaryToken? Dictionary(DictionaryToken? dictionary, string key) => AsDictionary(Get(dictionary, key));

    public ArrayToken? Array(DictionaryToken? dictionary, string key) => Get(dictionary, key) as ArrayToken;

    public string? Name(DictionaryToken? dictionary, string key) => (Get(dictionary, key) as NameToken)?.Data;

    public double? Number(DictionaryToken? dictionary, string key) => (Get(dictionary, key) as NumericToken)?.Double;

    public bool Flag(DictionaryToken? dictionary, string key) => Get(dictionary, key) is BooleanToken { Data: true };

    public string? Text(DictionaryToken? dictionary, string key) => Get(dictionary, key) switch
    {
        StringToken text => text.Data,
        HexToken hex => Decode(hex.Bytes),
        NameToken name => name.Data,
        _ => null,
    };

    public bool Has(DictionaryToken? dictionary, string key) => Get(dictionary, key) is not null;

    public IEnumerable<IToken> Items(ArrayToken? array)
    {
        foreach (var item in array?.Data ?? [])
        {
            if (Resolve(item) is { } token)
            {
                yield return token;
            }
        }
    }

    public double[] Numbers(ArrayToken? array) => [.. Items(array).OfType<NumericToken>().Select(number => number.Double)];

    public Box? Rectangle(DictionaryToken? dictionary, string key) => Numbers(Array(dictionary, key)) is [var a, var b, var c, var d]
        ? new Box(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d))
        : null;

    /// <summary>The names of a stream's filters.</summary>
    public IReadOnlyList<string> Filters(DictionaryToken dictionary) => Get(dictionary, "Filter") switch
    {
        NameToken name => [name.Data],
        ArrayToken array => [.. Items(array).OfType<NameToken>().Select(name => name.Data)],
        _ => [],
    };

    /// <summary>The decoded data of a stream; null where it can't be decoded.</summary>
    public ReadOnlyMemory<byte>? Data(StreamToken stream)
    {
        try
        {
            return stream.Decode(Document.Structure.FilterProvider, Document.Structure.TokenScanner);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    public static DictionaryToken? AsDictionary(IToken? token) => token switch { DictionaryToken dictionary => dictionary, StreamToken stream => stream.StreamDictionary, _ => null };

    private static string Decode(ReadOnlySpan<byte> bytes) => bytes is [0xFE, 0xFF, ..]
        ? System.Text.Encoding.BigEndianUnicode.GetString(bytes[2..])
        : System.Text.Encoding.Latin1.GetString(bytes);
}
