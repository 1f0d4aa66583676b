using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;
using PageCosts = Publish.Styles.Pages.PageCosts;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>
/// A little language for pages without type: mock blocks of so many lines go in, what stands on which page comes out.
/// <code>
/// page 10 [verso] [used 3] [longer 0] [shorter 0]     lines of a page, the side and the lines taken of the first one
/// text A 6 [or 5:300] [note 2:3] [hyphen 4]           six lines; five at a cost of 300; line 2 calls a note of three lines; line 4 ends in a hyphen
/// head H 2                                            stays with what follows
/// box  B 5 [float] [note 1:3]                         can't be broken; may go to the next page (float-top, float-bottom, float-page: stands there)
/// rows T 9 [head 1]                                   breaks anywhere; its head of one line is repeated
/// any: [before 1] [after 1.5] [sink 3] [stretch 1] [keep] [with-next] [leading 5/6]
/// </code>
/// Pages come out as "1r +1: A1-6 B1-4 | n1:1-3": first page, a recto, a line longer, lines 1 to 6 of A and, at its foot, lines of the first note; what was broken follows "!".
/// </summary>
internal sealed class Geometry
{
    public const long Grid = 12 * Length.Unit;

    private readonly ImmutableArray<VerticalBlock>.Builder blocks = ImmutableArray.CreateBuilder<VerticalBlock>();
    private readonly ImmutableArray<VerticalNote>.Builder notes = ImmutableArray.CreateBuilder<VerticalNote>();

    private Geometry()
    {
    }

    public PageFrame Frame { get; private set; } = new(10, new Length(Grid)) { NoteSeparator = new Length(Grid), NoteContinuation = new Length(Grid) };

    public PageCosts Costs { get; } = new();

    public VerticalList List => new(blocks.ToImmutable(), notes.ToImmutable());

    public static Geometry Parse(string text)
    {
        var geometry = new Geometry();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            geometry.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return geometry;
    }

    /// <summary>The best pages.</summary>
    public PageResult Find() => PageSearch.Find(List, Frame, Costs);

    /// <summary>The best pages, as text.</summary>
    public static string Pages(string text)
    {
        var geometry = Parse(text);
        return geometry.Show(geometry.Find());
    }

    /// <summary>Greedy pages, as text.</summary>
    public static string GreedyPages(string text)
    {
        var geometry = Parse(text);
        return geometry.Show(PageSearch.FindGreedy(geometry.List, geometry.Frame, geometry.Costs));
    }

