using System.Runtime.CompilerServices;

namespace Publish.Pdf.Syntax;

/// <summary>Bytes that grow at the end: what every part of a file is written into.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes;
    private int _length;

    /// <summary>An empty buffer with room for <paramref name="capacity"/> bytes.</summary>
    public ByteBuffer(int capacity = 256) => _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(capacity, 16));

    /// <summary>Bytes written so far.</summary>
    public int Length => _length;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>What was written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    /// <summary>The byte written last; 0 in an empty buffer.</summary>
    public byte Last => _length == 0 ? (byte)0 : _bytes[_length - 1];

    /// <summary>Forgets everything, keeps the room.</summary>
    public void Clear() => _length = 0;

    /// <summary>Forgets what was written after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _length);
        _length = length;
    }

    /// <summary>Makes room for <paramref name="count"/> more bytes, so that the buffer needn't grow step by step.</summary>
    public void Expect(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Resize(checked(_length + count));
        }
    }

    /// <summary>One byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte value)
    {
        if (_length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_length++] = value;
    }

    /// <summary>Bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _length < bytes.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Room for <paramref name="count"/> bytes at the end; what is put there counts after <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(_length);
    }

    /// <summary>Counts <paramref name="count"/> bytes that were put into <see cref="Room"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int count) => _length += count;

    /// <summary>A copy of what was written.</summary>
    public byte[] ToArray() => Written.ToArray();

    /// <summary>What was written, for good: the buffer itself where it is full. Nothing may be written after it.</summary>
    public byte[] TakeArray() => _length == _bytes.Length ? _bytes : ToArray();

    private void Grow(int count)
    {
        var size = Math.Max(checked(_length + count), _bytes.Length <= Array.MaxLength / 2 ? _bytes.Length * 2 : Array.MaxLength);
        Resize(size);
    }

    // What isn't written yet needn't be cleared.
    private void Resize(int size)
    {
        var larger = GC.AllocateUninitializedArray<byte>(size);
        Written.CopyTo(larger);
        _bytes = larger;
    }
}
