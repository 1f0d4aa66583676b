using System.Buffers.Binary;
using Publish.Fonts.Native;
using Publish.Fonts.OpenType;

namespace Publish.Fonts.Subsetting;

/// <summary>
/// Makes static fonts of a variable one (OpenType 1.9, table 'fvar'): at each hundred of its weight axis, the other axes at their defaults.
/// Everything after this room sees static fonts only.
/// </summary>
internal static unsafe class VariableFont
{
    private const int AxisRecordSize = 20;

    /// <summary>The static fonts, lightest first; none where the axes are broken.</summary>
    /// <param name="data">The file, whole.</param>
    /// <param name="index">Which face of a collection.</param>
    public static IReadOnlyList<byte[]> Pin(ReadOnlyMemory<byte> data, int index)
    {
        var file = SfntFile.Open(data, index, out _);
        if (file is null || WeightAxis(file.Table("fvar")) is not { } axis) return [];
        var native = new NativeFont(data, index);
        var instances = new List<byte[]>();
        foreach (var weight in Weights(axis))
            if (PinAt(native, axis.Exists ? weight : null) is { } instance) instances.Add(instance);
        GC.KeepAlive(native);
        return instances;
    }

    /// <summary>The hundreds that lie on the axis; its default where there is none.</summary>
    private static IEnumerable<float> Weights((bool Exists, float Least, float Default, float Most) axis)
    {
        var any = false;
        for (var weight = 100; weight <= 900; weight += 100)
        {
            if (!axis.Exists || weight < axis.Least || weight > axis.Most) continue;
            any = true;
            yield return weight;
        }
        if (!any) yield return axis.Default;
    }

    private static byte[]? PinAt(NativeFont native, float? weight)
    {
        var input = HarfBuzz.SubsetInputCreate();
        if (input == 0) return null;
        HarfBuzz.SubsetInputKeepEverything(input);
        _ = HarfBuzz.SubsetInputPinAllAxes(input, native.Face);
        if (weight is { } value) _ = HarfBuzz.SubsetInputPinAxis(input, native.Face, HarfBuzz.Tag("wght"), value);
        var subset = HarfBuzz.Subset(native.Face, input);
        HarfBuzz.SubsetInputDestroy(input);
        if (subset == 0) return null;
        var bytes = Subsetter.BytesOf(subset);
        HarfBuzz.FaceDestroy(subset);
        return bytes;
    }

    private static (bool Exists, float Least, float Default, float Most)? WeightAxis(ReadOnlySpan<byte> fvar)
    {
        if (fvar.Length < 16) return null;
        int start = BinaryPrimitives.ReadUInt16BigEndian(fvar[4..]);
        int count = BinaryPrimitives.ReadUInt16BigEndian(fvar[8..]);
        int size = BinaryPrimitives.ReadUInt16BigEndian(fvar[10..]);
        if (size < AxisRecordSize || start + ((long)size * count) > fvar.Length) return null;
        for (var i = 0; i < count; i++)
        {
            var record = fvar.Slice(start + (size * i), AxisRecordSize);
            if (BinaryPrimitives.ReadUInt32BigEndian(record) != HarfBuzz.Tag("wght")) continue;
            return (true, Fixed(record[4..]), Fixed(record[8..]), Fixed(record[12..]));
        }
        return (false, 0, 0, 0);
    }

    private static float Fixed(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes) / 65536f;
}
