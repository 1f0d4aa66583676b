using System.Collections.Frozen;

namespace Publish.Fonts.OpticalMargins;

/// <summary>
/// Protrusion of signs by character, in thousandths of the advance. The idea and the order of magnitude are those of pdfTeX's margin kerning (Hàn Thế Thành,
/// "Micro-typographic extensions to the TeX typesetting system", 2000) as the microtype package uses it: small marks on much white hang by half
/// or more, long dashes and tall signs less. Letters are measured instead (<see cref="OutlineMargins"/>).
/// </summary>
internal static class PunctuationMargins
{
    /// <summary>The signs and their protrusion.</summary>
    public static FrozenDictionary<int, GlyphProtrusion> Table { get; } = new Dictionary<int, GlyphProtrusion>
    {
        ['.'] = new(0, 700),
        [','] = new(0, 600),
        [':'] = new(0, 400),
        [';'] = new(0, 400),
        ['!'] = new(0, 150),
        ['?'] = new(0, 150),
        ['…'] = new(0, 150),
        ['\u00B7'] = new(300, 500),
        ['\u0387'] = new(0, 500),
        ['-'] = new(300, 500),
        ['\u00AD'] = new(0, 500),
        ['\u2010'] = new(300, 500),
        ['\u2011'] = new(300, 500),
        ['–'] = new(200, 300),
        ['—'] = new(100, 200),
        ['―'] = new(100, 200),
        ['−'] = new(100, 100),
        ['\''] = new(400, 400),
        ['"'] = new(300, 300),
        ['‘'] = new(500, 400),
        ['’'] = new(400, 500),
        ['‚'] = new(400, 500),
        ['‛'] = new(500, 400),
        ['“'] = new(400, 300),
        ['”'] = new(300, 400),
        ['„'] = new(300, 300),
        ['«'] = new(250, 150),
        ['»'] = new(150, 250),
        ['‹'] = new(350, 250),
        ['›'] = new(250, 350),
        ['('] = new(100, 0),
        [')'] = new(0, 150),
        ['['] = new(50, 0),
        [']'] = new(0, 50),
        ['/'] = new(50, 100),
        ['*'] = new(200, 250),
        ['†'] = new(50, 100),
        ['¡'] = new(100, 0),
        ['¿'] = new(100, 0),
    }.ToFrozenDictionary();
}
