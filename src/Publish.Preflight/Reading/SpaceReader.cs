using UglyToad.PdfPig.Tokens;

namespace Publish.Preflight.Reading;

/// <summary>Reads colour spaces (ISO 32000-1, 8.6).</summary>
/// <param name="source">The file.</param>
internal sealed class SpaceReader(PdfSource source)
{
    /// <summary>The space of a name or array.</summary>
    /// <param name="token">The name or array, references followed.</param>
    /// <param name="resources">Where names are looked up.</param>
    /// <param name="depth">How deep it stands.</param>
    public Space Read(IToken? token, DictionaryToken? resources, int depth = 0)
    {
        if (depth > PdfSource.DepthLimit)
        {
            return Space.Unknown;
        }

        switch (token)
        {
            case NameToken name:
                return Device(name.Data) ?? (source.Get(source.Dictionary(resources, "ColorSpace"), name.Data) is { } named ? Read(named, null, depth + 1) : Space.Unknown);
            case ArrayToken array:
                var items = source.Items(array).ToArray();
                return items is [NameToken kind, ..] ? Of(kind.Data, items, resources, depth) : Space.Unknown;
            default:
                return Space.Unknown;
        }
    }

    private Space Of(string kind, IToken[] items, DictionaryToken? resources, int depth) => kind switch
    {
        "ICCBased" when items.Length > 1 && PdfSource.AsDictionary(items[1]) is { } profile => new Space(SpaceKind.Icc, (int)(source.Number(profile, "N") ?? 0)),
        "CalGray" => new Space(SpaceKind.CalGray, 1),
        "CalRGB" => new Space(SpaceKind.CalRgb, 3),
        "Lab" => new Space(SpaceKind.Lab, 3),
        "Indexed" or "I" when items.Length > 1 => new Space(SpaceKind.Indexed, 1, "", Read(items[1], resources, depth + 1)),
        "Separation" when items.Length > 2 => new Space(SpaceKind.Separation, 1, (items[1] as NameToken)?.Data ?? "", Read(items[2], resources, depth + 1)),
        "DeviceN" when items.Length > 2 && items[1] is ArrayToken inks => new Space(
            SpaceKind.DeviceN, inks.Length, string.Join(' ', source.Items(inks).OfType<NameToken>().Select(ink => ink.Data)), Read(items[2], resources, depth + 1)),
        "Pattern" => new Space(SpaceKind.Pattern, 0, "", items.Length > 1 ? Read(items[1], resources, depth + 1) : null),
        _ => Device(kind) ?? Space.Unknown,
    };

    private static Space? Device(string name) => name switch
    {
        "DeviceGray" or "G" => Space.Gray,
        "DeviceRGB" or "RGB" => Space.Rgb,
        "DeviceCMYK" or "CMYK" => Space.Cmyk,
        "Pattern" => Space.Pattern,
        _ => null,
    };
}