    public string Show(PageResult result)
    {
        var text = new StringBuilder();
        for (var i = 0; i < result.Pages.Length; i++)
        {
            var page = result.Pages[i];
            text.Append(i + 1).Append(page.Side == PageSide.Recto ? 'r' : 'v');
            if (page.Delta != 0 && (page.Delta > 0 || i < result.Pages.Length - 1))
            {
                text.Append(page.Delta > 0 ? " +" : " ").Append(page.Delta);
            }

            text.Append(':');
            foreach (var portion in page.Blocks)
            {
                text.Append(' ').Append(blocks[portion.Block].Name);
                AppendLines(text, portion.From, portion.To);
            }

            text.Append(page.Notes.IsEmpty ? "" : " |");
            foreach (var portion in page.Notes)
            {
                text.Append(' ').Append(notes[portion.Note].Name).Append(':');
                AppendLines(text, portion.From, portion.To);
            }

            foreach (var cause in page.Charges.Where(c => c.Cause >= PageCause.Uneven).Select(c => c.Cause).Distinct())
            {
                text.Append(" !").Append(cause);
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static void AppendLines(StringBuilder text, int from, int to)
    {
        text.Append(from + 1);
        if (to > from + 1)
        {
            text.Append('-').Append(to);
        }
    }

    private void Add(string[] words)
    {
        if (words[0] == "page")
        {
            Frame = Frame with { Lines = Number(words[1]) };
            for (var i = 2; i < words.Length; i++)
            {
                Frame = words[i] switch
                {
                    "verso" => Frame with { FirstSide = PageSide.Verso },
                    "used" => Frame with { FirstUsed = Number(words[++i]) },
                    "longer" => Frame with { Longer = Number(words[++i]) },
                    "shorter" => Frame with { Shorter = Number(words[++i]) },
                    "slack" => Frame with { NoteSlack = Number(words[++i]) },
                    _ => throw new FormatException(words[i]),
                };
            }

            return;
        }

        AddBlock(words);
    }

    private void AddBlock(string[] words)
    {
        var kind = words[0];
        var counts = new List<(int Lines, int Cost)> { (Number(words[2]), 0) };
        var calls = new List<int>();
        var hyphens = new List<int>();
        var keep = kind is "head" or "box";
        var leading = (1, 1);
        var block = new VerticalBlock([]) { Name = words[1], BreakAfter = kind == "head" ? BreakRule.Keep : BreakRule.Free, Heads = kind == "head", IsText = kind is "head" or "text" };
        for (var i = 3; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "or":
                    counts.Add(Pair(words[++i], ':'));
                    break;
                case "note":
                    var (line, height) = Pair(words[++i], ':');
                    calls.Add(line);
                    notes.Add(new VerticalNote([.. Enumerable.Range(1, height).Select(n => new VerticalLine(new Length(Grid), 0))]) { Name = "n" + (notes.Count + 1).ToString(CultureInfo.InvariantCulture) });
                    break;
                case "hyphen":
                    hyphens.Add(Number(words[++i]));
                    break;
                case "keep":
                    keep = true;
                    break;
                case "with-next":
                    block = block with { BreakAfter = BreakRule.Keep };
                    break;
                case "float":
                    block = block with { Float = FloatPlace.Auto };
                    break;
                case "float-top":
                    block = block with { Float = FloatPlace.Top };
                    break;
                case "float-bottom":
                    block = block with { Float = FloatPlace.Bottom };
                    break;
                case "float-page":
                    block = block with { Float = FloatPlace.Page };
                    break;
                case "sink":
                    block = block with { SpaceBefore = Lines(words[++i]), KeepsSpaceAtTop = true };
                    break;
                case "before":
                    block = block with { SpaceBefore = Lines(words[++i]) };
                    break;
                case "after":
                    block = block with { SpaceAfter = Lines(words[++i]) };
                    break;
                case "stretch":
                    block = block with { MaxStretch = Number(words[++i]) };
                    break;
                case "head":
                    block = block with { RepeatedHead = Lines(words[++i]) };
                    break;
                case "leading":
                    leading = Pair(words[++i], '/');
                    block = block with { OnGrid = false };
                    break;
                default:
                    throw new FormatException(words[i]);
            }
        }

        var before = notes.Count - calls.Count;
        VerticalLine Line(int n, int count) => new(
            new Length(Grid * leading.Item1 / leading.Item2),
            before + calls.Count(call => Math.Min(call, count) <= n),
            n == count || kind == "rows" ? BreakRule.Free : BreakRules.Inside(n, count, 2, 2, keep),
            hyphens.Contains(n));
        blocks.Add(block with
        {
            Variants =
            [
                .. counts.OrderBy(c => c.Lines).Select(c => new VerticalVariant(
                    kind == "box" ? [new VerticalLine(new Length(Grid * c.Lines), notes.Count)] : [.. Enumerable.Range(1, c.Lines).Select(n => Line(n, c.Lines))],
                    c.Cost)),
            ],
        });
    }

    private static Length Lines(string word) => word.EndsWith(".5", StringComparison.Ordinal) ? new Length((Grid * Number(word[..^2])) + (Grid / 2)) : new Length(Grid * Number(word));

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static (int, int) Pair(string word, char divider)
    {
        var at = word.IndexOf(divider, StringComparison.Ordinal);
        return (Number(word[..at]), Number(word[(at + 1)..]));
    }
}
