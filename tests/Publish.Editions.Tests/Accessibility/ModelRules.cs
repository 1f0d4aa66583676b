using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Editions.Tests.Accessibility;

/// <summary>
/// What only who has the model can decide: whether the tags mean what the book means (the Matterhorn Protocol's human checks as far as that), judged on the finished file.
/// </summary>
public static class ModelRules
{
    /// <summary>The rules, as the ledger names them.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["06-title", "09-words", "11-foreign", "11-abbreviation", "13-says", "13-caption", "14-heading", "15-heads", "16-numbering", "19-note", "27-entries"];

    /// <summary>Every barrier of a file, beside the book it was made from.</summary>
    public static IReadOnlyList<Barrier> Judge(TaggedFile file, Book book)
    {
        var barriers = new List<Barrier>();
        var blocks = Walk.Blocks(book).ToList();
        var elements = file.Elements.ToList();
        var inlines = Walk.Sections(book).SelectMany(section => Walk.Inlines(section.Title)).Concat(blocks.OfType<TextBlock>().SelectMany(block => Walk.Inlines(block.Content))).ToList();
        if (file.Title != book.Metadata.Title)
        {
            barriers.Add(new Barrier("06-title", $"the file is called “{file.Title}”, the book “{book.Metadata.Title}”"));
        }

        if (ModelText.Difference(ModelText.Of(book), ModelText.Words(file.Root.Text)) is { } difference)
        {
            barriers.Add(new Barrier("09-words", difference));
        }

        var spoken = elements.Where(element => element.Language is not null).ToLookup(element => element.Language!, element => StructureReport.Squeezed(element.Text), StringComparer.Ordinal);
        foreach (var foreign in inlines.OfType<InlineContainer>().Where(inline => inline.Language is not null && Plain(inline)))
        {
            var words = StructureReport.Squeezed(PlainText.Of(foreign.Content));
            if (words.Length > 0 && !spoken[foreign.Language!].Any(text => text.Contains(words, StringComparison.Ordinal)))
            {
                barriers.Add(new Barrier("11-foreign", $"nothing says that “{PlainText.Of(foreign.Content)}” is {foreign.Language}"));
            }
        }

        foreach (var block in blocks.OfType<TextBlock>().Where(block => block.Language is not null))
        {
            var words = Words(block.Content);
            if (words.Length > 0 && !spoken[block.Language!].Any(text => text.Contains(words, StringComparison.Ordinal)))
            {
                barriers.Add(new Barrier("11-foreign", $"nothing says that “{PlainText.Of(block.Content)}” is {block.Language}"));
            }
        }

        Same("11-abbreviation", inlines.OfType<Abbreviation>().Where(inline => inline.Expansion is { Length: > 0 }).Select(inline => $"{PlainText.Of(inline.Content)}: {inline.Expansion}"),
            elements.Where(element => element.Expansion is not null).Select(element => $"{element.Text.Trim()}: {element.Expansion}"));

        // As many times as the model has it; the order is that of the words.
        Same("13-says", blocks.OfType<Figure>().Where(figure => !figure.Picture.Decorative).Select(figure => figure.Picture.AlternativeText)
            .Concat(inlines.OfType<InlineImage>().Where(image => !image.Picture.Decorative).Select(image => image.Picture.AlternativeText)).Where(text => text.Length > 0),
            elements.Where(element => element.Type == "Figure").Select(figure => figure.Alternative ?? ""), extra: blocks.OfType<Figure>().Count(figure => figure.Picture is { Decorative: true } && figure.Caption is not null));
        Same("13-caption", blocks.OfType<Caption>().Select(caption => Words(caption.Content)), elements.Where(element => element.Type == "Caption").Select(TextOf));
        Same("14-heading", Walk.Sections(book).Select(section => Words(section.Title)).Concat(blocks.OfType<Heading>().Select(heading => Words(heading.Content))).Where(words => words.Length > 0), elements.Where(element => element.IsHeading).Select(TextOf));
        var tables = blocks.OfType<Table>().ToList();
        Same("15-heads", tables.SelectMany(table => table.Head).SelectMany(row => row.Cells).Select(cell => "Column " + CellText(cell)).Concat(tables.Where(table => table.HeadsRows).SelectMany(table => table.Body).Select(row => "Row " + CellText(row.Cells[0]))),
            elements.Where(element => element.Type == "TH").Select(cell => cell.Attributes.GetValueOrDefault("Scope", "") + " " + TextOf(cell)));
        Same("16-numbering", blocks.OfType<ItemList>().Select(list => NumberingOf(list.Marker)), elements.Where(element => element.Type == "L" && element.Attributes.ContainsKey("ListNumbering")).Select(list => list.Attributes["ListNumbering"]));
        Same("19-note", Walk.Notes(book).Select(note => TextOf(note.Blocks)).Select(Start),
            elements.Where(element => element.Type == "Note").Select(note => StructureReport.Squeezed(string.Concat(note.Elements.Where(kid => kid.Type is not ("Lbl" or "Note")).Select(kid => Bare(kid))))).Select(Start));
        Same("27-entries", StructureReport.EntriesOf(book).Select(StructureReport.Squeezed), elements.Where(element => element.Type == "TOCI").Select(entry => StructureReport.Squeezed(entry.SelfAndInner.First(part => part.Type == "Link").Text)));
        return barriers;

        void Same(string rule, IEnumerable<string> expected, IEnumerable<string> found, int extra = 0)
        {
            var left = found.ToList();
            foreach (var one in expected)
            {
                if (!left.Remove(one))
                {
                    barriers.Add(new Barrier(rule, $"“{one}” is missing"));
                }
            }

            if (left.Count != extra)
            {
                barriers.Add(new Barrier(rule, $"{left.Count} that the book doesn't have: “{string.Join("”, “", left.Take(3))}”"));
            }
        }
    }

    // What holds a place for something else has other words on the page.
    private static bool Plain(InlineContainer inline) => Walk.Inlines(inline.Content).All(inner => inner is not (NoteCall or CrossReference));

    // The words of a text as a page shows them, as far as no place in the book is named: what stands there only the pages know.
    private static string Words(ImmutableArray<Inline> content) => StructureReport.Squeezed(PlainText.Of([.. content.TakeWhile(inline => inline is not CrossReference)]));

    private static string CellText(TableCell cell) => TextOf(cell.Blocks);

    // Without the notes that are called in them.
    private static string TextOf(IEnumerable<Block> blocks) => string.Concat(blocks.Select(block => block is TextBlock text ? Words(text.Content) : TextOf(Walk.Children(block))));

    private static string TextOf(TaggedElement element) => StructureReport.Squeezed(Bare(element));

    // Without the calls of notes and the notes themselves.
    private static string Bare(TaggedElement element) => string.Concat(element.Kids.Select(kid => kid switch
    {
        TaggedText text => text.Text,
        TaggedElement { Type: "Note" } => "",
        TaggedElement { Type: "Reference" } call when call.Elements.All(inner => inner.Type == "Link") && call.Text.Trim().Length < 4 => "",
        TaggedElement inner => Bare(inner),
        _ => "",
    }));

    private static string Start(string text) => text.Length > 24 ? text[..24] : text;

    // ISO 32000-1, table 347.
    private static string NumberingOf(ListMarker marker) => marker switch
    {
        ListMarker.Bullet => "Disc",
        ListMarker.None => "None",
        _ => marker.ToString(),
    };
}
