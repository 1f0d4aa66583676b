using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Publish.Fonts.Native;

namespace Publish.Fonts;

public sealed partial class FontFace
{
    private const uint UnsafeToBreakFlag = 1;

    // Few for a face: one for each style and language. Replaced as a whole, so that readers need no lock.
    private volatile ShapePlan[] _plans = [];

    private FrozenSet<string>? _features;

    /// <summary>Whether some script of the face has a feature (GSUB or GPOS).</summary>
    /// <param name="tag">Its tag, as "smcp".</param>
    public bool HasFeature(string tag) => (_features ??= ReadFeatures()).Contains(tag);

    /// <summary>Shapes a text of one script, language and direction, and adds its glyphs in visual order to a list.</summary>
    /// <param name="text">The text. Soft hyphens, joiners and other default ignorables leave no glyph; their cluster is that of a neighbour.</param>
    /// <param name="settings">Script, language, features.</param>
    /// <param name="result">The glyphs are added at its end. Every character of the text belongs to a cluster: to the last one that starts at or before it.</param>
    public void Shape(ReadOnlySpan<char> text, in ShapingSettings settings, List<ShapedGlyph> result) => Shape(text, 0, text.Length, settings, result);

    /// <summary>Shapes a piece of a text, seeing what stands around it (joining scripts, contextual forms); glyphs of the surroundings aren't added.</summary>
    /// <param name="text">The text with its surroundings.</param>
    /// <param name="start">Where the piece starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="settings">Script, language, features.</param>
    /// <param name="result">The glyphs are added at its end; their clusters count from <paramref name="start"/>.</param>
    public unsafe void Shape(ReadOnlySpan<char> text, int start, int length, in ShapingSettings settings, List<ShapedGlyph> result)
    {
        if (length == 0) return;
        var plan = PlanFor(settings);
        var buffer = ShapingBuffer.OfThread;
        HarfBuzz.BufferClearContents(buffer.Handle);
        fixed (char* characters = text)
            HarfBuzz.BufferAddUtf16(buffer.Handle, characters, text.Length, (uint)start, length);
        var properties = plan.Properties;
        HarfBuzz.BufferSetSegmentProperties(buffer.Handle, &properties);
        var features = settings.Features.Native;
        fixed (Feature* first = features)
            _ = HarfBuzz.ShapePlanExecute(plan.Handle, _native.Font, buffer.Handle, first, (uint)features.Length);
        uint count;
        var infos = HarfBuzz.BufferGetGlyphInfos(buffer.Handle, &count);
        var positions = HarfBuzz.BufferGetGlyphPositions(buffer.Handle, &count);
        var before = result.Count;
        CollectionsMarshal.SetCount(result, before + (int)count);
        var target = CollectionsMarshal.AsSpan(result)[before..];
        var glyphCount = (uint)GlyphCount;
        for (var i = 0; i < target.Length; i++)
        {
            ref readonly var info = ref infos[i];
            ref readonly var position = ref positions[i];
            // A broken character map can name glyphs that aren't there.
            var glyph = info.Glyph < glyphCount ? (ushort)info.Glyph : (ushort)0;
            target[i] = new ShapedGlyph(glyph, (int)info.Cluster - start, position.AdvanceX, position.OffsetX, position.OffsetY, (info.Mask & UnsafeToBreakFlag) != 0);
        }
        GC.KeepAlive(this);
        GC.KeepAlive(plan);
        GC.KeepAlive(buffer);
    }

    private ShapePlan PlanFor(in ShapingSettings settings)
    {
        foreach (var plan in _plans)
            if (plan.Settings == settings) return plan;
        lock (_native)
        {
            foreach (var plan in _plans)
                if (plan.Settings == settings) return plan;
            var made = new ShapePlan(_native, settings);
            _plans = [.. _plans, made];
            return made;
        }
    }

    private unsafe FrozenSet<string> ReadFeatures()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Span<uint> tags = stackalloc uint[64];
        Span<char> text = stackalloc char[4];
        foreach (var table in (ReadOnlySpan<string>)["GSUB", "GPOS"])
        {
            for (uint start = 0; ;)
            {
                var count = (uint)tags.Length;
                fixed (uint* first = tags)
                    _ = HarfBuzz.LayoutTableGetFeatureTags(_native.Face, HarfBuzz.Tag(table), start, ref count, first);
                foreach (var tag in tags[..(int)count])
                {
                    for (var i = 0; i < 4; i++) text[i] = (char)((tag >> (24 - (8 * i))) & 0xFF);
                    found.Add(text.ToString());
                }
                if (count < tags.Length) break;
                start += count;
            }
        }
        GC.KeepAlive(this);
        return found.ToFrozenSet(StringComparer.Ordinal);
    }
}
