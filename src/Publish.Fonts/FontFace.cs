namespace Publish.Fonts;

/// <summary>A face of a font: one style of one family, read from an OpenType file. Compared by identity.</summary>
public sealed class FontFace
{
    /// <summary>A face from the bytes of its file.</summary>
    /// <param name="data">The file, whole.</param>
    /// <param name="familyName">The family it belongs to.</param>
    /// <param name="unitsPerEm">Font units to the em.</param>
    internal FontFace(ReadOnlyMemory<byte> data, string familyName, int unitsPerEm)
    {
        Data = data;
        FamilyName = familyName;
        UnitsPerEm = unitsPerEm;
    }

    /// <summary>The file, whole.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>The family it belongs to.</summary>
    public string FamilyName { get; }

    /// <summary>Font units to the em.</summary>
    public int UnitsPerEm { get; }
}
