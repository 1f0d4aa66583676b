using System.Buffers.Binary;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Picture files: kind and size, by their heads.</summary>
internal static class PictureRules
{
    private const int MostBytes = 5_000_000;
    private const long MostPixels = 5_600_000;

    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var cover = book.Items.Find(i => i.Properties.Contains("cover-image", StringComparer.Ordinal))?.Path;
        foreach (var item in book.Items.Where(i => i.MediaType.StartsWith("image/", StringComparison.Ordinal) && i.Path is not null && book.Files.ContainsKey(i.Path)))
        {
            var data = book.Files[item.Path!];
            var place = SourceSpan.WholeFile(item.Path!);
            var (type, width, height) = Look(data);
            if (type != item.MediaType)
            {
                findings.Add(EpubLintDiagnostics.PictureFormat.At(place, type is null ? "this is no JPEG, PNG, GIF, SVG or WebP" : $"the manifest says {item.MediaType}, the bytes are {type}"));
                continue;
            }

            if ((long)width * height > MostPixels || data.Length > MostBytes)
            {
                findings.Add(EpubLintDiagnostics.LargePicture.At(place, width > 0 ? $"{width} × {height} pixels, {data.Length / 1024} KB" : $"{data.Length / 1024} KB"));
            }

            if (item.Path == cover && width > 0 && (Math.Min(width, height) < 625 || Math.Max(width, height) < 1000))
            {
                findings.Add(EpubLintDiagnostics.CoverSize.At(place, $"the cover has {width} × {height} pixels"));
            }
        }
    }

    private static (string? Type, int Width, int Height) Look(ReadOnlySpan<byte> data)
    {
        if (data is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] && data.Length > 24)
        {
            return ("image/png", BinaryPrimitives.ReadInt32BigEndian(data[16..]), BinaryPrimitives.ReadInt32BigEndian(data[20..]));
        }

        if (data.StartsWith("GIF8"u8) && data.Length > 10)
        {
            return ("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(data[6..]), BinaryPrimitives.ReadUInt16LittleEndian(data[8..]));
        }

        if (data.StartsWith("RIFF"u8) && data.Length > 12 && data[8..].StartsWith("WEBP"u8))
        {
            return ("image/webp", 0, 0);
        }

        if (data is [0xFF, 0xD8, 0xFF, ..])
        {
            var (width, height) = JpegSize(data);
            return ("image/jpeg", width, height);
        }

        return data[..Math.Min(data.Length, 2000)].IndexOf("<svg"u8) >= 0 ? ("image/svg+xml", 0, 0) : (null, 0, 0);
    }

    // Height and width stand in the start-of-frame segment (ITU-T T.81, B.2.2).
    private static (int Width, int Height) JpegSize(ReadOnlySpan<byte> data)
    {
        for (var at = 2; at + 9 < data.Length && data[at] == 0xFF;)
        {
            var marker = data[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(data[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(data[(at + 5)..]));
            }

            at += marker is 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
        }

        return (0, 0);
    }
}
