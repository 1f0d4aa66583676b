using Publish.Document;

namespace Publish.Manuscript;

/// <summary>A value of a YAML file with its place.</summary>
/// <param name="Span">Where it stands.</param>
internal abstract record YamlNode(SourceSpan Span);

/// <summary>A text, number, date or word.</summary>
/// <param name="Value">The characters, as written or unquoted.</param>
/// <param name="Quoted">Whether it stood in quotation marks or a block: then <c>null</c> is a word.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record YamlScalar(string Value, bool Quoted, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>Whether it says that there is nothing.</summary>
    public bool IsNull => !Quoted && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

/// <summary>Keys with values, in the order of the file.</summary>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>The value of a key; null where it isn't there.</summary>
    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
}

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
