using System.Runtime;

namespace Publish.Cli;

/// <summary>
/// Asks the runtime to put off collecting garbage until a build has allocated more than a long book needs. Nearly all that a build of one book makes lives
/// until its files are written: collecting in between copied it to and fro and gave nothing back. A longer book is collected as usual once the room is used up.
/// </summary>
internal static class HeapRoom
{
    // All editions of a book of 200,000 words; its pages alone take two thirds of it. Room that isn't used costs nothing.
    private const long Room = 192L << 20;

    // One rebuild of such a book takes a fifth of it, and an editor may save several times before there is time to tidy up.
    private const long WatchRoom = 96L << 20;

    /// <summary>Asks for it. To be called once, before a build that is the process's only one.</summary>
    public static void Ask() => Ask(Room);

    /// <summary>Collects what builds left while nobody waits, and asks for room for the next ones.</summary>
    public static void Tidy()
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
        }

        GC.Collect();
        Ask(WatchRoom);
    }

    private static void Ask(long room)
    {
        try
        {
            GC.TryStartNoGCRegion(room);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // No room to be had, or it was asked for before: then as usual.
        }
    }
}
