using System.Runtime.InteropServices;

namespace Publish.Imaging;

/// <summary>
/// Memory for whole pictures in pages of 2 MB where Linux has them to give (madvise(2), MADV_HUGEPAGE): a picture is written once, and a fault for every 4 kB of
/// it costs more than drawing it.
/// </summary>
internal static unsafe partial class LargePages
{
    private const int HugePage = 14;
    private const nuint PageSize = 2 << 20;

    /// <summary>Takes memory, not cleared; to be given back by <see cref="Free"/>.</summary>
    /// <param name="bytes">How much.</param>
    public static nint Allocate(nuint bytes)
    {
        var whole = (bytes + PageSize - 1) & ~(PageSize - 1);
        var start = NativeMemory.AlignedAlloc(whole, PageSize);
        if (OperatingSystem.IsLinux())
        {
            _ = Advise((nint)start, whole, HugePage);
        }

        return (nint)start;
    }

    /// <summary>Gives memory back.</summary>
    /// <param name="start">Where it starts.</param>
    public static void Free(nint start) => NativeMemory.AlignedFree((void*)start);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
