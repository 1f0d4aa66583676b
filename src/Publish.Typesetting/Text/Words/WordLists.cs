using System.Collections.Frozen;

namespace Publish.Typesetting.Text.Words;

/// <summary>Short words and abbreviations that a line keeps with their neighbours, by language.</summary>
internal static class WordLists
{
    private const string Units =
        "mm cm dm m km µm nm mg g kg t ml cl l hl s ms h d Hz kHz MHz V W kW MW A J kJ Pa hPa K °C °F ° % ‰ ft yd mi lb lbs oz px em £ € $ kr zł Kč Ft ₽ р. руб. a.m. p.m. AM PM BC AD B.C. A.D. BCE CE";

    private const string BeforeNumber =
        "p. pp. P. vol. vols. Vol. Vols. no. nos. No. Nos. nr. Nr. fig. figs. Fig. Figs. ch. chs. chap. Chap. ch sec. Sec. art. Art. § §§ № n. nn. l. ll. fol. fols. f. ff. v. vv. col. cols. bk. Bk. pt. pts. par. ca. c. "
        + "S. Bd. Abb. Kap. Anm. Z. t. T. chap. Chap. n° N° p págs. pág. núm. cap. Cap. fig. tav. s. č. str. sv. kap. с. стр. т. гл. рис. №. ст. σ. σελ. τ. κεφ. Nº nº";

    private const string BeforeName =
        "Mr. Mrs. Ms. Messrs. Mr Mrs Ms Dr. Dr St. St Rev. Prof. Capt. Col. Gen. Lt. Sgt. Maj. Sir Hon. Fr. M. MM. Mme Mlle Mme. Mlle. Mgr Me Herr Frau Hr. Fr. Sr. Sra. Srta. D. Dña. Don Doña Sig. Sig.ra Dott. "
        + "dr prof. św. г. гг. гр. тов. им. акад. проф.";

    private const string Months =
        "January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. "
        + "janvier février mars avril mai juin juillet août septembre octobre novembre décembre Januar Februar März Mai Juni Juli Oktober Dezember "
        + "января февраля марта апреля мая июня июля августа сентября октября ноября декабря";

    private const int Longest = 10;

    private static readonly Dictionary<string, WordTraits> Traits = Gather();
    private static readonly Dictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> TraitsOf = Traits.GetAlternateLookup<ReadOnlySpan<char>>();

    // By length: which characters such words begin with, by their last six bits. Most words are in no list, and most of these are seen here.
    private static readonly ulong[] Initials = InitialsOf(Traits.Keys);

    // One-letter prepositions and conjunctions: Czech and Slovak rules of typesetting (ČSN 01 6910), Polish usage, Russian and Ukrainian usage.
    private static readonly FrozenSet<string> CzechProclitics = Set("k s v z o u a i K S V Z O U A I");
    private static readonly FrozenSet<string> PolishProclitics = Set("a i o u w z A I O U W Z");
    private static readonly FrozenSet<string> RussianProclitics = Set("в к с о у и а я В К С О У И А Я");
    private static readonly FrozenSet<string> UkrainianProclitics = Set("в у з і й о а я є В У З І Й О А Я");
    private static readonly FrozenSet<string> RussianEnclitics = Set("же ж бы б ли ль");
    private static readonly FrozenSet<string> UkrainianEnclitics = Set("же ж би б");

    /// <summary>The traits that lists give a word.</summary>
    /// <param name="core">The word without quotation marks and brackets around it.</param>
    /// <param name="language">BCP 47.</param>
    public static WordTraits Of(ReadOnlySpan<char> core, string language)
    {
        if (core.Length > Longest)
            return WordTraits.None;

        // Units and months may have a point or comma after them.
        var traits = Listed(core);
        var bare = core.TrimEnd(".,;:!?…");
        if (bare.Length < core.Length)
            traits |= Listed(bare) & (WordTraits.Unit | WordTraits.Month);
        var (proclitics, enclitics) = Particles(language);
        if (proclitics is not null && core.Length == 1 && Has(proclitics, core))
            traits |= WordTraits.Proclitic;
        if (enclitics is not null && Has(enclitics, bare))
            traits |= WordTraits.Enclitic;
        return traits;
    }

    private static WordTraits Listed(ReadOnlySpan<char> word) =>
        word.Length > 0 && ((Initials[word.Length] >> (word[0] & 63)) & 1) != 0 && TraitsOf.TryGetValue(word, out var traits) ? traits : WordTraits.None;

    private static Dictionary<string, WordTraits> Gather()
    {
        var all = new Dictionary<string, WordTraits>(StringComparer.Ordinal);
        foreach (var (words, trait) in ((string, WordTraits)[])[(Units, WordTraits.Unit), (BeforeNumber, WordTraits.BeforeNumber), (BeforeName, WordTraits.BeforeName), (Months, WordTraits.Month)])
        {
            foreach (var word in words.Split(' '))
            {
                if (word.Length <= Longest)
                    all[word] = all.GetValueOrDefault(word) | trait;
            }
        }

        return all;
    }

    private static ulong[] InitialsOf(IEnumerable<string> words)
    {
        var initials = new ulong[Longest + 1];
        foreach (var word in words)
            initials[word.Length] |= 1UL << (word[0] & 63);
        return initials;
    }

    private static (FrozenSet<string>? Proclitics, FrozenSet<string>? Enclitics) Particles(string language)
    {
        if (language.Length < 2 || (language.Length > 2 && language[2] != '-'))
            return (null, null);
        return ((char)(language[0] | 0x20), (char)(language[1] | 0x20)) switch
        {
            ('c', 's') or ('s', 'k') => (CzechProclitics, null),
            ('p', 'l') => (PolishProclitics, null),
            ('r', 'u') => (RussianProclitics, RussianEnclitics),
            ('u', 'k') => (UkrainianProclitics, UkrainianEnclitics),
            _ => (null, null),
        };
    }

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
