using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;
using Publish.Styles;

namespace Publish.Epub.Content;

/// <summary>Writes the blocks of a section as XHTML.</summary>
internal sealed partial class ContentWriter(BookPlan plan, PictureShelf pictures, string file, XhtmlWriter x)
{
    // A size of text that widths of print are said in, and the pixels a browser gives an em.
    private const decimal PixelsPerEm = 16;
    private static readonly Length UsualSize = Length.FromPoints(11);

    private PageCursor? contentsPages;
    private bool drama;
    private bool epigraph;

    /// <summary>Writes the title, the subtitle and the blocks of a section, or those of its part.</summary>
    public void SectionContent(PlannedFile planned)
    {
        drama = Drama.Is(planned.Section);
        epigraph = planned.Section.Kind == SectionKind.Epigraph;
        if (planned.Part == 0)
        {
            Title(planned.Section, planned.Stem);
        }

        Blocks(planned.Blocks);
    }

    private void Title(Section section, string stem)
    {
        var title = section.Title;
        PagesBefore(section.Ordinal);
        if (!title.IsDefaultOrEmpty)
        {
            Open("h1", [], null, null).Attribute("id", stem + "-title");
            Inlines(title, null);
            x.End().Line();
        }

        if (!section.Subtitle.IsDefaultOrEmpty)
        {
            Open("p", ElementNames.SectionSubtitle.Classes, null, null).Attribute("epub:type", "subtitle").Attribute("role", "doc-subtitle");
            Inlines(section.Subtitle, null);
            x.End().Line();
        }
    }

