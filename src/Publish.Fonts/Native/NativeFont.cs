using System.Buffers;
using System.Runtime.ConstrainedExecution;

namespace Publish.Fonts.Native;

/// <summary>HarfBuzz's face and font over the bytes of a file, which stay pinned as long as it lives. Immutable, so any thread may use it.</summary>
internal sealed unsafe class NativeFont : CriticalFinalizerObject
{
    private readonly MemoryHandle _pin;

    /// <summary>Opens a face.</summary>
    /// <param name="data">The file, whole.</param>
    /// <param name="index">Which face of a collection.</param>
    public NativeFont(ReadOnlyMemory<byte> data, int index)
    {
        _pin = data.Pin();
        var blob = HarfBuzz.BlobCreate((byte*)_pin.Pointer, (uint)data.Length, HarfBuzz.ReadOnly, 0, 0);
        Face = HarfBuzz.FaceCreate(blob, (uint)index);
        HarfBuzz.BlobDestroy(blob);
        HarfBuzz.FaceMakeImmutable(Face);
        Font = HarfBuzz.FontCreate(Face);
        HarfBuzz.FontMakeImmutable(Font);
    }

    /// <summary>Gives back what HarfBuzz holds.</summary>
    ~NativeFont()
    {
        HarfBuzz.FontDestroy(Font);
        HarfBuzz.FaceDestroy(Face);
        _pin.Dispose();
    }

    /// <summary>hb_face_t.</summary>
    public nint Face { get; }

    /// <summary>hb_font_t, scaled to font units.</summary>
    public nint Font { get; }
}
