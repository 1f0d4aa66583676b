using Publish.Document;
using Publish.Pdf.Color;

namespace Publish.Editions;

/// <summary>What the colours of an edition for the screen are meant for: sRGB, the output intent that PDF/A asks for (ISO 19005-2, 6.2.3).</summary>
internal static class ScreenColor
{
    private const string Profile = "icc/sRGB.icc";

    /// <summary>The intent of an edition with links; null for one for the press, which names a printing condition, and where the profile isn't there.</summary>
    public static OutputIntent? IntentOf(EditionPlan plan, IAssets assets) =>
        plan.Links && assets.TryRead(Profile, out var profile)
            ? new OutputIntent("sRGB IEC61966-2.1", profile) { Registry = "http://www.color.org", Description = "sRGB IEC61966-2.1" }
            : null;
}
