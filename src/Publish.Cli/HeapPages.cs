using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Publish.Cli;

/// <summary>
/// Asks Linux for large pages where the heap lies (madvise(2), MADV_HUGEPAGE). A build touches its memory once: with pages of 2 MB instead of 4 kB there are five
/// hundred times fewer faults, which took a fifth of its time. Elsewhere, and where the system has none to give, nothing happens.
/// </summary>
internal static partial class HeapPages
{
    private const int HugePage = 14;
    private const nint PageSize = 2 << 20;

    // As far as the heap of a book of a million words reaches; the runtime's first regions lie a little before. No further: below the heap are the stacks of threads,
    // which would be filled with large pages and hardly used.
    private const nint Reach = 1 << 30;
    private const nint Before = 8 << 20;

    /// <summary>Asks for them.</summary>
    public static void AskForLarge()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return;
        }

        _ = Advise(PageOf(new object()) - Before, (nuint)Reach, HugePage);
    }

    private static nint PageOf(object here) => Unsafe.As<object, nint>(ref here) & -PageSize;

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
