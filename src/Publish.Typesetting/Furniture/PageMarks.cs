using Publish.Document;
using Publish.Styles.Pages;

namespace Publish.Typesetting.Furniture;

/// <summary>What the running heads of a page may name.</summary>
/// <param name="Section">The section on it.</param>
/// <param name="Part">The section around that; null for none.</param>
/// <param name="Start">The heading in force at its top; null for none.</param>
/// <param name="First">The first heading on it; null for none.</param>
/// <param name="Last">The last heading on it; null for none.</param>
/// <param name="NotePages">The pages whose notes stand on it, as "12–34"; empty for none.</param>
internal sealed record PageMarks(Section Section, Section? Part, string? Start, string? First, string? Last, string NotePages)
{
    /// <summary>The heading a running head names.</summary>
    public string? Heading(FurnitureMark mark) => mark switch
    {
        FurnitureMark.First => First ?? Start,
        FurnitureMark.Last => Last ?? Start,
        _ => Start,
    };

    /// <summary>Whether running heads that name these would read the same.</summary>
    public bool ReadsLike(PageMarks? other) => other is not null
        && (Start, First, Last, NotePages) == (other.Start, other.First, other.Last, other.NotePages)
        && SameTitle(Section, other.Section)
        && SameTitle(Part, other.Part);

    private static bool SameTitle(Section? one, Section? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.Title == other.Title && one.ShortTitle == other.ShortTitle && one.NavigationTitle == other.NavigationTitle);
}
