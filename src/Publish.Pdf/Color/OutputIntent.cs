using System.Buffers.Binary;

namespace Publish.Pdf.Color;

/// <summary>What the colours of a file are meant for: a printing condition or a kind of screen, with its ICC profile.</summary>
/// <param name="Condition">Its name: a characterisation of the ICC registry ("FOGRA39") or, outside it, the profile's own.</param>
/// <param name="Profile">The ICC profile, whole.</param>
public sealed record OutputIntent(string Condition, ReadOnlyMemory<byte> Profile)
{
    /// <summary>In words, for who looks at the file; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The registry that knows <see cref="Condition"/> ("http://www.color.org"); null for none.</summary>
    public string? Registry { get; init; }

    /// <summary>Whether the profile is an output profile (ICC.1:2010, 7.2.5: class "prtr").</summary>
    public bool IsForPrinters => Profile.Length >= 128 && Profile.Span[12..16].SequenceEqual("prtr"u8);

    /// <summary>How many colours the profile's device has, as its header says (ICC.1:2010, 7.2.8): 1, 3 or 4; 0 where it can't be read.</summary>
    public int Components
    {
        get
        {
            var header = Profile.Span;
            if (header.Length < 128 || BinaryPrimitives.ReadUInt32BigEndian(header) != (uint)header.Length || !header[36..40].SequenceEqual("acsp"u8))
            {
                return 0;
            }

            var space = header[16..20];
            return space.SequenceEqual("GRAY"u8) ? 1 : space.SequenceEqual("RGB "u8) ? 3 : space.SequenceEqual("CMYK"u8) ? 4 : 0;
        }
    }
}
