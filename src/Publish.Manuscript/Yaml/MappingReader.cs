using System.Globalization;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Reads the values of a mapping by key; what nobody asked for is an unknown key.</summary>
/// <param name="reading">The reading.</param>
/// <param name="mapping">The mapping.</param>
/// <param name="what">What it describes, for messages: "the book", "edition 'print'".</param>
internal sealed class MappingReader(Reading reading, YamlMapping mapping, string what)
{
    private readonly List<string> _asked = [];

    public SourceSpan Span => mapping.Span;

    /// <summary>The value of a key; null where it is absent or says that there is none.</summary>
    public YamlNode? Node(string key)
    {
        _asked.Add(key);
        return mapping[key] is { } value and not YamlScalar { IsNull: true } ? value : null;
    }

    /// <summary>A text; null where there is none. White space at the ends is dropped, line breaks become spaces.</summary>
    public string? Text(string key) => Node(key) is { } node ? TextOf(node, key) : null;

    /// <summary>A text that must be there.</summary>
    public string? RequiredText(string key)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        if (mapping[key] is null or YamlScalar)
        {
            reading.Report(ManuscriptDiagnostics.MissingKey, mapping[key]?.Span ?? Start(), $"{what} has no '{key}'", $"add a line '{key}: …'");
        }

        return null;
    }

    /// <summary>The characters exactly, white space included; null where the key is absent.</summary>
    public string? Exact(string key)
    {
        _asked.Add(key);
        switch (mapping[key])
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar.IsNull ? "" : scalar.Value;
            case var other:
                Wrong(other.Span, key, "a text");
                return null;
        }
    }

    /// <summary>Yes or no.</summary>
    public bool? Flag(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Value: "true" or "True" or "yes" or "Yes" }:
                return true;
            case YamlScalar { Value: "false" or "False" or "no" or "No" }:
                return false;
            case var other:
                Wrong(other.Span, key, "true or false");
                return null;
        }
    }

    /// <summary>A whole number.</summary>
    public int? Number(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar scalar when int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                return number;
            case var other:
                Wrong(other.Span, key, "a whole number");
                return null;
        }
    }

    /// <summary>One of a few words.</summary>
    public T? Word<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar scalar when words.TryGetValue(scalar.Value, out var value):
                return value;
            case var other:
                Wrong(other.Span, key, "one of " + string.Join(", ", words.Keys));
                return null;
        }
    }

    /// <summary>A list, or a single value as a list of one.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlSequence sequence => sequence.Items,
        var single => [single],
    };

    /// <summary>A list of texts, or a single text.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key))
        {
            if (TextOf(item, key) is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>A mapping inside; null where there is none.</summary>
    public MappingReader? Inner(string key, string name)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMapping inner:
                return new(reading, inner, name);
            case var other:
                Wrong(other.Span, key, "a mapping of keys to values");
                return null;
        }
    }

    /// <summary>Whether the key is written at all.</summary>
    public bool Has(string key) => mapping[key] is not null;

    /// <summary>Where the value of a key stands; the mapping's own place where it is absent.</summary>
    public SourceSpan SpanOf(string key) => mapping[key]?.Span ?? Start();

    /// <summary>Says that a value is not what the key takes.</summary>
    public void Wrong(SourceSpan span, string key, string wanted) =>
        reading.Report(ManuscriptDiagnostics.WrongValue, span, $"'{key}' of {what} must be {wanted}");

    /// <summary>Says which keys nobody knows. To be called when all have been asked for.</summary>
    public void Finish()
    {
        foreach (var entry in mapping.Entries)
        {
            if (!_asked.Contains(entry.Key.Value))
            {
                var near = Spelling.Nearest(entry.Key.Value, _asked);
                reading.Report(
                    ManuscriptDiagnostics.UnknownKey,
                    entry.Key.Span,
                    $"{what} has no key '{entry.Key.Value}'",
                    near is null ? "known keys: " + string.Join(", ", _asked) : $"did you mean '{near}'?");
            }
        }
    }

    private string? TextOf(YamlNode node, string key)
    {
        if (node is YamlScalar scalar)
        {
            return WhiteSpace.Collapse(scalar.Value);
        }

        Wrong(node.Span, key, "a text");
        return null;
    }

    private SourceSpan Start() => SourceSpan.At(mapping.Span.File, mapping.Span.Line, mapping.Span.Column);
}
