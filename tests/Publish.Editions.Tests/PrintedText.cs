using System.Buffers;
using System.Text;
using Publish.Document;

namespace Publish.Editions.Tests;

/// <summary>
/// Holds the text that a reader takes from a PDF against the model's. Every line of the PDF must go on with, or begin, the text of a block (its words joined, a hyphen at the
/// line's end left out or kept), and every block must be told to its end. What else may stand on a page is its head and foot, and figures in the margin.
/// </summary>
internal sealed class PrintedText
{
    // What the number of a note or a page is made of.
    private static readonly SearchValues<char> Numbering = SearchValues.Create("0123456789IVXLC*†‡§–-,");

    /// <summary>Stands for what the setting makes up: the number of a note, a page.</summary>
    private const char Made = '\uE000';

    /// <summary>How many blocks ahead of the first that isn't told yet a line may begin: notes and figures wait for the foot or the next page.</summary>
    private const int Ahead = 80;

    private readonly List<Told> blocks = [];
    private readonly List<string> unknown = [];
    private int first;

    private PrintedText(Book book)
    {
        foreach (var section in Walk.Sections(book))
        {
            Add(section.Title);
            foreach (var block in Walk.Blocks(Walk.NotesOf(section.Title).SelectMany(n => n.Blocks)).Concat(Walk.Blocks(section.Blocks)))
            {
                if (block is TextBlock text)
                    Add(text.Content);
                else if (block is CodeBlock code)
                    Add([new Document.Text(code.Value)]);
            }
        }
    }

    /// <summary>Blocks whose text the PDF doesn't have, or not to its end.</summary>
    public IEnumerable<string> Missing => blocks.Where(b => b.At < b.Text.Length).Select(b => b.At == 0 ? b.Text : $"{b.Text[..b.At]} | {b.Text[b.At..]}");

    /// <summary>Lines that are no text of the model and stand where only text should.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>Characters told.</summary>
    public int Characters => blocks.Sum(b => b.At);

    /// <summary>Compares.</summary>
    /// <param name="book">The model.</param>
    /// <param name="pdf">What pdftotext -raw gives: lines in the order of the text, pages parted by form feeds.</param>
    public static PrintedText Compare(Book book, string pdf)
    {
        var result = new PrintedText(book);
        foreach (var page in pdf.Split('\f'))
            result.Read([.. page.Split('\n').Select(Bare).Where(l => l.Length > 0)]);
        return result;
    }

    private void Add(System.Collections.Immutable.ImmutableArray<Inline> content)
    {
        var text = new StringBuilder();
        Append(content, text);
        var bare = Bare(text.ToString());
        if (bare.Trim(Made).Length > 0)
            blocks.Add(new Told(bare));
    }

    private static void Append(IEnumerable<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case NoteCall or CrossReference { Form: not ReferenceForm.Text } or CrossReference { Content.IsEmpty: true }:
                    text.Append(Made);
                    break;
                case InlineContainer container:
                    Append(container.Content, text);
                    break;
                default:
                    text.Append(PlainText.Of([inline]));
                    break;
            }
        }
    }

    private static string Bare(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\uFFFC' or '\u200E' or '\u200F'))).ToUpperInvariant();

    private void Read(List<string> lines)
    {
        var told = new List<bool>();
        foreach (var line in lines)
            told.Add(Tell(line, 0) || Tell(line.TrimStart([.. "0123456789.)•–IVXL*†‡§"]), 0) || Tell(line.TrimEnd([.. "0123456789"]), 0));
        // Pages of contents, titles and index are made up as a whole.
        if (told.Count(t => t) < 3)
            return;
        for (var i = 1; i < lines.Count - 1; i++)
        {
            if (!told[i] && !lines[i].All(char.IsDigit))
                unknown.Add(lines[i]);
        }
    }

    /// <summary>Goes on with a block that has begun, or begins one.</summary>
    private bool Tell(string line, int depth)
    {
        if (line.Length == 0)
            return depth > 0;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = first; i < Math.Min(blocks.Count, first + Ahead); i++)
            {
                var block = blocks[i];
                if (block.At == block.Text.Length || (block.At > 0) != (pass == 0))
                    continue;
                var (read, at) = Match(line, 0, block.Text, block.At);
                // A line goes on past the end of a block only in the cells of a table and after a term.
                if (read == 0 || (read < line.Length && (at < block.Text.Length || depth > 8)))
                    continue;
                var before = block.At;
                block.At = at;
                if (read == line.Length || Tell(line[read..], depth + 1))
                {
                    while (first < blocks.Count && blocks[first].At == blocks[first].Text.Length)
                        first++;
                    return true;
                }

                block.At = before;
            }
        }

        return false;
    }

    /// <summary>How far a line and a block agree: to the end of one of them, or not at all.</summary>
    private static (int Read, int At) Match(string line, int read, string text, int at)
    {
        while (true)
        {
            if (at == text.Length)
                return (read, at);
            if (text[at] == Made)
            {
                for (var length = 0; length <= 8 && read + length <= line.Length && line.AsSpan(read, length).IndexOfAnyExcept(Numbering) < 0; length++)
                {
                    if (Match(line, read + length, text, at + 1) is { Read: > 0 } found)
                        return found;
                }

                return (0, at);
            }

            if (read == line.Length)
                return (read, at);
            if (line[read] == text[at])
            {
                (read, at) = (read + 1, at + 1);
                continue;
            }

            return read == line.Length - 1 && line[read] is '-' or '\u2010' ? (read + 1, at) : (0, at);
        }
    }

    private sealed class Told(string text)
    {
        public string Text { get; } = text;

        public int At { get; set; }
    }
}
