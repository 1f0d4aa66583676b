using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Typesetting.Flow;

/// <summary>A block that is seen and not read: what repeats something for the eye.</summary>
/// <param name="Inner">What is drawn.</param>
internal sealed record ArtifactFlow(FlowBlock Inner) : FlowBlock(Inner.Vertical)
{
    /// <inheritdoc />
    public override void Draw(PageCanvas canvas, Length left, Length top, int variant, int from, int to, Length spread)
    {
        var unread = new PageCanvas(canvas.PageIndex, 0);
        Inner.Draw(unread, left, top, variant, from, to, spread);
        foreach (var item in unread.Items)
        {
            canvas.Add(item is GlyphRun run ? run with { Structure = StructureReference.ArtifactOf(ArtifactKind.Layout), Source = null } : item);
        }
    }
}
