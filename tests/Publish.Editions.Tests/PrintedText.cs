using System.Text;
using Publish.Document;
using Publish.Editions.Tests.Accessibility;
using Publish.Fonts;
using Publish.Manuscript;
using Publish.Testing;
using Publish.Testing.Judges;
using Publish.Typesetting.Display;

namespace Publish.Editions.Tests;

/// <summary>
/// The text of a PDF beside the model's, in two steps that leave nothing to guess: what <c>pdftotext</c> reads on each page is, character for character, what the display list
/// puts there (text, running head, folio), without the hyphens at line ends; and what the display list calls text is, word for word and in reading order, the model's.
/// </summary>
internal static class PrintedText
{
    // Stands where the setting put a hyphen at a line's end.
    private const char LineEndHyphen = '\uE003';

    private static readonly StructureRole[] InLine = [StructureRole.Span, StructureRole.Quote, StructureRole.Reference, StructureRole.Code, StructureRole.Link, StructureRole.Figure];

    /// <summary>Builds the PDFs of a book and compares each.</summary>
    /// <param name="folder">The book's folder.</param>
    /// <param name="output">Receives a line of figures for each edition.</param>
    /// <returns>Where texts part; empty where they are the same.</returns>
    public static IReadOnlyList<string> Judge(string folder, ITestOutputHelper output)
    {
        var name = Path.GetFileName(folder);
        var request = new BuildRequest(new FolderBookFiles(folder), new FolderAssets(RepositoryRoot.Combine("assets"))) { FolderName = name, Producer = "Publish" };
        var manuscript = new ManuscriptFiles(request.Files);
        var book = ManuscriptReader.Read(manuscript, new ReaderSettings { FolderName = name }).Book!;
        var maker = new EditionMaker(book, request, [], manuscript, new BuildMemory(), FontLibrary.Load(request.Assets, [], request.Files), new BuildKeeper(request));
        var wrong = new List<string>();
        using var scratch = new ScratchFolder();
        foreach (var edition in maker.Make([.. book.Editions.Where(plan => plan.Format == EditionFormat.Pdf)]))
        {
            var path = scratch.File(edition.File.Name);
            File.WriteAllBytes(path, edition.File.Data.Span);
            var pages = maker.PagesOf(edition.Plan).Pages;
            var texts = Poppler.Text(path, "-raw").Split('\f');
            var put = TextsOf(pages);
            var differences = pages.Pages.Select(page => Difference(page.Label, put[page.Index], texts[page.Index])).OfType<string>().ToList();
            var words = ModelText.Words(InReadingOrder(pages));
            if (ModelText.Difference(ModelText.Of(book), words) is { } difference)
            {
                differences.Add(difference);
            }

            wrong.AddRange(differences.Select(d => $"{name} {edition.Plan.Name}: {d}"));
            output.WriteLine($"{name} {edition.Plan.Name}: {pages.Pages.Length} pages, {words.Length} words, {pages.Pages.Sum(p => p.Items.OfType<GlyphRun>().Count(r => r.EndsInHyphen))} line-end hyphens; {differences.Count} differences");
        }

        return wrong;
    }

    /// <summary>What the display list puts on each page, in the order it is drawn. A word divided between two pages belongs to the first: there a reader finds the whole of it.</summary>
    public static IReadOnlyList<string> TextsOf(PageSet pages)
    {
        var runs = pages.Pages.SelectMany(page => page.Items.OfType<GlyphRun>().Select(run => (Page: page.Index, Run: run))).ToList();
        var texts = runs.ConvertAll(r => r.Run.Text);
        for (var i = 0; i < runs.Count; i++)
        {
            if (!runs[i].Run.EndsInHyphen)
            {
                continue;
            }

            texts[i] += LineEndHyphen;
            var next = runs.FindIndex(i + 1, r => r.Run.Structure.Element == runs[i].Run.Structure.Element);
            if (next >= 0 && runs[next].Page != runs[i].Page)
            {
                var length = texts[next].AsSpan().IndexOfAny(' ', '\u00A0', '\n') is var space and >= 0 ? space : texts[next].Length;
                texts[i] += texts[next][..length];
                texts[next] = texts[next][length..];
            }
        }

        return [.. pages.Pages.Select(page => Bare(string.Concat(texts.Where((_, i) => runs[i].Page == page.Index))))];
    }

    /// <summary>Where the text that a reader of PDFs takes from a page parts from what was put there; null where it doesn't.</summary>
    /// <param name="label">The page's folio.</param>
    /// <param name="expected">What was put there.</param>
    /// <param name="read">Its text as read, in the order of the page's contents.</param>
    public static string? Difference(string label, string expected, string read)
    {
        var found = Bare(read);
        var at = 0;
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] == LineEndHyphen)
            {
                at += at < found.Length && found[at] is '-' or '\u2010' ? 1 : 0;
            }
            else if (at == found.Length || found[at++] != expected[i])
            {
                return $"page {label} has “{Around(expected, i)}”, read is “{Around(found, at - 1)}”";
            }
        }

        return at == found.Length ? null : $"page {label}: read is “{Around(found, at)}” at its end";
    }

    /// <summary>All that pages call text, in reading order; elements on lines of their own are divided by line feeds.</summary>
    public static string InReadingOrder(PageSet pages)
    {
        var elements = pages.Structure.Elements;
        var parts = elements.Select(_ => new List<(int Sequence, int Element, string Text)>()).ToArray();
        for (var i = 1; i < elements.Length; i++)
        {
            parts[elements[i].Parent].Add((elements[i].Sequence, i, ""));
        }

        var blocks = new Dictionary<int, int>();
        foreach (var page in pages.Pages)
        {
            GlyphRun? before = null;
            foreach (var run in page.Items.OfType<GlyphRun>().Where(r => r.Structure.Element >= 0))
            {
                // The page in the contents stands far from its entry, on the same line.
                var apart = before is not null && before.Baseline == run.Baseline && run.X - (before.X + before.Width) > run.Size / 2;
                if (run.Source is { } source)
                {
                    // Lines of verse are blocks of their own in one stanza.
                    apart |= blocks.TryGetValue(run.Structure.Element, out var block) && block != source.BlockOrdinal;
                    blocks[run.Structure.Element] = source.BlockOrdinal;
                }

                parts[run.Structure.Element].Add((run.Structure.Sequence, -1, apart ? ' ' + run.Text : run.Text));
                before = run;
            }
        }

        var text = new StringBuilder();
        Write(0);
        return text.ToString();

        void Write(int element)
        {
            foreach (var (_, inner, own) in parts[element].OrderBy(p => p.Sequence))
            {
                var apart = inner >= 0 && !InLine.Contains(elements[inner].Role) ? "\n" : "";
                text.Append(own).Append(apart);
                if (inner >= 0)
                {
                    Write(inner);
                }

                text.Append(apart);
            }
        }
    }

    // Poppler puts marks of direction of its own around words that run from right to left.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\uFFFC' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E'))));

    private static string Around(string text, int at) => text[Math.Clamp(at - 30, 0, text.Length)..Math.Clamp(at + 30, 0, text.Length)];
}
