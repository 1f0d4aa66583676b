using System.Security.Cryptography;

namespace Publish.Pdf.Syntax;

/// <summary>
/// The indirect objects of a file. A number is reserved, then its object is written once, whole; numbers need not be written in order, but the
/// serialiser puts objects down in order of their numbers, so that the file depends on nothing but what was reserved and written. The data of streams is
/// most of a file: it stays where it is until the file is put together.
/// </summary>
internal sealed class ObjectTable
{
    private readonly ByteBuffer _buffer = new(1 << 16);
    private readonly ObjectWriter _writer;
    private readonly List<StreamData> _data = [];
    private Entry[] _entries = new Entry[256];
    private int _open;

    /// <summary>A table whose objects are written as <paramref name="settings"/> say.</summary>
    public ObjectTable(SyntaxSettings settings)
    {
        Settings = settings;
        _writer = new ObjectWriter(_buffer, Limits, settings.Pretty);
    }

    /// <summary>How objects are written.</summary>
    public SyntaxSettings Settings { get; }

    /// <summary>The largest of each thing written so far.</summary>
    public Limits Limits { get; } = new();

    /// <summary>Numbers reserved; the highest number.</summary>
    public int Count { get; private set; }

    /// <summary>Reserves the next number.</summary>
    public ObjectReference Reserve() => Reserve(1);

    /// <summary>Reserves <paramref name="count"/> numbers in a row; the first is returned.</summary>
    public ObjectReference Reserve(int count)
    {
        var first = Count + 1;
        Count += count;
        if (Count >= _entries.Length)
        {
            System.Array.Resize(ref _entries, Math.Max(Count + 1, _entries.Length * 2));
        }

        return new ObjectReference(first);
    }

    /// <summary>Begins a dictionary as the object of a reserved number.</summary>
    public DictionaryWriter Dictionary(ObjectReference number)
    {
        Begin(number, isStream: false);
        return new DictionaryWriter(_writer.BeginDictionary(), this);
    }

    /// <summary>Begins an array as the object of a reserved number.</summary>
    public ArrayWriter Array(ObjectReference number)
    {
        Begin(number, isStream: false);
        return new ArrayWriter(_writer.BeginArray(), this);
    }

    /// <summary>Begins the dictionary of a stream; its data goes in as it is, whatever filter the caller says it went through, and may not change any more.</summary>
    public DictionaryWriter Stream(ObjectReference number, ReadOnlyMemory<byte> data)
    {
        Begin(number, isStream: true);
        return new DictionaryWriter(_writer.BeginDictionary(), this, data);
    }

    /// <summary>Begins the dictionary of a stream whose data is deflated, unless the file is to be read.</summary>
    public DictionaryWriter DeflatedStream(ObjectReference number, ReadOnlyMemory<byte> data)
    {
        if (Settings.Pretty)
        {
            return Stream(number, data);
        }

        var stream = Stream(number, Settings.Compressed(data.Span));
        stream.Name("Filter"u8, "FlateDecode"u8);
        return stream;
    }

    /// <summary>The bytes of an object; of a stream, all but its data.</summary>
    public ReadOnlySpan<byte> Body(int number) => _buffer.Written.Slice(_entries[number].Start, _entries[number].Length);

    /// <summary>How many bytes an object takes, data included.</summary>
    public int LengthOf(int number) => _entries[number].Length + (_entries[number].IsStream ? _data[_entries[number].Data].Data.Length : 0);

    /// <summary>Adds an object's bytes to a file.</summary>
    public void AddTo(ByteBuffer file, int number)
    {
        ref readonly var entry = ref _entries[number];
        if (!entry.IsStream)
        {
            file.Add(Body(number));
            return;
        }

        var (at, data) = _data[entry.Data];
        file.Add(_buffer.Written[entry.Start..at]);
        file.Add(data.Span);
        file.Add(_buffer.Written[at..(entry.Start + entry.Length)]);
    }

    /// <summary>Whether an object is a stream.</summary>
    public bool IsStream(int number) => _entries[number].IsStream;

    /// <summary>Whether a reserved number was written.</summary>
    public bool IsWritten(int number) => _entries[number].Length > 0;

    /// <summary>Bytes written so far, data of streams included.</summary>
    public int Length { get; private set; }

    /// <summary>SHA-256 of all that was written, in the order of writing: what a file's identifier is made from.</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var from = 0;
        foreach (var (at, data) in _data)
        {
            hash.AppendData(_buffer.Written[from..at]);
            hash.AppendData(data.Span);
            from = at;
        }

        hash.AppendData(_buffer.Written[from..]);
        return hash.GetHashAndReset();
    }

    /// <summary>The data of the stream that is open stands here.</summary>
    internal void AddData(ReadOnlyMemory<byte> data)
    {
        _entries[_open].Data = _data.Count;
        _data.Add(new StreamData(_buffer.Length, data));
        Length += data.Length;
    }

    /// <summary>Ends the object begun last.</summary>
    internal void End()
    {
        ref var entry = ref _entries[_open];
        entry.Length = _buffer.Length - entry.Start;
        Length += entry.Length;
        _open = 0;
    }

    private void Begin(ObjectReference number, bool isStream)
    {
        if (_open != 0 || number.Number < 1 || number.Number > Count || IsWritten(number.Number))
        {
            throw new InvalidOperationException("An object is written once, under a reserved number, while no other is open.");
        }

        _open = number.Number;
        _entries[_open] = new Entry { Start = _buffer.Length, IsStream = isStream };
    }

    private struct Entry
    {
        public int Start;
        public int Length;
        public bool IsStream;
        public int Data;
    }

    // Where in the buffer the data of a stream stands.
    private readonly record struct StreamData(int At, ReadOnlyMemory<byte> Data);
}
