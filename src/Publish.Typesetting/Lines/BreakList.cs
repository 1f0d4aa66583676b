namespace Publish.Typesetting.Lines;

/// <summary>
/// The places where lines may end, in order, as sums from the start of the paragraph: the width of a line is the difference of two of them. All lengths in
/// scaled points. The first entry is the start of the paragraph, the last its end.
/// </summary>
internal sealed class BreakList
{
    /// <summary>Sum up to the end of the last visible character before the place, spaces at the line's end left out.</summary>
    public long[] Base = new long[256];

    /// <summary><see cref="Base"/> and the hyphen that is set if the line ends here, less what hangs at the right.</summary>
    public long[] End = new long[256];

    /// <summary>Sum up to the first character after the place, and what of it hangs at the left.</summary>
    public long[] Start = new long[256];

    /// <summary>Of <see cref="Base"/>, the spaces between words.</summary>
    public long[] EndSpace = new long[256];

    /// <summary>Of <see cref="Start"/>, the spaces between words.</summary>
    public long[] StartSpace = new long[256];

    /// <summary>Price of ending a line here.</summary>
    public int[] Cost = new int[256];

    /// <summary>What sort of place it is.</summary>
    public BreakFlags[] Flags = new BreakFlags[256];

    /// <summary>Offset of the text just after the line's last visible character.</summary>
    public int[] Offset = new int[256];

    /// <summary>Offset of the next line's first character.</summary>
    public int[] Next = new int[256];

    /// <summary>How many words of the text begin before <see cref="Next"/>, one that the place divides not counted.</summary>
    public int[] Words = new int[256];

    /// <summary>How many entries.</summary>
    public int Count { get; private set; }

    /// <summary>The most that hangs at the left anywhere.</summary>
    public long MaximumLeftHang { get; private set; }

    /// <summary>The most that hangs at the right anywhere.</summary>
    public long MaximumRightHang { get; private set; }

    /// <summary>Empties the list and enters the start of the paragraph.</summary>
    /// <param name="leftHang">What hangs at the left of the first line.</param>
    public void Begin(long leftHang)
    {
        Count = 0;
        MaximumLeftHang = MaximumRightHang = 0;
        Add(0, 0, 0, 0, 0, 0, leftHang, 0, BreakFlags.None, 0, 0, 0);
    }

    /// <summary>Enters a place.</summary>
    /// <param name="end">Sum up to the end of the last visible character.</param>
    /// <param name="endSpace">Of it, spaces.</param>
    /// <param name="start">Sum up to the next line's first character.</param>
    /// <param name="startSpace">Of it, spaces.</param>
    /// <param name="hyphen">Width of the hyphen set if the line ends here.</param>
    /// <param name="rightHang">What hangs at the right if the line ends here.</param>
    /// <param name="leftHang">What hangs at the left of a line that starts here.</param>
    /// <param name="cost">Price.</param>
    /// <param name="flags">Sort.</param>
    /// <param name="offset">Offset just after the last visible character.</param>
    /// <param name="next">Offset of the next line's first character.</param>
    /// <param name="words">Words that begin before it, the divided one not counted.</param>
    public void Add(long end, long endSpace, long start, long startSpace, long hyphen, long rightHang, long leftHang, int cost, BreakFlags flags, int offset, int next, int words)
    {
        var i = Count;
        if (i == Base.Length)
            Grow();
        unchecked
        {
            Base[i] = end;
            End[i] = end + hyphen - rightHang;
            Start[i] = start + leftHang;
            EndSpace[i] = endSpace;
            StartSpace[i] = startSpace;
            Cost[i] = cost;
            Flags[i] = flags;
            Offset[i] = offset;
            Next[i] = next;
            Words[i] = words;
            Count = i + 1;
        }

        if (leftHang > MaximumLeftHang)
            MaximumLeftHang = leftHang;
        if (rightHang > MaximumRightHang)
            MaximumRightHang = rightHang;
    }

    private void Grow()
    {
        var size = Base.Length * 2;
        Array.Resize(ref Base, size);
        Array.Resize(ref End, size);
        Array.Resize(ref Start, size);
        Array.Resize(ref EndSpace, size);
        Array.Resize(ref StartSpace, size);
        Array.Resize(ref Cost, size);
        Array.Resize(ref Flags, size);
        Array.Resize(ref Offset, size);
        Array.Resize(ref Next, size);
        Array.Resize(ref Words, size);
    }
}
