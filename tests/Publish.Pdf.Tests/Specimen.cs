using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests;

/// <summary>Two pages that hold most of what a book's pages hold.</summary>
internal static class Specimen
{
    /// <summary>The words of the paragraph, as the model has them.</summary>
    public const string Paragraph =
        "The affluent office of USSR efficiency; a revolution of well-known workers in small caps by 1927, final. It was extraordinary.";

    public static TestBook Book()
    {
        var book = new TestBook();
        book.Page();
        var section = book.Element(StructureRole.Sect);
        var heading = book.Element(StructureRole.H1, section);
        book.Place("chapter", 60, 60);
        book.Outline.Add(new OutlineEntry("Chapter — “One”", "chapter", [new OutlineEntry("Note", "note-1", [])]));
        book.Line(book.In(heading), 60, 72, "Chapter One", new LineStyle { Size = Length.FromPoints(20) });

        var paragraph = book.Element(StructureRole.P, section);
        var text = book.In(paragraph);
        TextPosition At(string words) => new(7, Paragraph.IndexOf(words, StringComparison.Ordinal));
        var end = book.Line(text, 60, 120, "The affluent office of ", new LineStyle { WordSpace = 1.3, Source = At("The affluent") });
        end = book.Line(text, end.Points, 120, "USSR", new LineStyle { Features = ["c2sc"], LetterSpace = 0.5, Source = At("USSR") });
        book.Line(text, end.Points, 120, " efficiency; a revolu", new LineStyle { WordSpace = 1.3, Hyphen = true, Source = At(" efficiency") });
        book.Line(text, 60, 134, "tion of well-", new LineStyle { WordSpace = 2, HorizontalScale = 9_850, Source = At("tion of") });
        end = book.Line(text, 60, 148, "known workers in ", new LineStyle { HorizontalScale = 10_150, Source = At("known") });
        end = book.Line(text, end.Points, 148, "small caps", new LineStyle { Features = ["smcp"], Source = At("small caps") });
        book.Line(text, end.Points, 148, " by", new LineStyle { Source = At(" by") });
        book.Line(text, 60, 162, "1927, ", new LineStyle { Features = ["onum", "pnum"], Source = At("1927") });
        var at = book.Line(text, 90, 162, "final.", new LineStyle { Face = TestFonts.Italic, Source = At("final") });
        var reference = book.Element(StructureRole.Reference, paragraph);
        book.Place("call-1", at.Points, 150);
        var after = book.Line(book.In(reference), at.Points, 158, "1", new LineStyle { Size = Length.FromPoints(7) });
        book.Link(new Rect(at, Length.FromPoints(150), after - at, Length.FromPoints(12)), "note-1", reference, "Note 1");
        book.Line(book.In(paragraph), after.Points, 162, " It was extraordi", new LineStyle { Hyphen = true, Source = At(" It was") });

        book.Add(new Rule(StructureReference.ArtifactOf(ArtifactKind.Layout), new Rect(Length.FromPoints(60), Length.FromPoints(500), Length.FromPoints(72), Length.FromPoints(0.5)), InkColor.Black));
        var note = book.Element(StructureRole.Note, section);
        var label = book.Element(StructureRole.Lbl, note);
        var back = book.Element(StructureRole.Link, label);
        book.Place("note-1", 60, 510);
        var labelEnd = book.Line(book.In(back), 60, 520, "1", new LineStyle { Size = Length.FromPoints(9) });
        book.Link(new Rect(Length.FromPoints(60), Length.FromPoints(510), labelEnd - Length.FromPoints(60), Length.FromPoints(12)), "call-1", back, "Back to the text");
        var body = book.Element(StructureRole.P, note);
        book.Line(book.In(body), 70, 520, "A note; see https://example.org.", new LineStyle { Size = Length.FromPoints(9) });
        book.Line(StructureReference.ArtifactOf(ArtifactKind.Folio), 200, 590, "1");

        book.Page();
        book.Line(StructureReference.ArtifactOf(ArtifactKind.RunningHead), 60, 40, "A Test of Pages", new LineStyle { Features = ["smcp"] });
        book.Line(text with { Sequence = text.Sequence + 3 }, 60, 72, "nary.", new LineStyle { Source = At("nary") });
        return book;
    }
}
