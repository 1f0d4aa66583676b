namespace Publish.Typesetting.Text.Words;

/// <summary>What a space between two words is as a place to end a line.</summary>
internal enum SpaceBreak : byte
{
    /// <summary>A place like any other.</summary>
    Free,

    /// <summary>The words should rather stay together.</summary>
    Avoid,

    /// <summary>No line ends here.</summary>
    Never,
}

/// <summary>Where lines end between words: not before a dash, inside initials, between a number and its unit …</summary>
internal static class SpaceRules
{
    private const WordTraits TailMatters = WordTraits.NeverLast | WordTraits.Initial | WordTraits.Initials | WordTraits.BeforeNumber | WordTraits.BeforeName | WordTraits.EndsInDigit | WordTraits.Proclitic | WordTraits.Month;

    /// <summary>Judges the space between two words.</summary>
    /// <param name="before">Traits of the word before.</param>
    /// <param name="after">Traits of the word after.</param>
    /// <param name="first">True where the word before is the paragraph's first.</param>
    public static SpaceBreak Between(WordTraits before, WordTraits after, bool first)
    {
        if ((after & (WordTraits.NeverFirst | WordTraits.Dash | WordTraits.Enclitic)) != 0)
            return SpaceBreak.Never;
        if (first && (before & WordTraits.Dash) != 0)
            return SpaceBreak.Never; // the dash that opens a speech
        if ((after & WordTraits.Regnal) != 0 && (before & WordTraits.Capital) != 0)
            return SpaceBreak.Avoid;
        return (before & TailMatters) == 0 ? SpaceBreak.Free : AfterSpecial(before, after);
    }

    private static SpaceBreak AfterSpecial(WordTraits before, WordTraits after)
    {
        if ((before & (WordTraits.NeverLast | WordTraits.Proclitic)) != 0)
            return SpaceBreak.Never;
        if ((before & WordTraits.Initial) != 0 && (after & (WordTraits.Capital | WordTraits.Initial)) != 0)
            return SpaceBreak.Never;
        if ((before & WordTraits.BeforeNumber) != 0 && (after & WordTraits.Number) != 0)
            return SpaceBreak.Never;
        if ((before & WordTraits.EndsInDigit) != 0)
        {
            if ((after & WordTraits.Unit) != 0 || ((before & WordTraits.Number) != 0 && (after & WordTraits.ThreeDigits) != 0))
                return SpaceBreak.Never;
            if ((after & WordTraits.Month) != 0)
                return SpaceBreak.Avoid;
        }

        if ((before & (WordTraits.Initials | WordTraits.BeforeName)) != 0 && (after & WordTraits.Capital) != 0)
            return SpaceBreak.Avoid;
        if ((before & WordTraits.Month) != 0 && (after & WordTraits.Digits) != 0)
            return SpaceBreak.Avoid;
        return SpaceBreak.Free;
    }
}
