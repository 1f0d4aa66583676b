using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Publish.Fonts.Native;

namespace Publish.Fonts;

/// <summary>An OpenType feature and its value.</summary>
/// <param name="Tag">Its tag, as "smcp".</param>
/// <param name="Value">0 off, 1 on, or the number of an alternate.</param>
public readonly record struct FontFeature(string Tag, int Value)
{
    /// <summary>Whether a string can be the tag of a feature: four printable ASCII characters (OpenType 1.9, "Data types", Tag).</summary>
    public static bool IsTag(string tag)
    {
        if (tag.Length != 4) return false;
        foreach (var c in tag)
            if (c is < ' ' or > '~') return false;
        return true;
    }
}

/// <summary>
/// A set of OpenType features asked for beyond what a shaper does by itself (kern, liga, clig, mark …). Interned: two sets with the same
/// entries are the same object, so that comparing and hashing them costs nothing.
/// </summary>
public sealed class FontFeatures
{
    private static readonly ConcurrentDictionary<string, FontFeatures> Interned = new(StringComparer.Ordinal);

    private readonly string _text;

    private FontFeatures(string text, ImmutableArray<FontFeature> entries)
    {
        _text = text;
        Entries = entries;
        Native = new Feature[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            Native[i] = new Feature { Tag = HarfBuzz.Tag(entries[i].Tag), Value = (uint)entries[i].Value, Start = 0, End = uint.MaxValue };
    }

    /// <summary>Nothing asked for.</summary>
    public static FontFeatures None { get; } = Of();

    /// <summary>The entries in ordinal order of their tags.</summary>
    public ImmutableArray<FontFeature> Entries { get; }

    /// <summary>The entries as HarfBuzz takes them, over the whole text.</summary>
    internal Feature[] Native { get; }

    /// <summary>The set of the given features; where a tag is given twice the last value holds.</summary>
    /// <exception cref="ArgumentException">Where <see cref="FontFeature.IsTag"/> says no, or a value is negative.</exception>
    public static FontFeatures Of(params ReadOnlySpan<FontFeature> features)
    {
        var sorted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (tag, value) in features)
        {
            if (!FontFeature.IsTag(tag) || value < 0) throw new ArgumentException($"'{tag}' = {value.ToString(CultureInfo.InvariantCulture)} is no OpenType feature", nameof(features));
            sorted[tag] = value;
        }
        var text = string.Join(',', sorted.Select(static e => string.Create(CultureInfo.InvariantCulture, $"{e.Key}={e.Value}")));
        return Interned.GetOrAdd(text, static (key, entries) => new(key, [.. entries.Select(static e => new FontFeature(e.Key, e.Value))]), sorted);
    }

    /// <summary>This set with one feature more, or with another value for it.</summary>
    public FontFeatures With(string tag, int value = 1) => Of([.. Entries, new FontFeature(tag, value)]);

    /// <summary>As <c>onum=1,smcp=1</c>.</summary>
    public override string ToString() => _text;
}
