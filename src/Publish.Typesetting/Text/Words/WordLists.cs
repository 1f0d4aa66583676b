using System.Collections.Frozen;

namespace Publish.Typesetting.Text.Words;

/// <summary>Short words and abbreviations that a line keeps with their neighbours, by language.</summary>
internal static class WordLists
{
    private static readonly FrozenSet<string> Units = Set(
        "mm cm dm m km µm nm mg g kg t ml cl l hl s ms h d Hz kHz MHz V W kW MW A J kJ Pa hPa K °C °F ° % ‰ ft yd mi lb lbs oz px em £ € $ kr zł Kč Ft ₽ р. руб. a.m. p.m. AM PM BC AD B.C. A.D. BCE CE");

    private static readonly FrozenSet<string> BeforeNumber = Set(
        "p. pp. P. vol. vols. Vol. Vols. no. nos. No. Nos. nr. Nr. fig. figs. Fig. Figs. ch. chs. chap. Chap. ch sec. Sec. art. Art. § §§ № n. nn. l. ll. fol. fols. f. ff. v. vv. col. cols. bk. Bk. pt. pts. par. ca. c. "
        + "S. Bd. Abb. Kap. Anm. Z. t. T. chap. Chap. n° N° p págs. pág. núm. cap. Cap. fig. tav. s. č. str. sv. kap. с. стр. т. гл. рис. №. ст. σ. σελ. τ. κεφ. Nº nº");

    private static readonly FrozenSet<string> BeforeName = Set(
        "Mr. Mrs. Ms. Messrs. Mr Mrs Ms Dr. Dr St. St Rev. Prof. Capt. Col. Gen. Lt. Sgt. Maj. Sir Hon. Fr. M. MM. Mme Mlle Mme. Mlle. Mgr Me Herr Frau Hr. Fr. Sr. Sra. Srta. D. Dña. Don Doña Sig. Sig.ra Dott. "
        + "dr prof. św. г. гг. гр. тов. им. акад. проф.");

    private static readonly FrozenSet<string> Months = Set(
        "January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. "
        + "janvier février mars avril mai juin juillet août septembre octobre novembre décembre Januar Februar März Mai Juni Juli Oktober Dezember "
        + "января февраля марта апреля мая июня июля августа сентября октября ноября декабря");

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
        var traits = WordTraits.None;
        if (core.Length > 10)
            return traits;
        // Units and months may have a point or comma after them.
        var bare = core.TrimEnd(".,;:!?…");
        if (Has(Units, core) || (bare.Length > 0 && Has(Units, bare)))
            traits |= WordTraits.Unit;
        if (Has(Months, core) || (bare.Length > 0 && Has(Months, bare)))
            traits |= WordTraits.Month;
        if (Has(BeforeNumber, core))
            traits |= WordTraits.BeforeNumber;
        if (Has(BeforeName, core))
            traits |= WordTraits.BeforeName;
        var (proclitics, enclitics) = Particles(language);
        if (proclitics is not null && core.Length == 1 && Has(proclitics, core))
            traits |= WordTraits.Proclitic;
        if (enclitics is not null && Has(enclitics, bare))
            traits |= WordTraits.Enclitic;
        return traits;
    }

    private static (FrozenSet<string>? Proclitics, FrozenSet<string>? Enclitics) Particles(string language)
    {
        var primary = language.Length >= 2 && (language.Length == 2 || language[2] == '-') ? language.AsSpan(0, 2) : [];
        if (primary.Equals("cs", StringComparison.OrdinalIgnoreCase) || primary.Equals("sk", StringComparison.OrdinalIgnoreCase))
            return (CzechProclitics, null);
        if (primary.Equals("pl", StringComparison.OrdinalIgnoreCase))
            return (PolishProclitics, null);
        if (primary.Equals("ru", StringComparison.OrdinalIgnoreCase))
            return (RussianProclitics, RussianEnclitics);
        if (primary.Equals("uk", StringComparison.OrdinalIgnoreCase))
            return (UkrainianProclitics, UkrainianEnclitics);
        return (null, null);
    }

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
