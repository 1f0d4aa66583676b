using NetVips;

namespace Publish.Imaging.Conversion;

/// <summary>Makes inks of single colours, as pictures are converted.</summary>
public static class InkConverter
{
    /// <summary>Colours of screens as the inks of a press: relative colorimetric with black point compensation, through the press's profile.</summary>
    /// <param name="rgb">Colours (sRGB), three bytes each.</param>
    /// <param name="profile">The ICC profile of the press, CMYK.</param>
    /// <param name="inkLimit">The most ink in percent of one plate; null for no limit.</param>
    /// <returns>Four bytes each, 255 full ink; null where the profile can't be used.</returns>
    public static byte[]? ToCmyk(ReadOnlySpan<byte> rgb, ReadOnlyMemory<byte> profile, int? inkLimit)
    {
        try
        {
            var inks = VipsDecoder.ColorsToCmyk(rgb.ToArray(), profile);
            if (inkLimit is { } limit)
            {
                InkLimit.Keep(inks, limit);
            }

            return inks;
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
