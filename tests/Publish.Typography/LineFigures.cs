namespace Publish.Typography;

/// <summary>What the lines of a book's paragraphs are like. Only paragraphs of two lines and more whose lines but the last run from edge to edge are measured.</summary>
internal sealed record LineFigures
{
    /// <summary>Paragraphs measured.</summary>
    public int Paragraphs { get; init; }

    /// <summary>Lines measured.</summary>
    public int Lines { get; init; }

    /// <summary>Mean of the word spaces of a line by the face's own space: its standard deviation.</summary>
    public double SpaceDeviation { get; init; }

    /// <summary>Its mean.</summary>
    public double SpaceMean { get; init; }

    /// <summary>Its 95th percentile.</summary>
    public double Space95 { get; init; }

    /// <summary>Its greatest value.</summary>
    public double SpaceMaximum { get; init; }

    /// <summary>Lines over one and a half of the space, in per cent.</summary>
    public double Loose { get; init; }

    /// <summary>Lines under three quarters of it, in per cent.</summary>
    public double Tight { get; init; }

    /// <summary>Mean difference of neighbouring lines.</summary>
    public double Contrast { get; init; }

    /// <summary>Lines that end in a hyphen, the text's own too, in per cent.</summary>
    public double Hyphens { get; init; }

    /// <summary>Three and more lines running that end in hyphens.</summary>
    public int Ladders { get; init; }

    /// <summary>Two lines running.</summary>
    public int HyphenPairs { get; init; }

    /// <summary>Words divided between two pages.</summary>
    public int HyphensOverPage { get; init; }

    /// <summary>Paragraphs whose last line is shorter than one and a half indents, in per cent.</summary>
    public double Runts { get; init; }

    /// <summary>Paragraphs whose last line is the rest of a word, in per cent.</summary>
    public double Fragments { get; init; }

    /// <summary>Lines under each other that begin with the same word, in a thousand.</summary>
    public double StacksLeft { get; init; }

    /// <summary>Lines that end with the same word, in a thousand.</summary>
    public double StacksRight { get; init; }

    /// <summary>Lines that stick out of the measure.</summary>
    public int Overfull { get; init; }

    /// <summary>Last lines of paragraphs alone at the head of a page.</summary>
    public int Widows { get; init; }

    /// <summary>First lines alone at the foot.</summary>
    public int Orphans { get; init; }
}