    /// <summary>Writes blocks one after the other.</summary>
    public void Blocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            WriteBlock(block);
        }
    }

    /// <summary>Writes a paragraph that begins with something generated.</summary>
    public void ParagraphAfter(Paragraph paragraph, Action lead)
    {
        Open(paragraph);
        lead();
        TextContent(paragraph);
        x.End().Line();
    }

    private void WriteBlock(Block block)
    {
        if (block is Heading or not (TextBlock or CodeBlock or IndexList or ContentsList))
        {
            PagesBefore(block.Ordinal);
        }

        switch (block)
        {
            case Heading heading:
                var planned = plan.Of(heading);
                Open("h" + planned.Level.ToString(CultureInfo.InvariantCulture), heading.Classes, null, heading.Language).Attribute("id", planned.Id);
                Inlines(heading.Content, null);
                x.End().Line();
                break;
            case VerseLine line:
                var classes = NameOf(line).Classes;
                Open("p", line.Indent > 0 ? classes.Add("indent-" + Math.Min(8, line.Indent).ToString(CultureInfo.InvariantCulture)) : classes, line.Id, line.Language);
                TextContent(line);
                x.End().Line();
                break;
            case TextBlock text:
                Open(text);
                TextContent(text);
                x.End().Line();
                break;
            case BlockQuotation q:
                Container(q, q.Attribution is { } a ? q.Blocks.Append(a) : q.Blocks);
                break;
            case Epigraph e:
                // Where the section is the epigraph's, it has said so.
                Open(e).Attribute("epub:type", epigraph ? null : "epigraph").Attribute("role", epigraph ? null : "doc-epigraph").Line();
                Blocks(e.Attribution is { } by ? e.Blocks.Append(by) : e.Blocks);
                x.End().Line();
                break;
            case ItemList list:
                WriteList(list);
                break;
            case DefinitionList definitions:
                WriteDefinitions(definitions);
                break;
            case Table table:
                WriteTable(table);
                break;
            case Figure figure:
                WriteFigure(figure);
                break;
            case CodeBlock code:
                Open(code).Start("code");
                WriteText(code.Value, CursorOf(code.Ordinal), literal: true);
                x.End().End().Line();
                break;
            case ThematicBreak rule:
                Open(rule).End().Line();
                break;
            case ContentsList { Of: not ContentsKind.Sections } list:
                WriteCaptions(list);
                break;
            case ContentsList:
                // The contents are the navigation document itself, which writes its list where this block stands.
                contentsPages ??= CursorOf(block.Ordinal);
                break;
            case IndexList index:
                WriteIndex(index);
                break;
            default:
                Container(block, Walk.Children(block));
                break;
        }
    }

    /// <summary>A list of figures or tables: their captions, each a link to its place.</summary>
    private void WriteCaptions(ContentsList list)
    {
        plan.Log?.ShowsBook();
        var pages = CursorOf(list.Ordinal);
        Open(list).Line().Start("ul").Attribute("class", "captions").Line();
        foreach (var (id, caption) in ContentsList.Captions(plan.Book, list.Of))
        {
            x.Start("li");
            Flush(pages, caption.Ordinal);
            if (plan.Find(id) is { } anchor)
            {
                x.Start("a").Attribute("href", Href(anchor.File, anchor.Id)).Text(PlainText.Of(caption.Content).Trim()).End();
            }
            else
            {
                x.Text(PlainText.Of(caption.Content).Trim());
            }

            x.End().Line();
        }

        x.End().Line();
        Flush(pages, int.MaxValue);
        x.End().Line();
    }

    private void Container(Block block, IEnumerable<Block> children)
    {
        Open(block).Line();
        Blocks(children);
        x.End().Line();
    }

    private void WriteList(ItemList list)
    {
        Open(list);
        if (list.Marker is not (ListMarker.Bullet or ListMarker.None))
        {
            x.Attribute("type", list.Marker switch { ListMarker.LowerAlpha => "a", ListMarker.UpperAlpha => "A", ListMarker.LowerRoman => "i", ListMarker.UpperRoman => "I", _ => null });
            x.Attribute("start", list.Start == 1 ? null : list.Start.ToString(CultureInfo.InvariantCulture));
        }

        x.Line();
        foreach (var item in list.Items)
        {
            Open(item);
            Flow(item.Blocks, list.Tight);
            x.End().Line();
        }

        x.End().Line();
    }

    private void WriteDefinitions(DefinitionList definitions)
    {
        Open(definitions).Line();
        foreach (var entry in definitions.Entries)
        {
            Blocks(entry.Terms);
            foreach (var definition in entry.Definitions)
            {
                var name = ElementNames.Definition(definition);
                Open(name.Name, name.Classes, definition.Id, definition.Language);
                Flow(definition.Blocks, true);
                x.End().Line();
            }
        }

        x.End().Line();
    }

    private void WriteTable(Table table)
    {
        // The frame is what the table's width is measured against on a narrow screen.
        x.Start("div").Attribute("class", "table " + (table.Columns.Length is >= 1 and <= 4 ? "columns-" + table.Columns.Length.ToString(CultureInfo.InvariantCulture) : "columns-many")).Line();
        Open(table).Line();
        if (table.Caption is { } caption)
        {
            var name = ElementNames.Of(caption, true);
            Open(name.Name, name.Classes, caption.Id, caption.Language);
            TextContent(caption);
            x.End().Line();
        }

        Rows("thead", table.Head, table);
        Rows("tbody", table.Body, table);
        x.End().Line().End().Line();
    }

    private void Rows(string part, ImmutableArray<TableRow> rows, Table table)
    {
        if (rows.IsDefaultOrEmpty)
        {
            return;
        }

        x.Start(part).Line();
        foreach (var row in rows)
        {
            Open(row);
            var column = 0;
            foreach (var cell in row.Cells)
            {
                var alignment = column < table.Columns.Length ? table.Columns[column].Alignment : ColumnAlignment.Default;
                var name = ElementNames.Of(cell, part == "thead", alignment);
                var headsRow = part != "thead" && column == 0 && table.HeadsRows;

                // A head without a word is none (WCAG 2.1, technique H51): the corner over the heads of rows.
                var corner = part == "thead" && cell.Blocks.All(block => block is Paragraph { Content.IsEmpty: true });
                Open(headsRow ? "th" : corner ? "td" : name.Name, headsRow ? name.Classes.Add("row-head") : name.Classes, cell.Id, cell.Language);
                x.Attribute("scope", corner ? null : part == "thead" ? "col" : headsRow ? "row" : null).Attribute("data-label", part == "thead" ? null : HeadOf(table, column, cell));
                x.Attribute("colspan", cell.ColumnSpan > 1 ? cell.ColumnSpan.ToString(CultureInfo.InvariantCulture) : null);
                x.Attribute("rowspan", cell.RowSpan > 1 ? cell.RowSpan.ToString(CultureInfo.InvariantCulture) : null);
                Flow(cell.Blocks, true);
                x.End();
                column += Math.Max(1, cell.ColumnSpan);
            }

            x.End().Line();
        }

        x.End().Line();
    }

    // The words over a column, for where the cells stand one under the other.
    private static string? HeadOf(Table table, int column, TableCell cell) =>
        table.Head is [var head] && head.Cells.Length == table.Columns.Length && cell.ColumnSpan == 1 && cell.Blocks.Length > 0 && column < head.Cells.Length
        && string.Join(' ', Texts(head.Cells[column].Blocks).Select(b => PlainText.Of(b.Content))).Trim() is { Length: > 0 } label ? label : null;

    // Without those of notes.
    private static IEnumerable<TextBlock> Texts(IEnumerable<Block> blocks) => blocks.SelectMany(block => block is TextBlock text ? [text] : Texts(Walk.Children(block)));

    // A paragraph alone in an item or a cell needs no element of its own.
    private void Flow(ImmutableArray<Block> blocks, bool tight)
    {
        if (tight && blocks.Length > 0 && blocks[0] is Paragraph { Id: null, Language: null } only && only.Classes.IsDefaultOrEmpty && (blocks.Length == 1 || blocks[1] is ItemList))
        {
            TextContent(only);
            Blocks(blocks.Skip(1));
        }
        else
        {
            Blocks(blocks);
        }
    }

    private void WriteFigure(Figure figure)
    {
        Open(figure);
        Image(figure.Picture, null);
        if (figure.Caption is { } caption)
        {
            var name = ElementNames.Of(caption, false);
            Open(name.Name, name.Classes, caption.Id, caption.Language);
            TextContent(caption);
            x.End();
        }

        x.End().Line();
    }

    private void Image(Picture picture, Node? node)
    {
        var placed = pictures.Take(picture);
        plan.Log?.Took(picture, placed);
        if (placed is not null)
        {
            x.Start("img").Attribute("id", node?.Id is { } id ? WrittenId(id) : null).Attribute("src", placed.Name).Attribute("alt", picture.Decorative ? "" : picture.AlternativeText);
            if (picture.Decorative)
            {
                x.Attribute("role", "presentation");
            }

            if (SizeOf(picture, placed, inLine: node is not null) is { Length: > 0 } size)
            {
                x.Attribute("style", size);
            }

            x.End();
        }
        else
        {
            // The missing file has been reported; its words still stand for it.
            x.Start("span").Attribute("class", "missing-picture").Text(picture.AlternativeText).End();
        }
    }

    /// <summary>Marks the pages that begin in the list of contents with an entry, or before it.</summary>
    /// <param name="ordinal">The number of the section or heading that it lists.</param>
    public void PagesAtEntry(int ordinal) => Flush(contentsPages, ordinal);

    /// <summary>Marks the pages that begin with the title of the notes at the end of the book.</summary>
    public void PagesAtNotes()
    {
        foreach (var start in plan.TakeNotesPages())
        {
            Marker(start);
        }
    }

    // The room a picture takes is kept before it comes, so that what a link leads to stands still. One in a line is as high as the line.
    private static string SizeOf(Picture picture, ShelvedPicture placed, bool inLine)
    {
        var width = picture.Width is { PerMille: { } share } ? (share / 10m).ToString("0.#", CultureInfo.InvariantCulture) + "%"
            : picture.Width is { Absolute: { } length } ? (length.Scaled / (decimal)UsualSize.Scaled).ToString("0.##", CultureInfo.InvariantCulture) + "em"
            : placed.Size is { Width: var pixels } && !inLine ? (pixels / PixelsPerEm).ToString("0.##", CultureInfo.InvariantCulture) + "em"
            : "";
        return width.Length == 0 ? "" : "width: " + width + (placed.Size is { } size && !inLine ? string.Create(CultureInfo.InvariantCulture, $"; aspect-ratio: {size.Width} / {size.Height}") : "");
    }

    private void PagesBefore(int ordinal)
    {
        if (plan.TakePages(ordinal) is { } starts)
        {
            foreach (var start in starts)
            {
                Marker(start);
            }
        }
    }

    private void Marker(PageStart page)
    {
        x.Start("span").Attribute("id", page.Id).Attribute("epub:type", "pagebreak").Attribute("role", "doc-pagebreak").Attribute("aria-label", EpubWords.With(plan.Words.Page, page.Label)).End();
        plan.Markers.Add(new PageMarker(page.Label, file, page.Id));
    }

    private XhtmlWriter Open(Block block)
    {
        var name = NameOf(block);
        return Open(name.Name, name.Classes, block.Id, block.Language);
    }

    private ElementName NameOf(Block block) => drama ? Drama.Of(ElementNames.Of(block), block) : ElementNames.Of(block);

    private XhtmlWriter Open(string name, ImmutableArray<string> classes, string? id, string? language)
    {
        x.Start(name).Attribute("id", id is null ? null : WrittenId(id));
        if (!classes.IsDefaultOrEmpty)
        {
            x.Attribute("class", string.Join(' ', classes.Distinct(StringComparer.Ordinal)));
        }

        return x.Attribute("lang", language).Attribute("xml:lang", language);
    }

    private string WrittenId(string id) => plan.Find(id)?.Id ?? BookPlan.SafeId(id);
}
