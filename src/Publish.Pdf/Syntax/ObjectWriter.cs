namespace Publish.Pdf.Syntax;

/// <summary>
/// Writes values one after the other with no more white space than they need, or a line to an entry when it is to be read. Dictionaries and arrays
/// are begun, filled and ended; any key may be added to any dictionary: what a key means is the business of the layers above.
/// </summary>
internal sealed class ObjectWriter(ByteBuffer buffer, Limits limits, bool pretty)
{
    // How many entries each open dictionary or array has.
    private int[] _entries = new int[16];
    private int _depth;

    /// <summary>Where it writes.</summary>
    public ByteBuffer Buffer => buffer;

    /// <summary>Dictionaries and arrays begun and not ended.</summary>
    public int Depth => _depth;

    /// <summary>Begins a dictionary.</summary>
    public DictionaryWriter Dictionary() => new(BeginDictionary());

    /// <summary>Begins an array.</summary>
    public ArrayWriter Array() => new(BeginArray());

    /// <summary>The opening of a dictionary; returns this writer.</summary>
    public ObjectWriter BeginDictionary()
    {
        buffer.Add("<<"u8);
        Begin();
        return this;
    }

    /// <summary>The opening of an array; returns this writer.</summary>
    public ObjectWriter BeginArray()
    {
        buffer.Add((byte)'[');
        Begin();
        return this;
    }

    /// <summary>Ends the dictionary begun last.</summary>
    public void EndDictionary()
    {
        limits.Dictionary(_entries[_depth--]);
        Line();
        buffer.Add(">>"u8);
    }

    /// <summary>Ends the array begun last.</summary>
    public void EndArray()
    {
        limits.Array(_entries[_depth--]);
        buffer.Add((byte)']');
    }

    /// <summary>Counts an element of the array begun last.</summary>
    public void Element() => _entries[_depth]++;

    /// <summary>The key of an entry of the dictionary begun last.</summary>
    public void Key(ReadOnlySpan<byte> key)
    {
        _entries[_depth]++;
        Line();
        Name(key);
        if (pretty)
        {
            buffer.Add((byte)' ');
        }
    }

    /// <summary>A name; bytes outside the regular characters are escaped.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        limits.Name(name.Length);
        buffer.Add((byte)'/');
        foreach (var b in name)
        {
            if (b is > 0x20 and < 0x7F && "#/()<>[]{}%"u8.IndexOf(b) < 0)
            {
                buffer.Add(b);
            }
            else
            {
                buffer.Add((byte)'#');
                buffer.Add(Strings.HexDigit(b >> 4));
                buffer.Add(Strings.HexDigit(b & 15));
            }
        }
    }

    /// <summary>A whole number.</summary>
    public void Integer(long value)
    {
        limits.Whole(value);
        Separate();
        buffer.AddInteger(value);
    }

    /// <summary>A number in scaled points.</summary>
    public void Scaled(long scaled)
    {
        Separate();
        buffer.AddScaled(scaled);
    }

    /// <summary>A number in thousandths.</summary>
    public void Thousandths(long thousandths)
    {
        Separate();
        buffer.AddThousandths(thousandths);
    }

    /// <summary>True or false.</summary>
    public void Boolean(bool value)
    {
        Separate();
        buffer.Add(value ? "true"u8 : "false"u8);
    }

    /// <summary>The null object.</summary>
    public void Null()
    {
        Separate();
        buffer.Add("null"u8);
    }

    /// <summary>A reference.</summary>
    public void Reference(ObjectReference reference)
    {
        Separate();
        buffer.AddInteger(reference.Number);
        buffer.Add(" 0 R"u8);
    }

    /// <summary>A text string.</summary>
    public void Text(ReadOnlySpan<char> text) => Bytes(Strings.Encode(text));

    /// <summary>A string of bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        limits.String(bytes.Length);
        buffer.AddString(bytes);
    }

    /// <summary>A string of bytes in hexadecimal.</summary>
    public void Hexadecimal(ReadOnlySpan<byte> bytes)
    {
        limits.String(bytes.Length);
        buffer.AddHexadecimal(bytes);
    }

    /// <summary>A line break, where the file is to be read.</summary>
    public void Line()
    {
        if (!pretty)
        {
            return;
        }

        buffer.Add((byte)'\n');
        for (var i = 0; i < _depth; i++)
        {
            buffer.Add("  "u8);
        }
    }

    private void Begin()
    {
        if (++_depth == _entries.Length)
        {
            System.Array.Resize(ref _entries, _depth * 2);
        }

        _entries[_depth] = 0;
    }

    // Two tokens of regular characters need something between them; all others part by themselves.
    private void Separate()
    {
        if (buffer.Length > 0 && buffer.Last is not ((byte)' ' or (byte)'\n' or (byte)'[' or (byte)']' or (byte)'>' or (byte)')'))
        {
            buffer.Add((byte)' ');
        }
    }
}
