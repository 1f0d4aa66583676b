namespace Publish.Pdf.Syntax;

/// <summary>The number of an indirect object, from 1. Generations are always 0: a file is written once.</summary>
/// <param name="Number">The object number; 0 for none.</param>
internal readonly record struct ObjectReference(int Number)
{
    /// <summary>True where it names no object.</summary>
    public bool IsNone => Number == 0;
}
