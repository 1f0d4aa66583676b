using System.Security.Cryptography;

namespace Publish.Editions;

/// <summary>A finished file that waits to be put in its place.</summary>
/// <param name="Name">File name in the output folder.</param>
/// <param name="Data">Its bytes.</param>
public sealed record OutputFile(string Name, ReadOnlyMemory<byte> Data)
{
    private string? _sha256;

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal. Found when it is asked for first.</summary>
    public string Sha256() => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Data.Span));

    /// <summary>Whether another is the same bytes in memory under the same name.</summary>
    public bool Equals(OutputFile? other) => other is not null && Name == other.Name && Data.Equals(other.Data);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Data);
}
