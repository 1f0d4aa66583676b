using System.Collections.Immutable;
using System.Text;
using Publish.Pdf.Syntax;

namespace Publish.Pdf.Attachments;

/// <summary>
/// Writes the files that go along (ISO 19005-3, 6.8): each with its type, size and date, said by name in the tree of embedded files and as a file of the whole
/// document in its catalog.
/// </summary>
internal static class AttachmentWriter
{
    /// <summary>Writes the files; returns the specification of each, in the order of their names' bytes.</summary>
    /// <param name="objects">The file's objects.</param>
    /// <param name="files">The files; no two with one name.</param>
    /// <param name="modified">The date they bear.</param>
    /// <param name="names">The tree of names; none where there is no file.</param>
    public static ImmutableArray<ObjectReference> Write(ObjectTable objects, IReadOnlyList<AttachedFile> files, DateTimeOffset modified, out ObjectReference names)
    {
        names = default;
        if (files.Count == 0)
        {
            return [];
        }

        var sorted = files.Select(file => (Key: Strings.Encode(file.Path), File: file)).ToList();
        sorted.Sort((a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var date = PdfDate.Of(modified);
        ImmutableArray<ObjectReference> specifications = [.. sorted.Select(pair => Write(objects, pair.File, date))];
        names = Trees.WriteNames(objects, [.. sorted.Select(pair => pair.Key)], (array, i) => array.Reference(specifications[i]));
        return specifications;
    }

    private static ObjectReference Write(ObjectTable objects, AttachedFile file, string date)
    {
        var (specification, stream) = (objects.Reserve(), objects.Reserve());
        using (var embedded = objects.DeflatedStream(stream, file.Data))
        {
            embedded.Name("Type"u8, "EmbeddedFile"u8);
            embedded.Name("Subtype"u8, Encoding.ASCII.GetBytes(file.MediaType));
            using var parameters = embedded.Dictionary("Params"u8);
            parameters.Integer("Size"u8, file.Data.Length);
            parameters.Text("ModDate"u8, date);
        }

        using var dictionary = objects.Dictionary(specification);
        dictionary.Name("Type"u8, "Filespec"u8);
        dictionary.Text("F"u8, file.Path);
        dictionary.Text("UF"u8, file.Path);
        dictionary.OptionalText("Desc"u8, file.Description);
        dictionary.Name("AFRelationship"u8, file.Relationship == AttachmentRelationship.Source ? "Source"u8 : "Data"u8);
        using var held = dictionary.Dictionary("EF"u8);
        held.Reference("F"u8, stream);
        held.Reference("UF"u8, stream);
        return specification;
    }
}
