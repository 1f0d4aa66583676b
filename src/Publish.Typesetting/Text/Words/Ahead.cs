using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Publish.Typesetting.Text.Words;

/// <summary>
/// Fetches memory ahead of its use. The words of a book lie scattered over megabytes: to have the processor wait for each in turn takes longer than all that is done with
/// them. Where it can't be asked for, nothing happens.
/// </summary>
internal static unsafe class Ahead
{
    /// <summary>Fetches what is at a place: a hint, which reads nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
    }
}
