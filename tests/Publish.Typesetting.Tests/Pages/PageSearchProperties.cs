using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Typesetting.Tests.Pages;

/// <summary>What holds for the pages of any text, tried on made-up ones.</summary>
public class PageSearchProperties
{
    private static readonly string[] Places = ["-top", "-bottom", "-page"];

    /// <summary>A chapter with everything in it.</summary>
    private static string Chapter(uint seed, int blocks, bool notes)
    {
        var dice = new Dice(seed);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"page {8 + dice.Roll(30)}{(dice.Roll(2) == 0 ? " verso" : "")} used {dice.Roll(4)}\n");
        for (var b = 0; b < blocks; b++)
        {
            var lines = 1 + dice.Roll(12);
            switch (dice.Roll(12))
            {
                case 0:
                    text.Append(CultureInfo.InvariantCulture, $"head b{b} {1 + dice.Roll(2)} before {1 + dice.Roll(2)} after 1 stretch 1");
                    break;
                case 1:
                    text.Append(CultureInfo.InvariantCulture, $"box b{b} {1 + dice.Roll(14)} float{(dice.Roll(3) == 0 ? Places[dice.Roll(3)] : "")} before 1 after 1\n");
                    continue;
                case 2:
                    text.Append(CultureInfo.InvariantCulture, $"rows b{b} {lines} head 1");
                    break;
                case 3:
                    text.Append(CultureInfo.InvariantCulture, $"text b{b} {lines} leading 5/6 before 0.5 after 0.5");
                    break;
                default:
                    text.Append(CultureInfo.InvariantCulture, $"text b{b} {lines}");
                    text.Append(lines > 4 && dice.Roll(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $" or {lines + 1}:{50 + dice.Roll(400)}") : "");
                    text.Append(lines > 5 && dice.Roll(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $" hyphen {2 + dice.Roll(lines - 2)}") : "");
                    break;
            }

            for (var line = 1; notes && line <= lines && line < 3; line++)
            {
                text.Append(dice.Roll(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $" note {line}:{1 + dice.Roll(dice.Roll(8) == 0 ? 60 : 6)}") : "");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    public static TheoryData<uint> Seeds => [.. Enumerable.Range(1, 80).Select(n => (uint)n)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_line_and_note_stands_once_and_in_order_and_nothing_leaves_the_page(uint seed)
    {
        var geometry = Geometry.Parse(Chapter(seed, 3 + (int)(seed % 40), seed % 3 != 0));
        var list = geometry.List;
        var result = geometry.Find();
        var lines = new List<(int Block, int Line)>();
        var notes = new List<(int Note, int Line)>();
        var choice = new Dictionary<int, int>();
        foreach (var page in result.Pages)
        {
            var overflow = page.Charges.Any(c => c.Cause == PageCause.Overflow);
            var bottom = 0L;
            foreach (var portion in page.Blocks)
            {
                Assert.True(choice.TryAdd(portion.Block, portion.Variant) || choice[portion.Block] == portion.Variant, "a paragraph keeps its variant");
                Assert.True(portion.Top.Scaled >= bottom, "blocks don't overlap");
                var variant = list.Source[portion.Block].Variants[portion.Variant];
                bottom = portion.Top.Scaled + variant.Lines[portion.From..portion.To].Sum(l => l.Height.Scaled) + (portion.Spread.Scaled * (portion.To - portion.From - 1));
                lines.AddRange(Enumerable.Range(portion.From, portion.To - portion.From).Select(l => (portion.Block, l)));
            }

            Assert.True(overflow || bottom <= (geometry.Frame.Lines + 1) * Geometry.Grid, "text stays on the page");
            Assert.True(page.Notes.IsEmpty || overflow || bottom <= page.NotesTop.Scaled, "text ends above the notes");
            foreach (var portion in page.Notes)
            {
                Assert.True(portion.Top >= page.NotesTop);
                notes.AddRange(Enumerable.Range(portion.From, portion.To - portion.From).Select(l => (portion.Note, l)));
                bottom = portion.Top.Scaled + ((portion.To - portion.From) * Geometry.Grid);
            }

            Assert.True(overflow || bottom <= (geometry.Frame.Lines + page.Delta) * Geometry.Grid || page.Notes.IsEmpty, "notes stay on the page");
        }

        Assert.Equal(list.Notes.SelectMany((n, i) => n.Lines.Select((_, l) => (i, l))), notes);
        var expected = list.Source.SelectMany((b, i) => b.Variants[choice[i]].Lines.Select((_, l) => (i, l)));
        Assert.Equal(expected.Where(l => !list.Source[l.i].Floats), lines.Where(l => !list.Source[l.Block].Floats));
        Assert.Equal(expected.Where(l => list.Source[l.i].Floats), lines.Where(l => list.Source[l.Block].Floats));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_floats_keeps_its_order_and_never_comes_before_its_place_in_the_text(uint seed)
    {
        var geometry = Geometry.Parse(Chapter(seed, 40, seed % 2 == 0));
        var blocks = geometry.List.Source;
        var pages = geometry.Find().Pages;
        var last = new int[blocks.Length];
        for (var p = 0; p < pages.Length; p++)
        {
            foreach (var portion in pages[p].Blocks)
            {
                last[portion.Block] = p;
            }
        }

        var before = 0;
        for (var b = 0; b < blocks.Length; b++)
        {
            if (blocks[b].Floats)
            {
                var text = Enumerable.Range(0, b).LastOrDefault(i => !blocks[i].Floats, -1);
                Assert.True(text < 0 || last[b] >= last[text], $"{blocks[b].Name} stands before the text that comes before it");
                Assert.True(last[b] >= before, "they keep their order");
                before = last[b];
                Assert.True(blocks[b].Float != FloatPlace.Page || pages[last[b]].Blocks.All(p => blocks[p.Block].Floats), "a page for figures has no text");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_note_starts_on_the_page_of_its_call_or_the_page_says_so(uint seed)
    {
        var geometry = Geometry.Parse(Chapter(seed, 30, true));
        var list = geometry.List;
        foreach (var page in geometry.Find().Pages)
        {
            var called = new HashSet<int>();
            foreach (var portion in page.Blocks)
            {
                var variant = list.Source[portion.Block].Variants[portion.Variant];
                var before = portion.From > 0 ? variant.Lines[portion.From - 1].NoteEnd : list.Blocks[portion.Block].NotesBefore;
                called.UnionWith(Enumerable.Range(before, variant.Lines[portion.To - 1].NoteEnd - before));
            }

            if (page.Charges.All(c => c.Cause is not PageCause.NoteApart and not PageCause.Overflow))
            {
                var started = page.Notes.Where(n => n.From == 0).Select(n => n.Note).ToHashSet();
                Assert.Equal(called.Order(), started.Order());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_note_is_split_with_two_lines_on_either_side_or_the_page_says_so(uint seed)
    {
        var geometry = Geometry.Parse(Chapter(seed, 30, true));
        foreach (var page in geometry.Find().Pages)
        {
            if (page.Charges.Any(c => c.Cause is PageCause.NoteStub or PageCause.NoteApart or PageCause.Overflow))
            {
                continue;
            }

            foreach (var portion in page.Notes.Where(n => n.To < geometry.List.NoteLines(n.Note)))
            {
                Assert.True(portion.To - portion.From >= 2 && geometry.List.NoteLines(portion.Note) - portion.To >= 2, $"note {portion.Note} ends after line {portion.To}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Lines_on_the_grid_stand_on_it(uint seed)
    {
        var geometry = Geometry.Parse(Chapter(seed, 30, seed % 2 == 0));
        foreach (var portion in geometry.Find().Pages.SelectMany(p => p.Blocks).Where(b => geometry.List.Source[b.Block].OnGrid))
        {
            Assert.Equal(0, portion.Top.Scaled % Geometry.Grid);
            Assert.Equal(0, portion.Spread.Scaled);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_charges_of_the_pages_are_the_cost_of_the_search_which_is_never_above_greedy(uint seed)
    {
        var geometry = Geometry.Parse(Chapter(seed, 25, seed % 2 == 0));
        var best = geometry.Find();
        var greedy = PageSearch.FindGreedy(geometry.List, geometry.Frame, geometry.Costs);
        Assert.Equal(best.Cost, best.Pages.Sum(p => p.Cost));
        Assert.Equal(greedy.Cost, greedy.Pages.Sum(p => p.Cost));
        Assert.InRange(best.Cost, 0, greedy.Cost);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_text_gives_the_same_pages(uint seed)
    {
        var chapter = Chapter(seed, 30, true);
        Assert.Equal(Geometry.Pages(chapter), Geometry.Pages(chapter));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facing_pages_end_level_or_the_page_says_so(uint seed)
    {
        var result = Geometry.Parse(Chapter(seed, 40, seed % 2 == 0)).Find();
        for (var i = 1; i < result.Pages.Length - 1; i++)
        {
            var (left, right) = (result.Pages[i - 1], result.Pages[i]);
            if (right.Side == PageSide.Recto && left.Charges.Concat(right.Charges).All(c => c.Cause is not PageCause.Uneven and not PageCause.ShortPage and not PageCause.FloatPage and not PageCause.Overflow))
            {
                Assert.Equal(left.Delta, right.Delta);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Brute_force_finds_nothing_better(uint seed)
    {
        var dice = new Dice(seed + 1000);
        var height = 6 + dice.Roll(4);
        var paragraphs = new List<BruteForce.Paragraph>();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"page {height}\n");
        for (var p = 0; p < 3 + dice.Roll(6); p++)
        {
            var lines = 1 + dice.Roll(9);
            var ways = new List<(int, int)> { (lines, 0) };
            text.Append(CultureInfo.InvariantCulture, $"text p{p} {lines}");
            if (dice.Roll(2) == 0)
            {
                var cost = 40 + dice.Roll(300);
                ways.Add((lines + 1, cost));
                text.Append(CultureInfo.InvariantCulture, $" or {lines + 1}:{cost}");
            }

            var hyphen = lines > 4 && dice.Roll(2) == 0 ? 2 + dice.Roll(lines - 3) : 0;
            text.Append(hyphen > 0 ? string.Create(CultureInfo.InvariantCulture, $" hyphen {hyphen}\n") : "\n");
            paragraphs.Add(new BruteForce.Paragraph([.. ways], hyphen));
        }

        var geometry = Geometry.Parse(text.ToString());
        var found = geometry.Find();
        if (BruteForce.Best(paragraphs, height, geometry.Costs) is { } best)
        {
            Assert.False(found.Relaxed);
            Assert.Equal(best, found.Cost);
        }
        else
        {
            Assert.True(found.Relaxed);
        }
    }

    [Fact]
    public void Two_hundred_notes_in_one_paragraph_end()
    {
        var geometry = Geometry.Parse("page 30\ntext A 40 " + string.Join(' ', Enumerable.Range(0, 200).Select(n => string.Create(CultureInfo.InvariantCulture, $"note {1 + (n / 5)}:3"))) + "\ntext B 30");
        var result = geometry.Find();
        Assert.Equal(600, result.Pages.Sum(p => p.Notes.Sum(n => n.To - n.From)));
        Assert.Equal(ImmutableArray.Create(40, 30), [.. result.Pages.SelectMany(p => p.Blocks).GroupBy(b => b.Block).Select(g => g.Sum(b => b.To - b.From))]);
    }
}
