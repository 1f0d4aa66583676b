using System.Globalization;
using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>Reads pictures where they are drawn (ISO 32000-1, 8.9).</summary>
/// <param name="source">The file.</param>
/// <param name="log">Receives what is found.</param>
internal sealed class PictureReader(PdfSource source, PageLog log)
{
    private readonly Dictionary<StreamToken, double?> _ink = new(ReferenceEqualityComparer.Instance);

    /// <summary>A picture that is an object.</summary>
    public void Read(StreamToken stream, GraphicsState state, SpaceReader spaces, DictionaryToken? resources)
    {
        var dictionary = stream.StreamDictionary;
        FilterLog.Read(source, dictionary, log);
        var isMask = source.Flag(dictionary, "ImageMask");
        var space = isMask ? state.FillSpace : spaces.Read(source.Get(dictionary, "ColorSpace"), resources);
        var transparent = source.Get(dictionary, "SMask") is StreamToken || source.Number(dictionary, "SMaskInData") is > 0;
        var area = Add(
            (int)(source.Number(dictionary, "Width") ?? 0),
            (int)(source.Number(dictionary, "Height") ?? 0),
            (int)(source.Number(dictionary, "BitsPerComponent") ?? (isMask ? 1 : 8)),
            space,
            isMask,
            transparent,
            [.. source.Filters(dictionary)],
            state,
            isMask ? null : Ink(stream, space));
        if (isMask)
        {
            log.Paint(new Paint(Purpose.Fill, state.FillSpace, state.Fill, state.OverprintFill, area.Left, area.Bottom));
        }

        if (transparent)
        {
            log.Odd(OddityKind.Transparency, "a picture with a soft mask", area.Left, area.Top);
        }

        if (source.Has(dictionary, "Alternates"))
        {
            log.Odd(OddityKind.Opi, "a picture with alternates", area.Left, area.Top);
        }
    }

    /// <summary>A picture that stands in the content.</summary>
    public void Inline(Dictionary<string, string> keys, GraphicsState state, SpaceReader spaces, DictionaryToken? resources)
    {
        int Number(string brief, string whole) => int.TryParse(keys.GetValueOrDefault(brief, keys.GetValueOrDefault(whole, "")), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var isMask = keys.GetValueOrDefault("IM", keys.GetValueOrDefault("ImageMask", "")) == "true";
        var filter = keys.GetValueOrDefault("F", keys.GetValueOrDefault("Filter", ""));
        if (filter is "LZW" or "LZWDecode")
        {
            log.Odd(OddityKind.Lzw, "a stream packed with LZW");
        }

        var space = isMask ? state.FillSpace : spaces.Read(NameToken.Create(keys.GetValueOrDefault("CS", keys.GetValueOrDefault("ColorSpace", "DeviceGray"))), resources);
        Add(Number("W", "Width"), Number("H", "Height"), isMask ? 1 : Number("BPC", "BitsPerComponent"), space, isMask, false, filter.Length == 0 ? [] : [filter], state, null);
    }

    private Box Add(int width, int height, int bits, Space space, bool isMask, bool isTransparent, string[] filters, GraphicsState state, double? ink)
    {
        var matrix = state.Matrix;
        var area = matrix.Around(0, 0, 1, 1);
        log.Draw(area);

        // A picture of a pixel or two is a tint, not a picture: its resolution says nothing.
        var ppi = width < 4 || height < 4 || matrix.ScaleX <= 0 || matrix.ScaleY <= 0 ? double.PositiveInfinity : Math.Min(width * 72 / matrix.ScaleX, height * 72 / matrix.ScaleY);
        log.Pictures.Add(new PictureUse(area, width, height, ppi, space, bits, isMask, isTransparent, [.. filters]) { MostInk = ink });
        return area;
    }

    // Of plates and eight bits only, and not of JPEGs, whose samples this reader doesn't unpack.
    private double? Ink(StreamToken stream, Space space)
    {
        if (space.Kind is SpaceKind.Gray)
        {
            return 100;
        }

        var dictionary = stream.StreamDictionary;
        if (space.Kind != SpaceKind.Cmyk || source.Number(dictionary, "BitsPerComponent") != 8 || source.Filters(dictionary).Any(filter => filter is not ("FlateDecode" or "Fl")))
        {
            return null;
        }

        if (_ink.TryGetValue(stream, out var known))
        {
            return known;
        }

        double? most = null;
        if (source.Data(stream) is { } data)
        {
            var inverted = source.Numbers(source.Array(dictionary, "Decode")) is [1, 0, ..];
            var highest = 0;
            var span = data.Span;
            for (var i = 0; i + 3 < span.Length; i += 4)
            {
                var sum = span[i] + span[i + 1] + span[i + 2] + span[i + 3];
                highest = Math.Max(highest, inverted ? 1020 - sum : sum);
            }

            most = highest / 2.55;
        }

        return _ink[stream] = most;
    }
}
