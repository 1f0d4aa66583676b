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

    // As far as the heap of a book of a million words reaches.
    private const nint Reach = 1 << 30;

    /// <summary>Asks for them.</summary>
    public static void AskForLarge()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return;
        }

        // A fresh object stands where the heap grows from.
        var here = new object();
        var address = Unsafe.As<object, nint>(ref here);
        _ = Advise((address + PageSize - 1) & -PageSize, (nuint)Reach, HugePage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);
}
