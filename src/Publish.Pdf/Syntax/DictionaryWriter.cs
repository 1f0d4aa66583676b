namespace Publish.Pdf.Syntax;

/// <summary>A dictionary being written; ends when disposed.</summary>
internal readonly ref struct DictionaryWriter
{
    private readonly ObjectWriter _writer;
    private readonly ObjectTable? _table;
    private readonly ReadOnlyMemory<byte> _stream;
    private readonly bool _isStream;

    /// <summary>Inside another object.</summary>
    public DictionaryWriter(ObjectWriter writer) => _writer = writer;

    /// <summary>An indirect object by itself.</summary>
    public DictionaryWriter(ObjectWriter writer, ObjectTable table)
        : this(writer) => _table = table;

    /// <summary>The dictionary of a stream.</summary>
    public DictionaryWriter(ObjectWriter writer, ObjectTable table, ReadOnlyMemory<byte> stream)
        : this(writer, table)
    {
        _stream = stream;
        _isStream = true;
    }

    /// <summary>A name.</summary>
    public void Name(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        Key(key);
        _writer.Name(value);
    }

    /// <summary>A whole number.</summary>
    public void Integer(ReadOnlySpan<byte> key, long value)
    {
        Key(key);
        _writer.Integer(value);
    }

    /// <summary>A number in thousandths.</summary>
    public void Thousandths(ReadOnlySpan<byte> key, long thousandths)
    {
        Key(key);
        _writer.Thousandths(thousandths);
    }

    /// <summary>True or false.</summary>
    public void Boolean(ReadOnlySpan<byte> key, bool value)
    {
        Key(key);
        _writer.Boolean(value);
    }

    /// <summary>A reference.</summary>
    public void Reference(ReadOnlySpan<byte> key, ObjectReference value)
    {
        Key(key);
        _writer.Reference(value);
    }

    /// <summary>A reference, if there is one.</summary>
    public void OptionalReference(ReadOnlySpan<byte> key, ObjectReference value)
    {
        if (!value.IsNone)
        {
            Reference(key, value);
        }
    }

    /// <summary>A text string.</summary>
    public void Text(ReadOnlySpan<byte> key, ReadOnlySpan<char> value)
    {
        Key(key);
        _writer.Text(value);
    }

    /// <summary>A text string, if there is one.</summary>
    public void OptionalText(ReadOnlySpan<byte> key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Text(key, value);
        }
    }

    /// <summary>A string of bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        Key(key);
        _writer.Bytes(value);
    }

    /// <summary>A dictionary inside.</summary>
    public DictionaryWriter Dictionary(ReadOnlySpan<byte> key)
    {
        Key(key);
        return _writer.Dictionary();
    }

    /// <summary>An array inside.</summary>
    public ArrayWriter Array(ReadOnlySpan<byte> key)
    {
        Key(key);
        return _writer.Array();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (_isStream)
        {
            Integer("Length"u8, _stream.Length);
        }

        _writer.EndDictionary();
        if (_isStream)
        {
            _writer.Buffer.Add("\nstream\n"u8);
            _table!.AddData(_stream);
            _writer.Buffer.Add("\nendstream"u8);
        }

        _table?.End();
    }

    private void Key(ReadOnlySpan<byte> key) => _writer.Key(key);
}
