namespace Publish.Epub.Package;

/// <summary>A file of the publication.</summary>
/// <param name="Id">Id in the manifest.</param>
/// <param name="Name">Path relative to the package document.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Properties">Manifest properties; null for none.</param>
/// <param name="Data">Its bytes.</param>
/// <param name="InSpine">Whether it is read in its turn.</param>
internal sealed record ManifestItem(string Id, string Name, string MediaType, string? Properties, ReadOnlyMemory<byte> Data, bool InSpine);
