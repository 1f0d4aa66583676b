using System.Security.Cryptography;

namespace Publish.Editions;

/// <summary>A finished file that waits to be put in its place.</summary>
/// <param name="Name">File name in the output folder.</param>
/// <param name="Data">Its bytes.</param>
public sealed record OutputFile(string Name, ReadOnlyMemory<byte> Data)
{
    // Found by whoever made the file, while others are made.
    private readonly string _sha256 = Convert.ToHexStringLower(SHA256.HashData(Data.Span));

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public string Sha256() => _sha256;
}
