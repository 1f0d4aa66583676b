namespace Publish.Testing.Judges;

/// <summary>All judges of one kind of edition at once, so that a test says what an edition is and not how it is judged.</summary>
public static class EditionJudges
{
    /// <summary>
    /// qpdf, MuPDF, poppler and Ghostscript read the file and say nothing; pdf.js warns of nothing and no link or outline entry leads nowhere;
    /// every font is embedded, subset and has Unicode values.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="blackOnly">Every page prints from the black plate alone.</param>
    /// <param name="flavour">A flavour of veraPDF that the file must pass (<c>ua1</c>, <c>2a</c> …), or null.</param>
    /// <returns>A verdict of each judge.</returns>
    public static IReadOnlyList<Verdict> OfPdf(string path, bool blackOnly, string? flavour = null)
    {
        List<Verdict> verdicts = [Qpdf.Check(path), Mutool.Check(path), Poppler.Check(path), Ghostscript.Check(path), PdfJs.Read(path).Verdict, Fonts(path)];
        if (blackOnly)
        {
            verdicts.Add(Plates(path));
        }

        if (flavour is not null)
        {
            verdicts.AddRange(VeraPdf.Validate(flavour, path));
        }

        return verdicts;
    }

    /// <summary>Both EPUBChecks, Ace and both reading systems, every note call clicked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">The notes as the model has them; null when only the book's own word counts.</param>
    /// <returns>A verdict of each judge.</returns>
    public static IReadOnlyList<Verdict> OfEpub(string path, IReadOnlyList<ExpectedNote>? expected = null) =>
        [EpubCheck.Validate(path), EpubCheckTs.Validate(path), Ace.Validate(path), Foliate.Read(path, expected).Verdict, EpubJs.Read(path, expected).Verdict];

    /// <summary>Fails the running test with the findings of every judge that has some.</summary>
    /// <param name="verdicts">The verdicts.</param>
    public static void MustPass(this IReadOnlyList<Verdict> verdicts) =>
        Xunit.Assert.True(verdicts.All(verdict => verdict.Passed), string.Join("\n\n", verdicts.Where(verdict => !verdict.Passed)));

    private static Verdict Fonts(string path)
    {
        List<Finding> findings = [.. Poppler.Fonts(path).Where(font => !(font.Embedded && font.Subset && font.Unicode))
            .Select(font => new Finding("error", "font", $"{font.Name}: embedded {font.Embedded}, subset {font.Subset}, Unicode {font.Unicode}", null))];
        return new Verdict("pdffonts", path, findings, default);
    }

    private static Verdict Plates(string path)
    {
        List<Finding> findings = [.. Ghostscript.Ink(path).Index().Where(page => !page.Item.IsBlackOnly)
            .Select(page => new Finding("error", "plate", $"{page.Item}", $"page {page.Index + 1}"))];
        return new Verdict("inkcov", path, findings, default);
    }
}
