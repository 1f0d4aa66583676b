using Markdig.Syntax;

namespace Publish.Manuscript;

/// <summary>How deep blocks may stand inside each other. Books stay below ten; without a limit a hostile file costs time and stack.</summary>
internal static class BlockLimits
{
    /// <summary>Containers inside each other.</summary>
    public const int Depth = 48;

    /// <summary>How many containers hold a block.</summary>
    public static int DepthOf(Block? block)
    {
        var depth = 0;
        for (; block is not null; block = block.Parent)
        {
            depth++;
        }

        return depth;
    }
}
