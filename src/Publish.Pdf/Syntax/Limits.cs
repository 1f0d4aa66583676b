namespace Publish.Pdf.Syntax;

/// <summary>The largest of each thing that was written: standards limit them (ISO 32000-1, annex C), and can judge by this afterwards.</summary>
internal sealed class Limits
{
    /// <summary>Longest name in bytes, without the slash.</summary>
    public int NameLength { get; private set; }

    /// <summary>Longest string in bytes, before escaping.</summary>
    public int StringLength { get; private set; }

    /// <summary>Most elements of an array.</summary>
    public int ArrayLength { get; private set; }

    /// <summary>Most entries of a dictionary.</summary>
    public int DictionaryLength { get; private set; }

    /// <summary>Largest magnitude of a whole number.</summary>
    public long Integer { get; private set; }

    /// <summary>Deepest nesting of saved graphics states.</summary>
    public int GraphicsStateDepth { get; private set; }

    /// <summary>Notes a name.</summary>
    public void Name(int length) => NameLength = Math.Max(NameLength, length);

    /// <summary>Notes a string.</summary>
    public void String(int length) => StringLength = Math.Max(StringLength, length);

    /// <summary>Notes an array.</summary>
    public void Array(int length) => ArrayLength = Math.Max(ArrayLength, length);

    /// <summary>Notes a dictionary.</summary>
    public void Dictionary(int length) => DictionaryLength = Math.Max(DictionaryLength, length);

    /// <summary>Notes a whole number.</summary>
    public void Whole(long value) => Integer = Math.Max(Integer, Math.Abs(value));

    /// <summary>Notes nested graphics states.</summary>
    public void SavedStates(int depth) => GraphicsStateDepth = Math.Max(GraphicsStateDepth, depth);
}
