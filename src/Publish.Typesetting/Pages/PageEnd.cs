namespace Publish.Typesetting.Pages;

/// <summary>A way to end a page that starts at a given place.</summary>
/// <param name="Next">Where the next page starts; at the end of the list, after the last block.</param>
/// <param name="Cost">What the page costs, leaving out what depends on its side and on the page it faces.</param>
/// <param name="BodyLines">Lines its text takes, white included.</param>
/// <param name="Delta">Lines by which it is longer than the type area; for a last page the least that holds it.</param>
/// <param name="Rule">What the break breaks.</param>
/// <param name="Hyphen">True where it leaves part of a word behind.</param>
/// <param name="Final">True where nothing is left for another page.</param>
/// <param name="Entry">The walk's entry that it ends: what stands on the page before its last block.</param>
/// <param name="Variant">Variant (index in the list) of the last block where the page ends inside it; −1 where it ends with a whole block.</param>
/// <param name="BodyEnd">Bottom of its text, in scaled points.</param>
/// <param name="HasNotes">True where notes stand at its foot.</param>
internal readonly record struct PageEnd(
    PagePlace Next,
    long Cost,
    int BodyLines,
    int Delta,
    BreakRule Rule,
    bool Hyphen,
    bool Final,
    int Entry,
    int Variant,
    long BodyEnd,
    bool HasNotes);

/// <summary>A block wholly on the page a walk is filling, or the page's empty top.</summary>
/// <param name="Y">Bottom of what stands on the page so far, in scaled points.</param>
/// <param name="Cost">Cost of variants, added white and deferred figures so far.</param>
/// <param name="Parent">The entry before it; −1 for the top.</param>
/// <param name="Block">The block; −1 for the top.</param>
/// <param name="Variant">Its variant (index in the list); <see cref="Deferred"/> where it waits for a later page, <see cref="Passed"/> where it stands at the head of this one.</param>
/// <param name="Stretch">Lines of white added above it.</param>
/// <param name="Float">The first floating block that isn't set.</param>
/// <param name="Fresh">True where no text stands on the page yet.</param>
/// <param name="Foot">Lines taken at the foot of the page by what floats there.</param>
/// <param name="AtFoot">True where the block is one of them.</param>
internal readonly record struct WalkEntry(long Y, long Cost, int Parent, int Block, int Variant, int Stretch, int Float, bool Fresh, int Foot = 0, bool AtFoot = false)
{
    /// <summary>Waits for a later page.</summary>
    public const int Deferred = -1;

    /// <summary>Stands at the head of the page already.</summary>
    public const int Passed = -2;

    /// <summary>True where the block takes no room where the manuscript has it.</summary>
    public bool Elsewhere => Variant < 0 || AtFoot;
}

/// <summary>How freely a page may be filled.</summary>
/// <param name="Relaxed">True where rules may be broken at a price.</param>
/// <param name="Choices">False where every paragraph is taken as the line stage likes it best and no white is added.</param>
internal readonly record struct WalkMode(bool Relaxed, bool Choices);
