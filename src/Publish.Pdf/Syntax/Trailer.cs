namespace Publish.Pdf.Syntax;

/// <summary>What a file's trailer says.</summary>
/// <param name="Root">The catalog.</param>
/// <param name="Info">The information dictionary; none for none.</param>
/// <param name="Id">The file's identifier: sixteen bytes made from its content.</param>
internal sealed record Trailer(ObjectReference Root, ObjectReference Info, byte[] Id)
{
    /// <summary>The entries that a trailer and a cross-reference stream share.</summary>
    public void Write(DictionaryWriter dictionary, int size)
    {
        dictionary.Integer("Size"u8, size);
        dictionary.Reference("Root"u8, Root);
        if (!Info.IsNone)
        {
            dictionary.Reference("Info"u8, Info);
        }

        // Both identifiers are the same in a file that was never changed (ISO 32000-1, 14.4).
        using var id = dictionary.Array("ID"u8);
        id.Hexadecimal(Id);
        id.Hexadecimal(Id);
    }
}
