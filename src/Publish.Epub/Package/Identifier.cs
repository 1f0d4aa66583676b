using System.Security.Cryptography;
using System.Text;
using Publish.Document;

namespace Publish.Epub.Package;

/// <summary>Stable identifiers.</summary>
internal static class Identifier
{
    // RFC 9562, appendix A: name space of URLs.
    private static readonly Guid UrlSpace = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>The URN of a book: UUID version 5 of its work's URI or, without one, of title and first author.</summary>
    public static string Of(Metadata metadata)
    {
        var author = metadata.Contributors.IsDefaultOrEmpty ? "" : metadata.Contributors[0].Name;
        var name = string.IsNullOrEmpty(metadata.Work) ? "urn:publish:" + metadata.Title + "\n" + author : metadata.Work;
        return "urn:uuid:" + Version5(UrlSpace, name).ToString("D");
    }

    /// <summary>A UUID made from a name (RFC 9562, section 5.5).</summary>
    public static Guid Version5(Guid space, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var data = new byte[16 + text.Length];
        space.TryWriteBytes(data, true, out _);
        text.CopyTo(data, 16);
#pragma warning disable CA5350 // The RFC says SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData(data);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), true);
    }

    /// <summary>Whether an ISBN's check digit is right (ISO 2108): 13 digits modulo 10 or 10 digits modulo 11.</summary>
    public static bool IsIsbn(string isbn)
    {
        var sum = 0;
        for (var i = 0; i < isbn.Length; i++)
        {
            var digit = isbn[i] is 'X' or 'x' && isbn.Length == 10 && i == 9 ? 10 : char.IsAsciiDigit(isbn[i]) ? isbn[i] - '0' : -1;
            if (digit < 0)
            {
                return false;
            }

            sum += isbn.Length == 13 ? digit * (i % 2 == 0 ? 1 : 3) : digit * (10 - i);
        }

        return isbn.Length switch { 13 => sum % 10 == 0, 10 => sum % 11 == 0, _ => false };
    }
}
