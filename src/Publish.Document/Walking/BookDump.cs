using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Publish.Document;

/// <summary>A book's tree as text, one node a line, for tests and for looking at what was read. Not a format: it may change from version to version.</summary>
public static class BookDump
{
    /// <summary>Sections with all inside them.</summary>
    public static string Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var text = new StringBuilder();
        foreach (var section in book.Sections)
        {
            Section(text, section, 0);
        }

        return text.ToString();
    }

    /// <summary>Blocks with all inside them.</summary>
    public static string Of(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            Block(text, block, 0);
        }

        return text.ToString();
    }

    /// <summary>Running text on one line.</summary>
    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        var notes = new List<Note>();
        Inlines(text, inlines, notes);
        return text.ToString();
    }

    private static void Section(StringBuilder text, Section section, int depth)
    {
        Line(text, depth, Invariant($"{section.Kind} ({section.Matter}){Attributes(section)} \"{Of(section.Title)}\""));
        if (!section.Subtitle.IsEmpty)
        {
            Line(text, depth + 1, Invariant($"Subtitle \"{Of(section.Subtitle)}\""));
        }

        Notes(text, section.Title, depth + 1);
        foreach (var block in section.Blocks)
        {
            Block(text, block, depth + 1);
        }

        foreach (var inner in section.Sections)
        {
            Section(text, inner, depth + 1);
        }
    }

    private static void Block(StringBuilder text, Block block, int depth)
    {
        var details = block switch
        {
            Heading h => Invariant($" {h.Level}"),
            VerseLine { Indent: > 0 } l => Invariant($" +{l.Indent}"),
            Paragraph { Continued: true } => " continued",
            Paragraph { Number: { } n } => " n=" + n,
            LetterPart l => Invariant($" {l.Kind}"),
            ItemList l => Invariant($" {l.Marker} {l.Start}{(l.Tight ? " tight" : "")}"),
            Table t => " " + string.Join(", ", t.Columns.Select(c => c.PerMille is { } share ? Invariant($"{c.Alignment} {share}") : c.Alignment.ToString())),
            TableCell { ColumnSpan: > 1 } or TableCell { RowSpan: > 1 } => Invariant($" {((TableCell)block).ColumnSpan}x{((TableCell)block).RowSpan}"),
            Figure f => " " + Picture(f.Picture),
            ContentsList { Of: not ContentsKind.Sections } c => " " + c.Of.ToString(),
            ContentsList c => Invariant($" {c.Depth}"),
            CodeBlock c => Invariant($" \"{Escaped(c.Value)}\""),
            _ => "",
        };
        var name = block is TableRow ? "Row" : block is TableCell ? "Cell" : block.GetType().Name;
        var content = block is TextBlock leaf ? Invariant($" \"{Of(leaf.Content)}\"") : "";
        Line(text, depth, name + details + Attributes(block) + content);
        if (block is Table table)
        {
            Rows(text, table, depth + 1);
        }
        else if (block is IndexList index)
        {
            Entries(text, index.Entries, depth + 1);
        }
        else
        {
            foreach (var inner in Walk.Children(block))
            {
                Block(text, inner, depth + 1);
            }
        }

        if (block is TextBlock running)
        {
            Notes(text, running.Content, depth + 1);
        }
    }

    private static void Rows(StringBuilder text, Table table, int depth)
    {
        if (table.Caption is { } caption)
        {
            Block(text, caption, depth);
        }

        foreach (var row in table.Head)
        {
            Line(text, depth, "Head");
            Block(text, row, depth + 1);
        }

        foreach (var row in table.Body)
        {
            Block(text, row, depth);
        }
    }

    private static void Entries(StringBuilder text, ImmutableArray<IndexEntry> entries, int depth)
    {
        foreach (var entry in entries)
        {
            var line = new StringBuilder(Invariant($"\"{Of(entry.Term)}\""));
            foreach (var locator in entry.Locators)
            {
                line.Append(locator.ToId is null ? Invariant($" {locator.FromId}") : Invariant($" {locator.FromId}–{locator.ToId}"));
            }

            line.Append(entry.See is null ? "" : Invariant($" see \"{entry.See}\""));
            foreach (var also in entry.SeeAlso)
            {
                line.Append(Invariant($" see also \"{also}\""));
            }

            Line(text, depth, line.ToString());
            Entries(text, entry.Entries, depth + 1);
        }
    }

    private static void Notes(StringBuilder text, ImmutableArray<Inline> inlines, int depth)
    {
        foreach (var note in Walk.NotesOf(inlines))
        {
            Line(text, depth, Invariant($"Note {note.Number} {note.Series} [{note.Label}]{Attributes(note)}"));
            foreach (var block in note.Blocks)
            {
                Block(text, block, depth + 1);
            }
        }
    }

    private static void Inlines(StringBuilder text, ImmutableArray<Inline> inlines, List<Note> notes)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text t:
                    text.Append(Escaped(t.Value));
                    break;
                case Code c:
                    text.Append(Invariant($"<code {Escaped(c.Value)}>"));
                    break;
                case LineBreak:
                    text.Append("<br>");
                    break;
                case NoteCall n:
                    text.Append(Invariant($"<note {n.Note.Number}{(n.Repeated ? " again" : "")}>"));
                    break;
                case IndexMark m:
                    text.Append(Invariant($"<index {string.Join('!', m.Terms)}{(m.Range == IndexRange.Point ? "" : " " + m.Range)}>"));
                    break;
                case SourcePageMark p:
                    text.Append(Invariant($"<page {p.Label}>"));
                    break;
                case InlineImage i:
                    text.Append(Invariant($"<image {Picture(i.Picture)}>"));
                    break;
                case InlineContainer c:
                    var details = c switch
                    {
                        Link l => " " + l.Target,
                        CrossReference r => Invariant($" #{r.TargetId} {r.Form}"),
                        EmendedText e => Invariant($" {e.Record.Id}"),
                        Abbreviation { Expansion: { } expansion } => Invariant($" ({expansion})"),
                        _ => "",
                    };
                    text.Append('<').Append(c.GetType().Name).Append(details).Append(Attributes(c)).Append(": ");
                    Inlines(text, c.Content, notes);
                    text.Append('>');
                    break;
            }
        }
    }

    private static string Picture(Picture picture)
    {
        var width = picture.Width is not { } asked ? "" : asked.PerMille is { } share ? Invariant($" {share}‰") : " " + asked.Absolute;
        return Invariant($"{picture.Path}{width}{(picture.Decorative ? " decorative" : "")} ({picture.AlternativeText})");
    }

    private static string Attributes(Node node)
    {
        var text = new StringBuilder();
        text.Append(node.Id is null ? "" : Invariant($" #{node.Id}"));
        foreach (var name in node.Classes)
        {
            text.Append(" .").Append(name);
        }

        text.Append(node.Language is null ? "" : Invariant($" lang={node.Language}"));
        return text.ToString();
    }

    private static string Escaped(string value) =>
        value.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\u00A0", "\\u00A0", StringComparison.Ordinal)
            .Replace("\u202F", "\\u202F", StringComparison.Ordinal).Replace("\u00AD", "\\u00AD", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
}
