namespace Publish.Document;

/// <summary>A stretch of a manuscript file. Lines and columns count from 1; columns count UTF-16 units; the end is exclusive.</summary>
/// <param name="File">The path as the editor knows it: relative to the book's folder, with forward slashes; empty where there is none.</param>
/// <param name="Line">First line, from 1; 0 for "the file as a whole".</param>
/// <param name="Column">First column, from 1.</param>
/// <param name="EndLine">Line of the end.</param>
/// <param name="EndColumn">Column just after the end.</param>
public readonly record struct SourceSpan(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>No place: what was generated, or concerns the book as a whole.</summary>
    public static readonly SourceSpan None = new("", 0, 0, 0, 0);

    /// <summary>A file as a whole.</summary>
    public static SourceSpan WholeFile(string file) => new(file, 0, 0, 0, 0);

    /// <summary>A single place.</summary>
    public static SourceSpan At(string file, int line, int column) => new(file, line, column, line, column);

    /// <summary>As <c>file:line:column</c>, or as much of it as there is.</summary>
    public override string ToString() =>
        string.IsNullOrEmpty(File) ? "" : Line == 0 ? File : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
