using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Publish.Document;
using Publish.Styles.Cascade;
using Publish.Styles.Parsing;

namespace Publish.Styles;

/// <summary>Keeps stylesheets that were parsed, by their content, so that editions and builds that share them parse them once. Safe to use from several threads.</summary>
public sealed class StyleMemory
{
    // A book under work has a few; edits of a stylesheet make new ones.
    private const int Most = 16;

    private readonly ConcurrentDictionary<string, Lazy<Parsed>> parsed = new(StringComparer.Ordinal);

    private readonly ValueMemory<(Parsed Parsed, Length? Width, Length? Height, Length? Inner, Length? Outside), StyleSheet> sheets = new();

    /// <summary>A new build begins: stylesheets that the one before didn't use are forgotten.</summary>
    public void Turn() => sheets.Turn();

    /// <summary>A stylesheet made ready for an edition before, or now. One that had something to say is made anew, so that it says it again.</summary>
    /// <param name="of">Its rules.</param>
    /// <param name="plan">The edition; null for none.</param>
    /// <param name="make">Makes it ready.</param>
    internal StyleSheet Sheet(Parsed of, EditionPlan? plan, Func<StyleSheet> make)
    {
        var key = (of, plan?.TrimWidth, plan?.TrimHeight, plan?.LeastInner, plan?.LeastOutside);
        if (!sheets.TryGet(key, out var known))
        {
            // Who makes the same meanwhile gets this one.
            return sheets.Of(key, _ => make());
        }

        if (known.IsReusable)
        {
            return known;
        }

        var made = make();
        sheets.Keep(key, made);
        return made;
    }

    /// <summary>The rules of files, in order.</summary>
    internal Parsed Of(IReadOnlyList<(string File, ReadOnlyMemory<byte> Data)> files)
    {
        var key = KeyOf(files);
        if (parsed.TryGetValue(key, out var known))
        {
            return known.Value;
        }

        if (parsed.Count >= Most)
        {
            parsed.Clear();
        }

        // Who asks meanwhile waits for the first.
        return parsed.GetOrAdd(key, new Lazy<Parsed>(() => Parse(files))).Value;
    }

    /// <summary>Parses files.</summary>
    internal static Parsed Parse(IReadOnlyList<(string File, ReadOnlyMemory<byte> Data)> files)
    {
        var diagnostics = new List<Diagnostic>();
        var reader = new StyleReader(diagnostics);
        foreach (var (file, data) in files)
        {
            reader.Read(file, data.Span);
        }

        return new Parsed(reader.Rules, reader.Pages, [.. diagnostics]);
    }

    private static string KeyOf(IReadOnlyList<(string File, ReadOnlyMemory<byte> Data)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var (file, data) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
            hash.AppendData(length);
            hash.AppendData(data.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>A parsed stylesheet. Nothing in it changes.</summary>
    /// <param name="Rules">Rules for elements.</param>
    /// <param name="Pages">Rules for pages.</param>
    /// <param name="Diagnostics">What was wrong with it.</param>
    internal sealed record Parsed(List<Rule> Rules, List<PageRuleSet> Pages, ImmutableArray<Diagnostic> Diagnostics);
}
