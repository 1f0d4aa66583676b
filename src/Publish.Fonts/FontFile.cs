using Publish.Document;
using Publish.Fonts.OpenType;
using Publish.Fonts.Subsetting;

namespace Publish.Fonts;

/// <summary>Reads the faces of a font file.</summary>
public static class FontFile
{
    // Larger than any font there is; what follows would only waste memory.
    private const int LargestFile = 256 * 1024 * 1024;

    private static readonly string[] ColorTables = ["COLR", "SVG ", "CBDT", "sbix"];

    /// <summary>Reads every face a file holds. A broken file gives no face and a diagnostic; nothing is thrown.</summary>
    /// <param name="path">Where it was read, for diagnostics.</param>
    /// <param name="data">The file, whole. It must not be changed afterwards.</param>
    /// <param name="diagnostics">What was found is added.</param>
    /// <returns>The faces: one for a plain file; those of a collection; the named weights of a variable font, each pinned.</returns>
    public static IReadOnlyList<FontFace> Read(string path, ReadOnlyMemory<byte> data, ICollection<Diagnostic> diagnostics)
    {
        if (data.Length > LargestFile)
        {
            diagnostics.Add(Broken(path, "is larger than any font"));
            return [];
        }
        var faces = new List<FontFace>();
        var count = Math.Max(1, SfntFile.CountFaces(data.Span));
        for (var index = 0; index < count; index++)
        {
            var file = SfntFile.Open(data, index, out var problem);
            var tables = file is null ? null : FontTables.Read(file, out problem);
            if (file is null || tables is null)
                diagnostics.Add(Broken(path, problem!));
            else if (Array.Find(ColorTables, file.Has) is { } table)
                diagnostics.Add(FontDiagnostics.ColorFont.At(SourceSpan.WholeFile(path), $"the file is a colour font (table '{table.TrimEnd()}') and is left out", "supply a face with plain outlines"));
            else if (file.Has("fvar"))
                AddInstances(path, data, index, faces, diagnostics);
            else if (file.Has("CFF2"))
                diagnostics.Add(Broken(path, "has CFF2 outlines, which a PDF can't embed"));
            else
                faces.Add(new FontFace(data, index, path, file, tables));
        }
        return faces;
    }

    private static void AddInstances(string path, ReadOnlyMemory<byte> data, int index, List<FontFace> faces, ICollection<Diagnostic> diagnostics)
    {
        var instances = VariableFont.Pin(data, index);
        if (instances.Count == 0) diagnostics.Add(Broken(path, "is a variable font with broken axes"));
        foreach (var instance in instances)
        {
            var file = SfntFile.Open(instance, 0, out var problem);
            var tables = file is null ? null : FontTables.Read(file, out problem);
            if (file is not null && file.Has("CFF2")) problem = "has CFF2 outlines, which a PDF can't embed";
            if (problem is null) faces.Add(new FontFace(instance, 0, path, file!, tables!));
            else
            {
                diagnostics.Add(Broken(path, problem));
                return;
            }
        }
    }

    private static Diagnostic Broken(string path, string problem) =>
        FontDiagnostics.BrokenFile.At(SourceSpan.WholeFile(path), $"the file {problem}; it is left out", "supply the font as a TTF or OTF file");
}
