namespace Publish.Typesetting.Tests.Pages;

/// <summary>A small generator of our own, so that the same cases come on every machine.</summary>
internal sealed class Dice(uint seed)
{
    private uint state = unchecked(seed * 2654435761u) | 1;

    public int Roll(int sides)
    {
        unchecked
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)sides);
        }
    }
}
