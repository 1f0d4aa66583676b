namespace Publish.Testing.Judges;

/// <summary>EPUBCheck 4.2.6 of Debian: the rules of EPUB 3.2. Warnings and worse are findings.</summary>
public static class EpubCheck
{
    /// <summary>Checks an EPUB.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Validate(string path) => Verdict.Read(ExternalTool.RequireNode("epubcheck.mjs").Run(path, "--engine", "java"))[0];
}

/// <summary>The port of EPUBCheck 5 to TypeScript: the rules of EPUB 3.3. Warnings and worse are findings.</summary>
public static class EpubCheckTs
{
    /// <summary>Checks an EPUB.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Validate(string path) => Verdict.Read(ExternalTool.RequireNode("epubcheck.mjs").Run(path, "--engine", "ts"))[0];
}

/// <summary>Ace by DAISY: the accessibility of an EPUB. Every assertion that doesn't pass is a finding.</summary>
public static class Ace
{
    /// <summary>Checks an EPUB.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Validate(string path) => Verdict.Read(ExternalTool.RequireNode("ace.mjs").Run(TimeSpan.FromMinutes(10), [path]))[0];
}

/// <summary>
/// Chromium alone: documents at five text sizes and three widths, with and without the book's style sheet; nothing may stand out sideways, be cut off or be missing.
/// </summary>
public static class Reflow
{
    /// <summary>Lays an EPUB out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictures">A folder for pictures of each document, three widths, light and dark; null for none.</param>
    /// <param name="documents">How many documents, evenly chosen; null for all.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Validate(string path, string? pictures = null, int? documents = null) => Verdict.Read(ExternalTool.RequireNode("reflow.mjs").Run(
        TimeSpan.FromMinutes(15),
        [path, .. pictures is null ? [] : (string[])["--shots", Path.GetFullPath(pictures)], .. documents is { } n ? (string[])["--documents", n.ToString(System.Globalization.CultureInfo.InvariantCulture)] : []]))[0];
}
