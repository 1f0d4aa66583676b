using System.Collections.Immutable;
using System.Text;
using Publish.Pdf.Content;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Color;

/// <summary>The inks of their own that pages use: each becomes a Separation (ISO 32000-1, 8.6.6.4), whose plate bears the ink's name.</summary>
internal sealed class SpotInks
{
    private readonly Dictionary<SpotInk, int> _numbers = [];

    private SpotInks(ImmutableArray<SpotInk> inks)
    {
        for (var i = 0; i < inks.Length; i++)
        {
            _numbers.Add(inks[i], i);
        }
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _numbers.Count == 0;

    /// <summary>The inks of pages, in order of first use.</summary>
    public static SpotInks Of(PageSet pages)
    {
        var inks = new List<SpotInk>();
        foreach (var page in pages.Pages)
        {
            foreach (var ink in PageFacts.Of(page).Inks)
            {
                if (!inks.Contains(ink))
                {
                    inks.Add(ink);
                }
            }
        }

        return new([.. inks]);
    }

    /// <summary>The number of an ink, from 0.</summary>
    public int this[SpotInk ink] => _numbers[ink];

    /// <summary>Writes the dictionary of their spaces: S1, S2 …</summary>
    public ObjectReference Write(ObjectTable objects)
    {
        var number = objects.Reserve();
        using var spaces = objects.Dictionary(number);
        foreach (var (ink, index) in _numbers.OrderBy(pair => pair.Value))
        {
            using var space = spaces.Array(Pictures.PictureSet.Name(index, (byte)'S'));
            space.Name("Separation"u8);
            space.Name(Encoding.UTF8.GetBytes(ink.Name));
            Write(space, ink.Alternate);
        }

        return number;
    }

    // From paper to the full colour, in proportion (function of type 2).
    private static void Write(ArrayWriter space, InkColor full)
    {
        var (name, paper, components) = full.Space switch
        {
            ColorSpace.Gray => ("DeviceGray", 1, new[] { full.A }),
            ColorSpace.Rgb => ("DeviceRGB", 1, [full.A, full.B, full.C]),
            _ => ("DeviceCMYK", 0, new[] { full.A, full.B, full.C, full.D }),
        };
        space.Name(Encoding.ASCII.GetBytes(name));
        using var function = space.Dictionary();
        function.Integer("FunctionType"u8, 2);
        using (var domain = function.Array("Domain"u8))
        {
            domain.Integer(0);
            domain.Integer(1);
        }

        using (var from = function.Array("C0"u8))
        {
            foreach (var _ in components)
            {
                from.Integer(paper);
            }
        }

        using (var to = function.Array("C1"u8))
        {
            foreach (var component in components)
            {
                to.Thousandths(component);
            }
        }

        function.Integer("N"u8, 1);
    }
}
