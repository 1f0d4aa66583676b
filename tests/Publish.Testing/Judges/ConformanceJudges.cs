namespace Publish.Testing.Judges;

/// <summary>veraPDF: PDF/A and PDF/UA as far as a machine can tell.</summary>
public static class VeraPdf
{
    /// <summary>Validates files against one flavour; one start of the engine serves them all.</summary>
    /// <param name="flavour">1b, 2a, 2b, 2u, 3a, ua1, ua2 …</param>
    /// <param name="paths">The files.</param>
    /// <returns>A verdict for each file, in order.</returns>
    public static IReadOnlyList<Verdict> Validate(string flavour, params IEnumerable<string> paths) =>
        Verdict.Read(ExternalTool.RequireJava("verapdf.sh", "verapdf").Run([flavour, .. paths]));
}

/// <summary>PDFBox's Preflight: PDF/A-1b.</summary>
public static class PdfBoxPreflight
{
    /// <summary>Validates files; one start of the engine serves them all.</summary>
    /// <param name="paths">The files.</param>
    /// <returns>A verdict for each file, in order.</returns>
    public static IReadOnlyList<Verdict> Validate(params IEnumerable<string> paths) =>
        Verdict.Read(ExternalTool.RequireJava("preflight.sh", "preflight").Run(paths));
}
