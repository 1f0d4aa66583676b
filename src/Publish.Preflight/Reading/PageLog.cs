using System.Collections.Immutable;

namespace Publish.Preflight.Reading;

/// <summary>What is gathered while a page's content is walked: each thing once, with the first place it is met at.</summary>
internal sealed class PageLog
{
    private readonly Dictionary<string, Paint> _paints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Oddity> _oddities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FontUse> _fonts = new(StringComparer.Ordinal);

    public List<PictureUse> Pictures { get; } = [];

    /// <summary>The blending spaces that groups name.</summary>
    public List<Space> Blends { get; } = [];

    public List<ThinLine> Lines { get; } = [];

    public Box? Drawn { get; private set; }

    public ImmutableArray<Paint> Paints => [.. _paints.Values];

    public ImmutableArray<Oddity> Oddities => [.. _oddities.Values];

    public ImmutableArray<FontUse> Fonts => [.. _fonts.Values];

    public void Paint(Paint paint)
    {
        var key = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{paint.Purpose}|{paint.Space.Kind}|{paint.Space.Name}|{paint.Overprint}|{string.Join(' ', paint.Color.Select(c => c.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)))}");
        _paints.TryAdd(key, paint);
    }

    public void Odd(OddityKind kind, string words, double? x = null, double? y = null) => _oddities.TryAdd(kind + words, new Oddity(kind, words, x, y));

    public void Font(FontUse font) => _fonts.TryAdd(font.Name + font.Type, font);

    public void Draw(Box area) => Drawn = Drawn is { } known ? known.With(area) : area;
}
