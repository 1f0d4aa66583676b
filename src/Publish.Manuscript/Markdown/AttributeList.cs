using System.Collections.Immutable;

namespace Publish.Manuscript;

/// <summary>Attributes in braces: <c>{#id .class key=value}</c>.</summary>
/// <param name="Id">The identifier; null where none is given.</param>
/// <param name="Classes">The classes in order.</param>
/// <param name="Pairs">Keys and values in order.</param>
internal sealed record AttributeList(string? Id, ImmutableArray<string> Classes, ImmutableArray<(string Key, string Value)> Pairs)
{
    public static readonly AttributeList Empty = new(null, [], []);

    /// <summary>The format of a raw attribute, as "html" of <c>{=html}</c>; null for ordinary attributes.</summary>
    public string? RawFormat { get; init; }

    /// <summary>The value of a key; null where it isn't there.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var pair in Pairs)
            {
                if (pair.Key == key)
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    public bool Has(string name) => Classes.Contains(name);

    /// <summary>The language given, by <c>lang</c>; null for none.</summary>
    public string? Language => this["lang"];
}
