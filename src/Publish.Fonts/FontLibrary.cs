using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Fonts;

/// <summary>
/// The faces a build can use: those of the program's assets and those the book brings along. The book's own go first.
/// Any thread may ask; what was missing is gathered, once for each family.
/// </summary>
public sealed class FontLibrary
{
    /// <summary>The folder of fonts, in the assets and in a book's folder.</summary>
    public const string Folder = "fonts";

    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc", ".otc"];

    private readonly Dictionary<string, ImmutableArray<FontFace>> _families = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, Diagnostic> _missing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceSpan> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _location;

    private FontLibrary(string location) => _location = location;

    /// <summary>Names of the families, in ordinal order.</summary>
    public ImmutableArray<string> Families { get; private set; } = [];

    /// <summary>What <see cref="Find"/> had to say so far: missing families and styles, each once, in a stable order.</summary>
    public ImmutableArray<Diagnostic> Missing
    {
        get
        {
            lock (_missing) return [.. _missing.Values];
        }
    }

    /// <summary>Whether a file is taken for a font by its name.</summary>
    /// <param name="path">Its path.</param>
    public static bool IsFont(string path) => Array.Exists(Extensions, e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads every font in <c>fonts/&lt;family&gt;/</c> and <c>fonts/</c> of the assets and, where given, of the book.</summary>
    /// <param name="assets">What the program brings along.</param>
    /// <param name="diagnostics">Files that can't be used are added.</param>
    /// <param name="book">The book's folder; null for none.</param>
    public static FontLibrary Load(IAssets assets, ICollection<Diagnostic> diagnostics, IBookFiles? book = null)
    {
        var library = new FontLibrary(book is null ? assets.Location : $"{assets.Location} and the book's folder '{Folder}'");
        var faces = new List<FontFace>();
        if (book is not null)
            foreach (var path in FilesOf(book.List, book.Folders))
                if (book.TryRead(path, out var data)) faces.AddRange(FontFile.Read(path, data, diagnostics));
        foreach (var path in FilesOf(assets.List, assets.Folders))
            if (assets.TryRead(path, out var data)) faces.AddRange(FontFile.Read(path, data, diagnostics));
        library.Add(faces, diagnostics);
        return library;
    }

    /// <summary>
    /// The face nearest to what is asked for, from the first of the families that is there (matching as in CSS Fonts 4, §5.2: slope first, then weight).
    /// The generic names <c>serif</c>, <c>sans-serif</c> and <c>monospace</c> stand for the family of that kind that has the most faces.
    /// </summary>
    /// <param name="families">Families in order of preference.</param>
    /// <param name="weight">100 … 900.</param>
    /// <param name="italic">Italic.</param>
    /// <returns>Null where none of the families is there; <see cref="Missing"/> then says so.</returns>
    public FontFace? Find(ImmutableArray<string> families, int weight, bool italic)
    {
        for (var i = 0; i < families.Length; i++)
        {
            if (FacesOf(families[i]) is not { } faces) continue;
            if (i > 0) ReportReplaced(families, families[i]);
            var face = Nearest(faces, weight, italic);
            if (face.Italic != italic) ReportStyle(face, italic);
            return face;
        }
        ReportNone(families);
        return null;
    }

    /// <summary>A face that has a character: from the families asked for, else from any, in ordinal order of families.</summary>
    /// <param name="codePoint">The character.</param>
    /// <param name="families">Families in order of preference.</param>
    /// <param name="weight">100 … 900.</param>
    /// <param name="italic">Italic; a roman that has the character is better than nothing.</param>
    /// <returns>Null where no face has it.</returns>
    public FontFace? FindFor(int codePoint, ImmutableArray<string> families, int weight, bool italic)
    {
        foreach (var family in families)
            if (FacesOf(family) is { } faces && WithCharacter(faces, codePoint, weight, italic) is { } face) return face;
        foreach (var family in Families)
            if (WithCharacter(_families[family], codePoint, weight, italic) is { } face) return face;
        return null;
    }

    /// <summary>Tells where a stylesheet names families, so that what is missing can be said at its place; the first place of a family counts.</summary>
    /// <param name="families">The families.</param>
    /// <param name="span">Where they are named.</param>
    public void NamedAt(ImmutableArray<string> families, SourceSpan span)
    {
        lock (_missing)
            foreach (var family in families) _places.TryAdd(family, span);
    }

    /// <summary>The faces of a family, lightest first, roman before italic; empty where it isn't there.</summary>
    public ImmutableArray<FontFace> FacesIn(string family) => FacesOf(family) ?? [];

    private static FontFace? WithCharacter(ImmutableArray<FontFace> faces, int codePoint, int weight, bool italic)
    {
        var nearest = Nearest(faces, weight, italic);
        if (nearest.GlyphOf(codePoint) != 0) return nearest;
        var able = faces.RemoveAll(f => f.GlyphOf(codePoint) == 0);
        return able.IsEmpty ? null : Nearest(able, weight, italic);
    }

    private static FontFace Nearest(ImmutableArray<FontFace> faces, int weight, bool italic)
    {
        var best = faces[0];
        var bestCost = int.MaxValue;
        foreach (var face in faces)
        {
            var cost = WeightCost(weight, face.Weight) + (face.Italic == italic ? 0 : 1_000_000);
            if (cost >= bestCost) continue;
            best = face;
            bestCost = cost;
        }
        return best;
    }

    /// <summary>
    /// CSS Fonts 4, §5.2.4: from 400 to 500, heavier up to 500 go first, then lighter, then heavier still; below 400, lighter first; above 500, heavier first.
    /// </summary>
    private static int WeightCost(int wanted, int weight)
    {
        var distance = Math.Abs(weight - wanted);
        if (distance == 0) return 0;
        var heavier = weight > wanted;
        return wanted switch
        {
            >= 400 and <= 500 when heavier && weight <= 500 => distance,
            >= 400 and <= 500 => distance + (heavier ? 20_000 : 10_000),
            < 400 => distance + (heavier ? 10_000 : 0),
            _ => distance + (heavier ? 0 : 10_000),
        };
    }

    private static IEnumerable<string> FilesOf(Func<string, IReadOnlyList<string>> list, Func<string, IReadOnlyList<string>> folders)
    {
        foreach (var path in list(Folder))
            if (IsFont(path)) yield return path;
        foreach (var folder in folders(Folder))
            foreach (var path in list(folder))
                if (IsFont(path)) yield return path;
    }

    private void Add(List<FontFace> faces, ICollection<Diagnostic> diagnostics)
    {
        foreach (var face in faces)
        {
            var family = _families.GetValueOrDefault(face.FamilyName, []);
            if (family.FirstOrDefault(f => f.Weight == face.Weight && f.Italic == face.Italic) is { } first)
            {
                diagnostics.Add(FontDiagnostics.SameFaceTwice.At(
                    SourceSpan.WholeFile(face.Path),
                    $"the file holds {face.FamilyName} {face.StyleName} once more; '{first.Path}' is used"));
                continue;
            }
            _families[face.FamilyName] = [.. family.Add(face).OrderBy(static f => f.Italic).ThenBy(static f => f.Weight)];
        }
        Families = [.. _families.Keys.Order(StringComparer.Ordinal)];
    }

    private ImmutableArray<FontFace>? FacesOf(string family)
    {
        if (_families.TryGetValue(family, out var faces)) return faces;
        ImmutableArray<FontFace>? best = null;
        foreach (var name in Families)
        {
            var first = _families[name][0];
            var fits = family switch
            {
                "monospace" => first.FixedPitch,
                "sans-serif" => !first.FixedPitch && first.FamilyClass == 8,
                "serif" => !first.FixedPitch && first.FamilyClass != 8,
                _ => false,
            };
            if (fits && (best is not { } known || _families[name].Length > known.Length)) best = _families[name];
        }
        return best;
    }

    private void ReportReplaced(ImmutableArray<string> families, string used) =>
        Report($"2 {families[0]}", () => FontDiagnostics.FamilyReplaced.At(
            PlaceOf(families), $"the font family '{families[0]}' isn't in {_location}; '{used}' is used", Supply(families[0])));

    private void ReportStyle(FontFace face, bool italic) =>
        Report($"6 {face.FamilyName}{italic}", () => FontDiagnostics.StyleReplaced.At(
            SourceSpan.None, $"the font family '{face.FamilyName}' has no {(italic ? "italic" : "roman")} in {_location}; {face.StyleName} is used", "add that style to the family's folder"));

    private void ReportNone(ImmutableArray<string> families)
    {
        var names = families.IsDefaultOrEmpty ? "(none named)" : string.Join(", ", families.Select(static f => $"'{f}'"));
        Report($"1 {names}", () => FontDiagnostics.NoFamily.At(
            PlaceOf(families),
            $"no font family of {names} is in {_location}; there are {(Families.IsEmpty ? "no fonts" : string.Join(", ", Families))}",
            families.IsDefaultOrEmpty ? null : Supply(families[0])));
    }

    private SourceSpan PlaceOf(ImmutableArray<string> families) => families.IsDefaultOrEmpty ? SourceSpan.None : _places.GetValueOrDefault(families[0], SourceSpan.None);

    private static string Supply(string family) => $"put its TTF or OTF files into {Folder}/{FolderName(family)}, or name another family";

    private static string FolderName(string family) => family.ToLowerInvariant().Replace(' ', '-');

    private void Report(string key, Func<Diagnostic> diagnostic)
    {
        lock (_missing)
            if (!_missing.ContainsKey(key)) _missing.Add(key, diagnostic());
    }
}
