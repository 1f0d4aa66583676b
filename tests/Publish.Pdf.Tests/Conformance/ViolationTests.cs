using Publish.Document;
using Publish.Pdf.Color;
using Publish.Pdf.Conformance;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Tests.Conformance;

/// <summary>For each violation a book that has just that one.</summary>
public class ViolationTests
{
    public static TheoryData<ViolationKind, string> Cases { get; } = new()
    {
        { ViolationKind.MissingGlyph, "PDF/UA-1" },
        { ViolationKind.TextWithoutCharacter, "PDF/UA-1" },
        { ViolationKind.PrivateUseText, "PDF/A-2a" },
        { ViolationKind.FontNotEmbeddable, "PDF/UA-1" },
        { ViolationKind.FontNotEmbeddable, "PDF/A-2a" },
        { ViolationKind.FontNotEmbeddable, "PDF/X-4" },
        { ViolationKind.NoTitle, "PDF/UA-1" },
        { ViolationKind.NoLanguage, "PDF/UA-1" },
        { ViolationKind.BadLanguage, "PDF/UA-1" },
        { ViolationKind.NotTagged, "PDF/UA-1" },
        { ViolationKind.UntaggedContent, "PDF/UA-1" },
        { ViolationKind.FigureWithoutAlternative, "PDF/UA-1" },
        { ViolationKind.HeadingSkipped, "PDF/UA-1" },
        { ViolationKind.DuplicateIdentifier, "PDF/UA-1" },
        { ViolationKind.LinkOutsideStructure, "PDF/UA-1" },
        { ViolationKind.LinkWithoutDescription, "PDF/UA-1" },
        { ViolationKind.IrregularTable, "PDF/UA-1" },
        { ViolationKind.MisplacedElement, "PDF/UA-1" },
        { ViolationKind.GrayWithoutIntent, "PDF/A-2b" },
        { ViolationKind.RgbWithoutIntent, "PDF/A-2b" },
        { ViolationKind.CmykWithoutIntent, "PDF/A-2b" },
        { ViolationKind.UnusableProfile, "PDF/A-2b" },
        { ViolationKind.NoOutputIntent, "PDF/X-4" },
        { ViolationKind.Annotation, "PDF/X-4" },
        { ViolationKind.NoOutputIntent, "PDF/X-1a:2001" },
        { ViolationKind.Annotation, "PDF/X-3:2002" },
        { ViolationKind.NotAPrinterProfile, "PDF/X-4" },
        { ViolationKind.NotAPrinterProfile, "PDF/X-1a:2001" },
        { ViolationKind.RgbIntent, "PDF/X-1a:2001" },
        { ViolationKind.Transparency, "PDF/X-1a:2001" },
        { ViolationKind.Transparency, "PDF/X-3:2002" },
        { ViolationKind.IndependentColor, "PDF/X-1a:2001" },
        { ViolationKind.PageSize, "PDF/A-2b" },
        { ViolationKind.LongString, "PDF/A-2b" },
        { ViolationKind.EmbeddedFile, "PDF/A-1b" },
        { ViolationKind.EmbeddedFile, "PDF/A-2b" },
        { ViolationKind.EmbeddedFile, "PDF/A-4" },
        { ViolationKind.EmbeddedFile, "PDF/X-4" },
        { ViolationKind.NoEmbeddedFile, "PDF/A-4f" },
        { ViolationKind.LongArray, "PDF/A-1b" },
        { ViolationKind.PrivateUseText, "PDF/UA-2" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_standard_that_is_broken_is_an_error_and_never_claimed(ViolationKind kind, string standard)
    {
        var (pages, metadata, settings) = Broken(kind);
        settings = settings with { Plan = settings.Plan with { Standards = [standard] } };
        var result = PdfWriter.Write(pages, metadata, settings);
        Assert.Contains(result.Violations, violation => violation.Kind == kind);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic is { Code: "PDF002", Severity: Severity.Error } && diagnostic.Message.Contains(ViolationTexts.Of(kind), StringComparison.Ordinal));
        var xmp = System.Text.Encoding.Latin1.GetString(result.Bytes);
        Assert.DoesNotContain("pdfuaid:part>", xmp, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfaid:part>", xmp, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfxid:GTS", xmp, StringComparison.Ordinal);
        Assert.DoesNotContain("GTS_PDFXVersion", xmp, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_book_breaks_nothing()
    {
        var result = Sound().Write(TestBook.ScreenSettings);
        Assert.Empty(result.Diagnostics);
        // What only others object to: links and a profile of a screen for the press, no file that goes along.
        Assert.All(result.Violations, violation => Assert.True(violation.Kind is ViolationKind.Annotation or ViolationKind.NotAPrinterProfile or ViolationKind.RgbIntent or ViolationKind.NoEmbeddedFile));
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", System.Text.Encoding.Latin1.GetString(result.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_standard_is_named()
    {
        var result = Sound().Write(TestBook.PrintSettings with { Plan = new EditionPlan("print", EditionFormat.Pdf) { Standards = ["PDF/Z-9"] } });
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("PDF001", diagnostic.Code);
        Assert.Contains("PDF/UA-1", diagnostic.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PDF/A-2a", "PDF/A-2b")]
    [InlineData("PDF/A-3a", "PDF/A-2b")]
    [InlineData("PDF/UA-1", "PDF/UA-2")]
    [InlineData("PDF/UA-2", "PDF/A-2a")]
    public void Two_parts_of_one_standard_exclude_each_other(string one, string other)
    {
        var settings = TestBook.ScreenSettings with { Plan = TestBook.ScreenSettings.Plan with { Standards = [one, other] } };
        Assert.Equal("PDF003", Assert.Single(Sound().Write(settings).Diagnostics).Code);
    }

    [Fact]
    public void A_link_to_nowhere_is_left_out()
    {
        var book = Sound();
        var link = book.Element(StructureRole.Link);
        book.Link(new Rect(Length.FromPoints(1), Length.FromPoints(1), Length.FromPoints(5), Length.FromPoints(5)), "nowhere", link);
        var result = book.Write(TestBook.ScreenSettings);
        Assert.Equal("PDF004", Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void Of_two_places_with_one_name_the_first_counts()
    {
        var book = Sound();
        book.Place("here", 1, 1);
        book.Place("here", 2, 2);
        Assert.Equal("PDF005", Assert.Single(book.Write(TestBook.ScreenSettings).Diagnostics).Code);
    }

    [Fact]
    public void A_picture_nobody_can_decode_is_an_error()
    {
        var book = Sound();
        var figure = book.Element(StructureRole.Figure, with: element => element with { AlternativeText = "A whale" });
        var image = new Imaging.ImageResource("whale.png", new byte[1], Imaging.ImageFormat.Png, 1, 1);
        book.Add(new PlacedPicture(book.In(figure), new Rect(Length.Zero, Length.Zero, Length.FromPoints(9), Length.FromPoints(9)), image));
        Assert.Contains(book.Write(TestBook.ScreenSettings).Diagnostics, diagnostic => diagnostic.Code == "PDF006");
    }

    [Fact]
    public void Spans_make_a_table_regular()
    {
        var violations = new Violations();
        StructureInspection.Inspect(Table([(2, 1), (1, 2)], [(1, 1), (1, 1)]).Structure, violations);
        Assert.Empty(violations.All);
    }

    // The profile of a screen that calls itself a printer's (ICC.1:2010, 7.2.5).
    private static OutputIntent RgbPress()
    {
        var profile = RepositoryAssets.Read("icc/sRGB.icc").ToArray();
        "prtr"u8.CopyTo(profile.AsSpan(12));
        return new OutputIntent("an RGB press", profile);
    }

    private static TestBook Sound()
    {
        var book = new TestBook().Page();
        book.Place("top", 0, 0);
        book.Line(book.In(book.Element(StructureRole.H1)), 50, 50, "A heading");
        book.Line(book.In(book.Element(StructureRole.P)), 50, 80, "and words");
        return book;
    }

    private static PageSet Table(params (int Columns, int Rows)[][] rows)
    {
        var book = Sound();
        var table = book.Element(StructureRole.Table);
        foreach (var row in rows)
        {
            var element = book.Element(StructureRole.TR, table);
            foreach (var (columns, covered) in row)
            {
                book.Element(StructureRole.TD, element, cell => cell with { ColumnSpan = columns, RowSpan = covered });
            }
        }

        return book.Build();
    }

    private static (PageSet Pages, Document.Metadata Metadata, PdfSettings Settings) Broken(ViolationKind kind)
    {
        var book = Sound();
        var metadata = TestBook.Metadata;
        var settings = TestBook.ScreenSettings;
        var paragraph = book.Element(StructureRole.P);
        var area = new Rect(Length.Zero, Length.Zero, Length.FromPoints(9), Length.FromPoints(9));
        switch (kind)
        {
            case ViolationKind.MissingGlyph:
                book.Line(book.In(paragraph), 50, 100, "\u4E00");
                break;
            case ViolationKind.TextWithoutCharacter:
                Retext(book, paragraph, "\0");
                break;
            case ViolationKind.PrivateUseText:
                Retext(book, paragraph, "\uE000");
                break;
            case ViolationKind.FontNotEmbeddable:
                book.Line(book.In(paragraph), 50, 100, "restricted", new LineStyle { Face = TestFonts.Restricted });
                break;
            case ViolationKind.NoTitle:
                metadata = metadata with { Title = " " };
                break;
            case ViolationKind.NoLanguage:
                metadata = metadata with { Language = "" };
                break;
            case ViolationKind.BadLanguage:
                book.Element(StructureRole.Span, paragraph, element => element with { Language = "not a language" });
                break;
            case ViolationKind.NotTagged:
                settings = settings with { Plan = settings.Plan with { Tagged = false } };
                break;
            case ViolationKind.UntaggedContent:
                book.Line(new StructureReference(-1, 0, ArtifactKind.None), 50, 100, "stray");
                break;
            case ViolationKind.FigureWithoutAlternative:
                book.Element(StructureRole.Figure);
                break;
            case ViolationKind.HeadingSkipped:
                book.Line(book.In(book.Element(StructureRole.H3)), 50, 100, "Too deep");
                break;
            case ViolationKind.DuplicateIdentifier:
                book.Element(StructureRole.Note, with: element => element with { Id = "n" });
                book.Element(StructureRole.Note, with: element => element with { Id = "n" });
                break;
            case ViolationKind.LinkOutsideStructure:
                book.Link(area, "top", -1);
                break;
            case ViolationKind.LinkWithoutDescription:
                book.Link(area, "top", book.Element(StructureRole.Link), "");
                break;
            case ViolationKind.IrregularTable:
                return (Table([(1, 1), (1, 1)], [(1, 1)]), metadata, settings);
            case ViolationKind.MisplacedElement:
                book.Element(StructureRole.TD, paragraph);
                break;
            case ViolationKind.GrayWithoutIntent:
            case ViolationKind.NoOutputIntent:
                settings = settings with { OutputIntent = null };
                break;
            case ViolationKind.RgbWithoutIntent:
                // With an intent the colour would be made one of its device.
                book.Line(book.In(paragraph), 50, 100, "red", new LineStyle { Color = new InkColor(ColorSpace.Rgb, 1000, 0, 0, 0) });
                settings = settings with { OutputIntent = null };
                break;
            case ViolationKind.CmykWithoutIntent:
                book.Line(book.In(paragraph), 50, 100, "cyan", new LineStyle { Color = new InkColor(ColorSpace.Cmyk, 1000, 0, 0, 0) });
                settings = settings with { OutputIntent = null, InkSpace = ColorSpace.Cmyk };
                break;
            case ViolationKind.UnusableProfile:
                settings = settings with { OutputIntent = new OutputIntent("none", new byte[200]) };
                break;
            case ViolationKind.Annotation:
                book.Link(area, "top", book.Element(StructureRole.Link));
                break;
            case ViolationKind.NotAPrinterProfile:
                settings = settings with { OutputIntent = TestBook.Screen };
                break;
            case ViolationKind.RgbIntent:
                settings = settings with { OutputIntent = RgbPress() };
                break;
            case ViolationKind.Transparency:
                book.Add(new PlacedPicture(book.In(paragraph), area, PressTests.Picture("png-alpha.png")));
                break;
            case ViolationKind.IndependentColor:
                book.Add(new PlacedPicture(book.In(paragraph), area, PressTests.Picture("jpeg-profile.jpg")));
                break;
            case ViolationKind.PageSize:
                book.Boxes = new PageBoxes(Length.FromPoints(2), Length.FromPoints(2), Length.Zero, Length.Zero);
                break;
            case ViolationKind.EmbeddedFile:
                settings = settings with { Attachments = [AttachmentTests.Emendations] };
                break;
            case ViolationKind.NoEmbeddedFile:
                break;
            case ViolationKind.LongArray:
                for (var i = 0; i < 8_200; i++)
                {
                    book.Link(area, "top", paragraph);
                }

                break;
            case ViolationKind.LongString:
                metadata = metadata with { Description = new string('x', 32_768) };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }

        return (book.Build(), metadata, settings);
    }

    // A glyph that says it stands for something else than it shows.
    private static void Retext(TestBook book, int element, string text)
    {
        var run = TestBook.Shape(book.In(element), Length.FromPoints(50), Length.FromPoints(100), "x", new LineStyle());
        book.Add(run with { Characters = text.AsMemory() });
    }
}
