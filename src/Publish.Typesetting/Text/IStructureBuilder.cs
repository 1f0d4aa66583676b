using Publish.Typesetting.Display;

namespace Publish.Typesetting.Text;

/// <summary>Receives the structure elements that running text needs inside its block: links, references, spans of another language, code.</summary>
public interface IStructureBuilder
{
    /// <summary>Adds an element as the last child of a parent so far and returns its index. The sequence is taken from <see cref="NextSequence"/>.</summary>
    /// <param name="parent">Index of the parent.</param>
    /// <param name="role">What it is.</param>
    /// <param name="language">Its language where it differs from the parent's.</param>
    /// <param name="actualText">Words that replace its content when read; null for none.</param>
    /// <param name="alternativeText">What someone who can't see it is told; null for none.</param>
    /// <param name="id">Unique identifier; null for none.</param>
    /// <param name="expansion">What an abbreviation stands for; null for none.</param>
    int Add(int parent, StructureRole role, string? language = null, string? actualText = null, string? alternativeText = null, string? id = null, string? expansion = null);

    /// <summary>The next place in reading order.</summary>
    int NextSequence();
}
