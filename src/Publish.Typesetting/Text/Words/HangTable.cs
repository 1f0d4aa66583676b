using Publish.Fonts;

namespace Publish.Typesetting.Text.Words;

/// <summary>How far characters hang in the margin, so that edges look straight.</summary>
internal static class HangTable
{
    /// <summary>What a character at the left end of a line hangs, in font units.</summary>
    public static int Left(FontFace face, char character, ushort glyph) => Share(LeftOf(character), face, glyph);

    /// <summary>What a character at the right end of a line hangs, in font units.</summary>
    public static int Right(FontFace face, char character, ushort glyph) => Share(RightOf(character), face, glyph);

    private static int Share(int thousandths, FontFace face, ushort glyph) => thousandths == 0 ? 0 : face.AdvanceOf(glyph) * thousandths / 1000;

    // Thousandths of the character's width, after the judgement of typographers who set them by eye for old-style faces.
    private static int LeftOf(char c) => c switch
    {
        '“' or '”' or '„' or '"' => 400,
        '‘' or '’' or '‚' or '\'' => 500,
        '«' or '‹' => 250,
        '—' or '–' => 150,
        '(' or '[' => 60,
        'A' or 'J' or 'T' or 'V' or 'W' or 'Y' => 50,
        'C' or 'O' or 'Q' or 'X' => 25,
        'v' or 'w' or 'y' => 40,
        _ => 0,
    };

    private static int RightOf(char c) => c switch
    {
        '.' or ',' => 650,
        '-' or '‐' => 500,
        ':' or ';' => 400,
        '“' or '”' or '"' => 400,
        '‘' or '’' or '\'' => 500,
        '»' or '›' => 250,
        '–' => 250,
        '—' => 150,
        '!' or '?' => 150,
        ')' or ']' => 60,
        'A' or 'F' or 'K' or 'L' or 'P' or 'T' or 'V' or 'W' or 'X' or 'Y' => 50,
        'D' or 'O' or 'Q' => 25,
        'k' or 'r' or 't' or 'v' or 'w' or 'x' or 'y' => 40,
        _ => 0,
    };
}
