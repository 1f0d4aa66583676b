using System.Globalization;
using Publish.Document;
using YamlDotNet.RepresentationModel;

namespace Publish.Printers;

/// <summary>A mapping of a profile, read key by key; what nobody asked for is a fault, so that no figure is lost to a slip of the pen.</summary>
/// <param name="file">The file, for messages.</param>
/// <param name="node">The mapping.</param>
/// <param name="diagnostics">Takes faults.</param>
internal sealed class ProfileMap(string file, YamlMappingNode node, ICollection<Diagnostic> diagnostics)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string? Text(string key) => Value(key) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => Bad<bool>(key, "true or false"),
    };

    public int? Number(string key) =>
        Text(key) is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Bad<int>(key, "a whole number");

    public Length? Length(string key) => Text(key) is not { } text ? null : Lengths.Parse(text) ?? Bad<Length>(key, "a length, as 0.125in or 3mm");

    /// <summary>A length in inches, exactly: figures by the page are too small for scaled points.</summary>
    public decimal? Inches(string key) => Text(key) is not { } text ? null
        : text.EndsWith("in", StringComparison.Ordinal) && decimal.TryParse(text[..^2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var inches) ? inches
        : text.EndsWith("mm", StringComparison.Ordinal) && decimal.TryParse(text[..^2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var millimetres) ? millimetres / 25.4m
        : Bad<decimal>(key, "a length in inches or millimetres, as 0.002252in");

    public DateOnly? Date(string key) => Text(key) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : Bad<DateOnly>(key, "a date, as 2026-11-27");

    public TrimSize? Size(string key) => Text(key) is not { } text ? null : SizeOf(text, key);

    public TrimSize? SizeOf(string text, string key)
    {
        if (Lengths.ParseSize(text) is var (width, height))
        {
            return new TrimSize(width, height);
        }

        Bad<bool>(key, "width and height, as '5.5in x 8.5in', or a name, as A5");
        return null;
    }

    public IEnumerable<string> Texts(string key) => Value(key) is YamlSequenceNode list ? list.OfType<YamlScalarNode>().Select(item => item.Value ?? "") : [];

    public IEnumerable<ProfileMap> Maps(string key) => Value(key) is YamlSequenceNode list ? list.OfType<YamlMappingNode>().Select(Map) : [];

    public ProfileMap? Inner(string key) => Value(key) switch
    {
        null => null,
        YamlMappingNode inner => Map(inner),
        _ => Missing(key),
    };

    /// <summary>Says which keys nobody knows.</summary>
    public void Finish()
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (!_asked.Contains(key.Value ?? ""))
            {
                Report(key, $"'{key.Value}' is no key of a profile here", "known keys: " + string.Join(", ", _asked));
            }
        }
    }

    public T? Bad<T>(string key, string wanted)
        where T : struct
    {
        Report(Value(key) ?? node, $"'{key}' must be {wanted}", null);
        return null;
    }

    private ProfileMap? Missing(string key)
    {
        Bad<bool>(key, "a mapping of keys to values");
        return null;
    }

    private ProfileMap Map(YamlMappingNode inner) => new(file, inner, diagnostics);

    private YamlNode? Value(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private void Report(YamlNode at, string message, string? hint) =>
        diagnostics.Add(PrinterDiagnostics.BadProfile.At(SourceSpan.At(file, (int)at.Start.Line, (int)at.Start.Column), message, hint));
}
