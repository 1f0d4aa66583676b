using Publish.Testing.Judges;

namespace Publish.Testing.Tests;

/// <summary>A judge that finds nothing proves nothing until it is seen to find what is wrong.</summary>
public sealed class EpubJudgesTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    private string Sample() => scratch.Write("sample.epub", SampleBooks.Pack(SampleBooks.Epub()));

    private string Broken(string file, string what, string by)
    {
        Dictionary<string, string> book = SampleBooks.Epub();
        Assert.Contains(what, book[file], StringComparison.Ordinal);
        book[file] = book[file].Replace(what, by, StringComparison.Ordinal);
        return scratch.Write("broken.epub", SampleBooks.Pack(book));
    }

    [Fact]
    public void EpubCheck_passes_the_sample_and_sees_a_link_to_nowhere()
    {
        EpubCheck.Validate(Sample()).MustPass();
        Assert.Contains(EpubCheck.Validate(Broken("book/chapter.xhtml", "notes.xhtml#n2", "notes.xhtml#n9")).Findings, finding => finding.Code == "RSC-012");
    }

    [Fact]
    public void EpubCheckTs_passes_the_sample_and_sees_a_link_to_nowhere()
    {
        EpubCheckTs.Validate(Sample()).MustPass();
        Assert.Contains(EpubCheckTs.Validate(Broken("book/chapter.xhtml", "notes.xhtml#n2", "notes.xhtml#n9")).Findings, finding => finding.Code == "RSC-012");
    }

    [Fact]
    public void Ace_passes_the_sample_and_sees_missing_metadata()
    {
        Ace.Validate(Sample()).MustPass();
        Assert.Contains(Ace.Validate(Broken("book/package.opf", "<meta property=\"schema:accessibilityHazard\">none</meta>", "")).Findings,
            finding => finding.Code == "metadata-accessibilityhazard");
    }

    [Fact]
    public void Foliate_pops_up_every_note_with_its_text()
    {
        BookReading reading = Foliate.Read(Sample(), [new("notes.xhtml", "n1", "The first."), new("notes.xhtml", "n2", "2 The second.")]);
        reading.Verdict.MustPass();
        Assert.Equal(["popup The first.", "popup The second."], reading.Notes.Select(note => $"{note.Outcome} {note.Body}"));
        Assert.Equal(["One", "Notes"], reading.Contents.Select(entry => entry.Label));
    }

    [Fact]
    public void Foliate_sees_a_call_that_only_jumps_and_a_note_that_is_not_the_expected_one()
    {
        Assert.Contains(Foliate.Read(Broken("book/chapter.xhtml", "notes.xhtml#n2", "notes.xhtml#n9")).Verdict.Findings, finding => finding.Code == "uncalled-note");
        Assert.Contains(Foliate.Read(Sample(), [new("notes.xhtml", "n1", "The first."), new("notes.xhtml", "n2", "Another.")]).Verdict.Findings, finding => finding.Code == "unexpected-text");
        Assert.Contains(Foliate.Read(Sample(), [new("notes.xhtml", "n1", "The first.")]).Verdict.Findings, finding => finding.Code == "unexpected-note");
    }

    [Fact]
    public void Foliate_sees_a_note_that_is_only_a_number() =>
        Assert.Contains(Foliate.Read(Broken("book/notes.xhtml", " The second.", "")).Verdict.Findings, finding => finding.Code == "empty-popup");

    [Fact]
    public void EpubJs_goes_to_every_note_and_back()
    {
        BookReading reading = EpubJs.Read(Sample(), [new("notes.xhtml", "n1", "The first."), new("notes.xhtml", "n2", "The second.")]);
        reading.Verdict.MustPass();
        Assert.Equal(["return", "return"], reading.Notes.Select(note => note.Outcome));
    }

    [Fact]
    public void EpubJs_sees_a_call_to_nowhere_a_link_back_to_the_wrong_call_and_a_note_without_one()
    {
        Assert.Contains(EpubJs.Read(Broken("book/notes.xhtml", "chapter.xhtml#r2", "chapter.xhtml#r1")).Verdict.Findings, finding => finding.Code == "wrong-return");
        Assert.Contains(EpubJs.Read(Broken("book/chapter.xhtml", "notes.xhtml#n2", "missing.xhtml#n2")).Verdict.Findings, finding => finding.Code == "no-jump");
        Assert.Contains(EpubJs.Read(Broken("book/notes.xhtml", "epub:type=\"backlink\" role=\"doc-backlink\" ", "")).Verdict.Findings, finding => finding.Code == "no-backlink");
    }

    [Fact]
    public void Both_readers_see_an_entry_of_the_contents_that_leads_nowhere_or_shows_nothing()
    {
        string nowhere = Broken("book/nav.xhtml", "chapter.xhtml\">One", "chapter.xhtml#nowhere\">One");
        Assert.Contains(EpubJs.Read(nowhere).Verdict.Findings, finding => finding.Code == "wrong-turn");
        Assert.Contains(Foliate.Read(nowhere).Verdict.Findings, finding => finding.Code == "wrong-turn");

        Dictionary<string, string> book = SampleBooks.Epub();
        book["book/nav.xhtml"] = book["book/nav.xhtml"].Replace("chapter.xhtml\">One", "chapter.xhtml#unseen\">One", StringComparison.Ordinal);
        book["book/chapter.xhtml"] = book["book/chapter.xhtml"].Replace("And there.", "<span id=\"unseen\" hidden=\"hidden\">Or</span> And there.", StringComparison.Ordinal);
        string unseen = scratch.Write("unseen.epub", SampleBooks.Pack(book));
        Assert.Contains(EpubJs.Read(unseen).Verdict.Findings, finding => finding.Code == "wrong-turn");
        Assert.Contains(Foliate.Read(unseen).Verdict.Findings, finding => finding.Code == "wrong-turn");
    }
}
