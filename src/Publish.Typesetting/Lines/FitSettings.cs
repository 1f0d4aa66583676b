namespace Publish.Typesetting.Lines;

/// <summary>
/// What lines cost and how far they may give. A line's looseness is how much wider (in thousandths) its spaces between words are than the face's own; for lines that
/// aren't justified it is the white at the line's end in thousandths of <see cref="RagUnit"/>.
/// </summary>
internal sealed class FitSettings
{
    /// <summary>Price above which no line of a well-set paragraph comes; lines beyond the tolerance cost this once more.</summary>
    public const long Emergency = 1_000_000_000;

    /// <summary>Price of a line that sticks out.</summary>
    public const long Overfull = 1_000_000_000_000;

    /// <summary>Greatest looseness the tables tell apart.</summary>
    public const int MaximumLooseness = 6000;

    /// <summary>Lines are justified; otherwise they end where their words do.</summary>
    public required bool Justified { get; init; }

    /// <summary>For lines that aren't justified: the white at a line's end that counts as a looseness of 1000.</summary>
    public long RagUnit { get; init; } = 1;

    /// <summary>True where the last line counts like the others (centred lines and heads, which are evened out).</summary>
    public bool BalanceLast { get; init; }

    /// <summary>Greatest looseness of a well-set line.</summary>
    public int Tolerance { get; init; } = 1000;

    /// <summary>Greatest tightness: how much narrower spaces may be.</summary>
    public int ShrinkLimit { get; init; } = 270;

    /// <summary>Greatest expansion or contraction of glyphs, in ten-thousandths.</summary>
    public int Expansion { get; init; } = 200;

    /// <summary>Looseness at which glyphs are expanded as far as allowed; up to it, spaces and glyphs share the work.</summary>
    public int ExpandedAt { get; init; } = 100;

    /// <summary>Tightness at which glyphs are contracted as far as allowed.</summary>
    public int ContractedAt { get; init; } = 50;

    /// <summary>Price of a line that ends with a hyphen set by the patterns.</summary>
    public int Hyphen { get; init; } = 1900;

    /// <summary>Price, besides, where few letters stand on a side of it.</summary>
    public int ShortFragment { get; init; } = 300;

    /// <summary>Price, besides, in a word with a capital (most are names).</summary>
    public int Name { get; init; } = 1500;

    /// <summary>Price, besides, in a part of a compound that has a hyphen already.</summary>
    public int Compound { get; init; } = 1500;

    /// <summary>Price of a line that ends after a hyphen of the text.</summary>
    public int TextHyphen { get; init; } = 500;

    /// <summary>Price of a line that ends at a hyphen the editor allows.</summary>
    public int Discretionary { get; init; } = 500;

    /// <summary>Price of a line that ends after a dash.</summary>
    public int Dash { get; init; } = 60;

    /// <summary>Price of a line that ends inside an address or after a slash.</summary>
    public int Address { get; init; } = 300;

    /// <summary>Price of a line that ends where words should rather stay together (a title and a name, a day and a month).</summary>
    public int Together { get; init; } = 1200;

    /// <summary>Price of two lines running that end in hyphens.</summary>
    public int ConsecutiveHyphens { get; init; }

    /// <summary>Price of each line beyond two running that end in hyphens.</summary>
    public int Ladder { get; init; }

    /// <summary>Price of a hyphen at the end of the last but one line.</summary>
    public int FinalHyphen { get; init; }

    /// <summary>Price of a last line that is shorter than <see cref="RuntWidth"/> or nothing but the rest of a word.</summary>
    public int Runt { get; init; }

    /// <summary>Price, besides, of a last line that is nothing but the rest of a word after a hyphen set: the whole of it for the shortest, less the nearer it comes to <see cref="FragmentWidth"/>.</summary>
    public int Fragment { get; init; }

    /// <summary>A rest of a word as wide as this costs no more than another runt, in scaled points.</summary>
    public long FragmentWidth { get; init; }

    /// <summary>A last line shorter than this is a runt, in scaled points.</summary>
    public long RuntWidth { get; init; }

    /// <summary>A last line that lacks less than this of being full looks like a mistake, in scaled points.</summary>
    public long NearlyFull { get; init; }

    /// <summary>Price of such a line.</summary>
    public int NearlyFullCost { get; init; }

    /// <summary>Price, besides, of a line tighter than <see cref="LoneTightness"/> in a paragraph of no more than two lines, where no other full line stands beside it.</summary>
    public int LoneTight { get; init; }

    /// <summary>How much narrower its spaces may be before it costs that.</summary>
    public int LoneTightness { get; init; }

    /// <summary>Price of a line by looseness, from −1000 to <see cref="MaximumLooseness"/>.</summary>
    public required int[] Costs { get; init; }

    /// <summary>Class of a line by looseness, likewise.</summary>
    public required byte[] Classes { get; init; }

    /// <summary>Price of neighbours by the difference of their classes.</summary>
    public required int[] Contrast { get; init; }

    /// <summary>Index of looseness 0 in the tables.</summary>
    public const int Zero = 1000;
}
