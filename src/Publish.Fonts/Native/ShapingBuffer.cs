using System.Runtime.ConstrainedExecution;

namespace Publish.Fonts.Native;

/// <summary>A buffer of HarfBuzz's, one for each thread, used again for every word.</summary>
internal sealed class ShapingBuffer : CriticalFinalizerObject
{
    [ThreadStatic]
    private static ShapingBuffer? _ofThread;

    private ShapingBuffer()
    {
        Handle = HarfBuzz.BufferCreate();
        HarfBuzz.BufferSetFlags(Handle, HarfBuzz.RemoveDefaultIgnorables | HarfBuzz.DoNotInsertDottedCircle);
    }

    /// <summary>Gives back what HarfBuzz holds.</summary>
    ~ShapingBuffer() => HarfBuzz.BufferDestroy(Handle);

    /// <summary>The buffer of the calling thread.</summary>
    public static ShapingBuffer OfThread => _ofThread ??= new ShapingBuffer();

    /// <summary>hb_buffer_t.</summary>
    public nint Handle { get; }
}
