namespace Publish.Pdf.Syntax;

/// <summary>An array being written; ends when disposed.</summary>
internal readonly ref struct ArrayWriter
{
    private readonly ObjectWriter _writer;
    private readonly ObjectTable? _table;

    /// <summary>Inside another object.</summary>
    public ArrayWriter(ObjectWriter writer) => _writer = writer;

    /// <summary>An indirect object by itself.</summary>
    public ArrayWriter(ObjectWriter writer, ObjectTable table)
        : this(writer) => _table = table;

    /// <summary>A name.</summary>
    public void Name(ReadOnlySpan<byte> value)
    {
        _writer.Element();
        _writer.Name(value);
    }

    /// <summary>A whole number.</summary>
    public void Integer(long value)
    {
        _writer.Element();
        _writer.Integer(value);
    }

    /// <summary>A number in scaled points.</summary>
    public void Scaled(long scaled)
    {
        _writer.Element();
        _writer.Scaled(scaled);
    }

    /// <summary>A number in thousandths.</summary>
    public void Thousandths(long thousandths)
    {
        _writer.Element();
        _writer.Thousandths(thousandths);
    }

    /// <summary>The null object.</summary>
    public void Null()
    {
        _writer.Element();
        _writer.Null();
    }

    /// <summary>A reference.</summary>
    public void Reference(ObjectReference value)
    {
        _writer.Element();
        _writer.Reference(value);
    }

    /// <summary>A text string.</summary>
    public void Text(ReadOnlySpan<char> value)
    {
        _writer.Element();
        _writer.Text(value);
    }

    /// <summary>A string of bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        _writer.Element();
        _writer.Bytes(value);
    }

    /// <summary>A string of bytes in hexadecimal.</summary>
    public void Hexadecimal(ReadOnlySpan<byte> value)
    {
        _writer.Element();
        _writer.Hexadecimal(value);
    }

    /// <summary>A dictionary inside.</summary>
    public DictionaryWriter Dictionary()
    {
        _writer.Element();
        return _writer.Dictionary();
    }

    /// <summary>An array inside.</summary>
    public ArrayWriter Array()
    {
        _writer.Element();
        return _writer.Array();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _writer.EndArray();
        _table?.End();
    }
}
