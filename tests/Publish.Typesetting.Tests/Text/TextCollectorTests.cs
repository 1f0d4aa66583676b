using Publish.Document;
using Publish.Fonts;
using Publish.Styles;
using Publish.Typesetting.Display;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Tests.Text;

public class TextCollectorTests
{
    private static readonly RepositoryAssets Assets = new();

    [Fact]
    public void Text_runs_marks_and_structure_come_out_in_order()
    {
        var note = new Note("n", NoteSeries.Editor, 12, [new Paragraph([new Document.Text("note")])]);
        var paragraph = new Paragraph(
        [
            new Document.Text("See "),
            new Emphasis([new Document.Text("here,")]),
            new NoteCall(note, false),
            new Document.Text(" "),
            new Foreign([new Document.Text("là")]) { Language = "fr" },
            new Document.Text(" p. "),
            new CrossReference([], "x", ReferenceForm.Page),
            new Document.Text("."),
        ])
        { Ordinal = 7 };
        var structure = new Structure();
        var sheet = StyleSheet.Load(Assets, "classic", StyleMedium.Print, []);
        var collector = new TextCollector(sheet, FontLibrary.Load(Assets, []), new Numbers(), new Labels());
        var text = collector.Collect(paragraph, ElementNames.Of(paragraph).Within(new StyledElement("body", [], null, null)), "en-US", 3, structure);

        Assert.Equal("See here,12 là p. 99.", text.Characters);
        Assert.Equal(0, text.Runs[0].Start);
        Assert.All(text.Runs.Zip(text.Runs.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.Equal(text.Characters.Length, text.Runs[^1].End);

        var call = Assert.Single(text.Marks);
        Assert.Equal((MarkKind.NoteCall, 9, 11), (call.Kind, call.Offset, call.End));
        Assert.Equal([StructureRole.Reference, StructureRole.Span, StructureRole.Link], structure.Roles);
        Assert.True(text.Runs.Single(r => r.Start == 4).Style.Italic);
        var number = text.Runs.Single(r => r.Start == 9);
        Assert.Null(number.Source);
        Assert.IsType<NoteCall>(number.Link);
        Assert.Equal(number.Style.Size, number.Size); // the face has superior figures
        Assert.Equal("fr", text.Runs.Single(r => r.Start == 12).Language);
        Assert.Equal(new TextPosition(7, 10), text.Runs.Single(r => r.Start == 12).Source); // note numbers aren't in the model's text
        var sequences = text.Runs.Select(r => r.Structure.Sequence).ToList();
        Assert.Equal(sequences.Order(), sequences);
    }

    [Fact]
    public void A_character_no_face_has_is_said_once()
    {
        var sheet = StyleSheet.Load(Assets, "classic", StyleMedium.Print, []);
        var collector = new TextCollector(sheet, FontLibrary.Load(Assets, []), new Numbers(), new Labels());
        var origin = new TextOrigin(new StyledElement("p", [], null, null), "en");
        collector.Generate("\uE0F0 and \uE0F0", origin, null);
        Assert.Equal("TYP002", Assert.Single(collector.Diagnostics).Code);
    }

    private sealed class Numbers : INoteNumbers
    {
        public string TextOf(NoteCall call) => "12";
    }

    private sealed class Labels : IPageLabels
    {
        public string TextOf(CrossReference reference) => "99";
    }

    private sealed class Structure : IStructureBuilder
    {
        private int sequence;

        public List<StructureRole> Roles { get; } = [];

        public int Add(int parent, StructureRole role, string? language = null, string? actualText = null, string? alternativeText = null, string? id = null, string? expansion = null)
        {
            sequence++;
            Roles.Add(role);
            return 100 + Roles.Count;
        }

        public int NextSequence() => ++sequence;
    }
}
