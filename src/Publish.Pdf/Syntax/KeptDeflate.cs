using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Publish.Pdf.Syntax;

/// <summary>
/// A compressor that is made ready again for stream after stream. A book has as many streams as pages, and to make a compressor for each, a third of a megabyte to be asked for, cleared
/// and given back, takes a fifth of the time of compressing. The runtime's classes can't begin anew, but the library below them can (deflateReset of zlib): a native program has it
/// linked into it and calls it by name. Where the runtime is another, <see cref="OfThread"/> says so; the bytes are the same.
/// </summary>
internal sealed unsafe partial class KeptDeflate
{
    // Linked into every native program for a Unix by the runtime's own build (Microsoft.NETCore.Native.Unix.targets).
    private const string Library = "libSystem.IO.Compression.Native";
    private const int NoFlush = 0;
    private const int Finish = 4;
    private const int StreamEnd = 1;
    private const int BufferError = -5;

    // As ZLibStream has them: deflate, a zlib header, the largest window, the usual memory, no strategy.
    private const int Deflated = 8;
    private const int WindowBits = 15;
    private const int MemoryLevel = 8;

    // So much is asked for at a time. Where it is handed out a match in the making is dropped: for the same bytes it has to be what ZLibStream asks for.
    private const int Portion = 1 << 13;

    // Larger ones are given back after use.
    private const int KeptRoom = 1 << 20;

    [ThreadStatic]
    private static KeptDeflate? ofThread;

    private readonly ZStream* _stream;
    private byte[] _output = new byte[1 << 15];

    private KeptDeflate(int level)
    {
        _stream = (ZStream*)NativeMemory.AllocZeroed((nuint)sizeof(ZStream));
        fixed (byte* version = "1.3.1"u8)
        {
            Check(Init(_stream, level, Deflated, WindowBits, MemoryLevel, 0, version, sizeof(ZStream)));
        }
    }

    /// <summary>Gives back what the library holds.</summary>
    ~KeptDeflate()
    {
        _ = End(_stream);
        NativeMemory.Free(_stream);
    }

    /// <summary>The thread's compressor; null where there is none.</summary>
    /// <param name="level">The level, always the same.</param>
    public static KeptDeflate? OfThread(int level) =>
        !RuntimeFeature.IsDynamicCodeSupported && OperatingSystem.IsLinux() ? sizeof(nint) == 8 ? ofThread ??= new KeptDeflate(level) : null : null;

    /// <summary>The bytes compressed.</summary>
    public byte[] Compress(ReadOnlySpan<byte> data)
    {
        Check(Reset(_stream));
        var length = 0;
        fixed (byte* input = data)
        {
            _stream->NextIn = input;
            _stream->AvailableIn = (uint)data.Length;
            for (var flush = NoFlush; ;)
            {
                if (_output.Length - length < Portion)
                {
                    Array.Resize(ref _output, _output.Length * 2);
                }

                int result;
                fixed (byte* output = _output)
                {
                    _stream->NextOut = output + length;
                    _stream->AvailableOut = Portion;
                    result = Deflate(_stream, flush);
                    length += Portion - (int)_stream->AvailableOut;
                }

                if (result == StreamEnd)
                {
                    break;
                }

                // That there was nothing to do is no fault.
                Check(result == BufferError ? 0 : result);
                flush = _stream->AvailableIn == 0 ? Finish : NoFlush;
            }
        }

        var compressed = _output.AsSpan(0, length).ToArray();
        if (_output.Length > KeptRoom)
        {
            _output = new byte[1 << 15];
        }

        return compressed;
    }

    private static void Check(int result)
    {
        if (result < 0)
        {
            throw new InvalidOperationException($"zlib: {result}");
        }
    }

    [LibraryImport(Library, EntryPoint = "deflateInit2_")]
    private static partial int Init(ZStream* stream, int level, int method, int windowBits, int memoryLevel, int strategy, byte* version, int size);

    [LibraryImport(Library, EntryPoint = "deflateReset")]
    private static partial int Reset(ZStream* stream);

    [LibraryImport(Library, EntryPoint = "deflate")]
    private static partial int Deflate(ZStream* stream, int flush);

    [LibraryImport(Library, EntryPoint = "deflateEnd")]
    private static partial int End(ZStream* stream);

    /// <summary>z_stream of zlib.h on a system with 64-bit pointers and longs.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ZStream
    {
        public byte* NextIn;
        public uint AvailableIn;
        public ulong TotalIn;
        public byte* NextOut;
        public uint AvailableOut;
        public ulong TotalOut;
        public byte* Message;
        public void* State;
        public void* Allocate;
        public void* Free;
        public void* Opaque;
        public int DataType;
        public ulong Adler;
        public ulong Reserved;
    }
}
