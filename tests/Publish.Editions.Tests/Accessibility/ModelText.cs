using System.Collections.Immutable;
using System.Text;
using Publish.Document;

namespace Publish.Editions.Tests.Accessibility;

/// <summary>
/// The words of a book in reading order, as its model has them: what a tagged edition must give back. What only the edition knows is left open:
/// <see cref="Label"/> stands for a word of it (a page, a note's number, a list's mark), <see cref="Labels"/> for any number of words.
/// </summary>
public sealed class ModelText
{
    /// <summary>Stands for some characters without white space.</summary>
    public const char Label = '\uE001';

    /// <summary>Stands for any words.</summary>
    public const char Labels = '\uE002';

    private readonly Book _book;
    private readonly StringBuilder _text = new();

    private ModelText(Book book) => _book = book;

    /// <summary>The words.</summary>
    public static string[] Of(Book book)
    {
        var model = new ModelText(book);
        foreach (var section in book.Sections)
        {
            model.Section(section);
        }

        return Words(model._text.ToString());
    }

    /// <summary>Words of a text: what white space divides, marks that print nothing left out.</summary>
    public static string[] Words(string text) =>
        new string([.. text.Where(c => c is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF'))]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Compares the words found with those of a model; null where they are the same, else where they part.</summary>
    public static string? Difference(IReadOnlyList<string> model, IReadOnlyList<string> found)
    {
        var at = 0;
        for (var i = 0; i < model.Count; i++)
        {
            var expected = model[i];
            if (expected == Labels.ToString())
            {
                if (i + 1 < model.Count && model[i + 1] == expected)
                {
                    continue;
                }

                var next = i + 1 < model.Count ? model[i + 1] : null;
                var end = at;
                while (next is not null && (end == found.Count || !Fits(next, found[end])))
                {
                    if (end == found.Count || end - at > 60)
                    {
                        return $"after “{Around(model, i)}” no “{next}” comes in “{Around(found, at)}”";
                    }

                    end++;
                }

                at = next is null ? found.Count : end;
            }
            else if (at < found.Count && Fits(expected, found[at]))
            {
                at++;
            }
            else
            {
                return $"the model has “{Around(model, i)}”, the file “{Around(found, at)}”";
            }
        }

        return at == found.Count ? null : $"the file goes on with “{Around(found, at)}”";
    }

    private static bool Fits(string pattern, string word)
    {
        if (!pattern.Contains(Label, StringComparison.Ordinal))
        {
            return pattern == word;
        }

        var parts = pattern.Split(Label);
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var found = i == 0 ? (word.StartsWith(parts[0], StringComparison.Ordinal) ? 0 : -1)
                : i == parts.Length - 1 ? (word.EndsWith(parts[i], StringComparison.Ordinal) && word.Length - parts[i].Length >= at ? word.Length - parts[i].Length : -1)
                : word.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return true;
    }

    private static string Around(IReadOnlyList<string> words, int at) => string.Join(' ', words.Skip(Math.Max(0, at - 4)).Take(10));

    private void Section(Section section)
    {
        Line(section.Title);
        Line(section.Subtitle);
        Blocks(section.Blocks);
        foreach (var inner in section.Sections)
        {
            Section(inner);
        }
    }

    private void Blocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Block(block);
        }
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case TextBlock text:
                Line(text.Content);
                break;
            case CodeBlock code:
                _text.Append(code.Value).Append('\n');
                break;
            case ItemList list:
                foreach (var item in list.Items)
                {
                    _text.Append(list.Marker == ListMarker.None ? "" : $"{Label}\n");
                    Blocks(item.Blocks);
                }

                break;
            case ContentsList contents:
                foreach (var section in _book.Sections)
                {
                    Contents(section, 1, contents.Depth);
                }

                break;
            case IndexList index:
                foreach (var entry in index.Entries)
                {
                    Index(entry);
                }

                break;
            default:
                Blocks(Walk.Children(block));
                break;
        }
    }

    private void Contents(Section section, int level, int depth)
    {
        if (section.Listed)
        {
            Entry(section.Title, section.NavigationTitle);
            foreach (var heading in section.Blocks.OfType<Heading>().Where(heading => heading.Id is not null && heading.Level + level - 1 <= depth))
            {
                Entry(heading.Content, "");
            }
        }

        foreach (var inner in section.Sections)
        {
            Contents(inner, section.Listed ? level + 1 : level, depth);
        }
    }

    private void Entry(ImmutableArray<Inline> title, string fallback)
    {
        var words = Bare(title);
        _text.Append(words.Length == 0 ? fallback : words).Append(' ').Append(Label).Append('\n');
    }

    private void Index(IndexEntry entry)
    {
        // A style may set a letter above those that begin with it, and say a headword again at the head of a column.
        var stop = entry.Locators.IsEmpty ? "." : "";
        _text.Append(Labels).Append(' ').Append(Bare(entry.Locators.IsEmpty ? entry.Term : IndexPunctuation.WithComma(entry.Term, _book.Metadata.Language))).Append(entry.Locators.IsEmpty ? "" : $" {Labels}");
        _text.Append(entry.See is { } see ? $"{stop} See {see}" : "").Append(entry.SeeAlso.IsDefaultOrEmpty ? "" : $"{stop} See also {string.Join("; ", entry.SeeAlso)}").Append('\n');
        foreach (var inner in entry.Entries)
        {
            Index(inner);
        }
    }

    private void Line(ImmutableArray<Inline> content)
    {
        Inlines(content, withNotes: true);
        _text.Append('\n');
        foreach (var note in Walk.NotesOf(content))
        {
            _text.Append(Label).Append('\n');
            Blocks(note.Blocks);
        }
    }

    private string Bare(ImmutableArray<Inline> content)
    {
        var start = _text.Length;
        Inlines(content, withNotes: false);
        var words = _text.ToString(start, _text.Length - start);
        _text.Length = start;
        return words.Trim();
    }

    private void Inlines(ImmutableArray<Inline> content, bool withNotes)
    {
        foreach (var inline in content)
        {
            switch (inline)
            {
                case Text text:
                    _text.Append(text.Value);
                    break;
                case Code code:
                    _text.Append(code.Value);
                    break;
                case LineBreak:
                    _text.Append('\n');
                    break;
                case NoteCall:
                    _text.Append(withNotes ? Label.ToString() : "");
                    break;
                case CrossReference { Form: ReferenceForm.Page or ReferenceForm.PageAndLine }:
                    _text.Append(Label);
                    break;
                case CrossReference { Form: ReferenceForm.Number } numbered when TargetNumbers.Of(_book).TryGetValue(numbered.TargetId, out var number):
                    _text.Append(number);
                    break;
                case CrossReference { Form: not ReferenceForm.Text } or CrossReference { Content.IsEmpty: true }:
                    _text.Append(TitleOf(((CrossReference)inline).TargetId));
                    break;
                case InlineContainer container:
                    Inlines(container.Content, withNotes);
                    break;
                default:
                    break;
            }
        }
    }

    private string TitleOf(string id)
    {
        var section = Walk.Sections(_book).FirstOrDefault(section => section.Id == id);
        return section is not null ? Bare(section.Title) : Walk.Blocks(_book).OfType<TextBlock>().FirstOrDefault(block => block.Id == id) is { } block ? Bare(block.Content) : Labels.ToString();
    }
}
