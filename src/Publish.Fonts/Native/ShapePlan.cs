using System.Runtime.ConstrainedExecution;
using System.Text;

namespace Publish.Fonts.Native;

/// <summary>HarfBuzz's plan for one face and one set of settings: which lookups run, in which order. Immutable.</summary>
internal sealed unsafe class ShapePlan : CriticalFinalizerObject
{
    /// <summary>Makes a plan.</summary>
    public ShapePlan(NativeFont font, in ShapingSettings settings)
    {
        Settings = settings;
        var script = HarfBuzz.ScriptFromIso15924Tag(HarfBuzz.Tag(settings.Script));
        var direction = HarfBuzz.ScriptGetHorizontalDirection(script);
        var properties = new SegmentProperties
        {
            Script = script,
            Direction = settings.RightToLeft ? HarfBuzz.RightToLeft : direction == 0 ? HarfBuzz.LeftToRight : direction,
        };
        var language = Encoding.ASCII.GetBytes(settings.Language);
        fixed (byte* text = language) properties.Language = language.Length == 0 ? 0 : HarfBuzz.LanguageFromString(text, language.Length);
        Properties = properties;
        fixed (Feature* features = settings.Features.Native)
            Handle = HarfBuzz.ShapePlanCreate(font.Face, &properties, features, (uint)settings.Features.Native.Length, 0);
    }

    /// <summary>Gives back what HarfBuzz holds.</summary>
    ~ShapePlan() => HarfBuzz.ShapePlanDestroy(Handle);

    /// <summary>What it was made for.</summary>
    public ShapingSettings Settings { get; }

    /// <summary>Script, direction and language.</summary>
    public SegmentProperties Properties { get; }

    /// <summary>hb_shape_plan_t.</summary>
    public nint Handle { get; }
}
