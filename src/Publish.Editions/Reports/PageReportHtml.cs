using System.Globalization;
using System.Text;
using Publish.Document;
using Publish.Typesetting;
using Publish.Typesetting.Display;
using Publish.Typesetting.Pages;

namespace Publish.Editions;

/// <summary>The report of a book's pages as one HTML file without scripts: the dearest first, each with its picture, what it costs and where that is in the manuscript.</summary>
internal static class PageReportHtml
{
    /// <summary>Pages shown with a picture; of the others there is the table.</summary>
    private const int MostPictures = 120;

    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c1b19; --paper: #fff; --ground: #f4f2ee; --soft: #6b665e; --line: #d8d3ca; --bad: #a3271a; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; --paper: #fbf9f4; --ground: #1d1c1a; --soft: #a8a297; --line: #3b3935; --bad: #ff9c8c; } }
        body { margin: 0 auto; max-width: 64rem; padding: 2rem 1rem 4rem; font: 1rem/1.5 Georgia, serif; color: var(--ink); background: var(--ground); }
        h1 { font-weight: normal; font-size: 1.7rem; margin: 0; }
        h2 { font-weight: normal; font-size: 1.2rem; margin: 0 0 .4rem; }
        p { margin: .3rem 0; }
        .soft { color: var(--soft); }
        .bad { color: var(--bad); }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; margin: .5rem 0 1.5rem; }
        th { text-align: left; font-weight: normal; color: var(--soft); border-bottom: 1px solid var(--line); }
        th, td { padding: .15rem .8rem .15rem 0; vertical-align: baseline; }
        td.n, th.n { text-align: right; }
        article { display: grid; grid-template-columns: minmax(10rem, 17rem) 1fr; gap: 1.5rem; padding: 1.5rem 0; border-top: 1px solid var(--line); }
        @media (max-width: 40rem) { article { grid-template-columns: 1fr; } }
        svg.page { background: var(--paper); fill: #111; width: 100%; height: auto; box-shadow: 0 1px 4px rgba(0,0,0,.25); }
        svg.page .block { fill: none; stroke: #8fb3d9; stroke-width: .4; }
        svg.page .picture { fill: #ccc; }
        code { font: .9em/1.4 ui-monospace, monospace; }
        a { color: inherit; }
        """;

    /// <summary>The file's bytes, UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Metadata book, string edition, TypesetResult result)
    {
        var ranked = result.Report.Where(p => !p.Blank).OrderByDescending(p => p.Cost).ThenBy(p => p.Index).ToList();
        var shown = ranked.Where((p, i) => i < MostPictures && (p.Cost > 0 || i < 4)).ToList();
        var picture = new PagePicture();
        var articles = new StringBuilder();
        foreach (var page in shown)
        {
            Article(articles, page, result, picture);
        }

        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Pages of ").Append(HtmlText.Of(book.Title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style></head><body>\n");
        html.Append(picture.Outlines);
        html.Append("<h1>").Append(HtmlText.Of(book.Title)).Append("</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">Pages of the edition “{HtmlText.Of(edition)}”: {result.Report.Length}, of which {result.Report.Count(p => p.Cost > 0)} cost something and {result.Report.Count(p => p.Relaxed.Any())} gave up a rule; {result.Passes} passes. The dearest come first.</p>\n");
        Causes(html, result);
        html.Append(articles);
        Others(html, ranked, shown);
        html.Append("</body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Causes(StringBuilder html, TypesetResult result)
    {
        html.Append("<table><thead><tr><th>Why</th><th class=\"n\">Times</th><th class=\"n\">Cost</th></tr></thead><tbody>\n");
        foreach (var cause in result.Report.SelectMany(p => p.Charges).GroupBy(c => c.Charge.Cause).OrderByDescending(g => g.Sum(c => c.Charge.Cost)).ThenBy(g => g.Key))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr{(cause.First().IsRelaxation ? " class=\"bad\"" : "")}><td>{HtmlText.Of(PageCauseText.Words(cause.Key))}</td><td class=\"n\">{cause.Count()}</td><td class=\"n\">{cause.Sum(c => c.Charge.Cost)}</td></tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void Article(StringBuilder html, PageReport page, TypesetResult result, PagePicture picture)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article id=\"page-{page.Index}\"><div>{picture.Draw(result.Pages.Pages[page.Index], "Page " + page.Label)}</div><div><h2>Page {HtmlText.Of(page.Label)} <span class=\"soft\">{(page.Side == PageSide.Recto ? "right" : "left")}, {page.Index + 1} in the file, cost {page.Cost}</span></h2>\n");
        html.Append("<p>Begins at ").Append(Place(page.Span)).Append(".</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{page.Lines} lines of type area{Longer(page.Delta)}; text takes {page.TextLines}");
        if (page.NoteLines > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $", notes {page.NoteLines}{(page.SplitNotes > 0 ? ", split: " + page.SplitNotes.ToString(CultureInfo.InvariantCulture) : "")}");
        }

        html.Append(page.Last ? "; the last of its section.</p>\n" : ".</p>\n");
        if (!page.Charges.IsEmpty)
        {
            html.Append("<table><thead><tr><th>Why</th><th class=\"n\">Cost</th><th>Where</th></tr></thead><tbody>\n");
            foreach (var charge in page.Charges.OrderByDescending(c => c.Charge.Cost))
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr{(charge.IsRelaxation ? " class=\"bad\"" : "")}><td>{HtmlText.Of(PageCauseText.Words(charge.Charge.Cause))}</td><td class=\"n\">{charge.Charge.Cost}</td><td>{Place(charge.Span)}</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        foreach (var paragraph in page.Changed)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>The paragraph at {Place(paragraph.Span)} is set in {paragraph.Lines} lines; by itself it has {paragraph.BestLines}.</p>\n");
        }

        html.Append("</div></article>\n");
    }

    private static void Others(StringBuilder html, List<PageReport> ranked, List<PageReport> shown)
    {
        var rest = ranked.Except(shown).OrderBy(p => p.Index).ToList();
        if (rest.Count == 0)
        {
            return;
        }

        html.Append("<h2>The other pages</h2>\n<table><thead><tr><th>Page</th><th class=\"n\">Cost</th><th class=\"n\">Text</th><th class=\"n\">Notes</th><th>Begins at</th></tr></thead><tbody>\n");
        foreach (var page in rest)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlText.Of(page.Label)}</td><td class=\"n\">{page.Cost}</td><td class=\"n\">{page.TextLines}</td><td class=\"n\">{page.NoteLines}</td><td>{Place(page.Span)}</td></tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static string Longer(int delta) => delta switch
    {
        0 => "",
        > 0 => ", this page and the one it faces longer by " + delta.ToString(CultureInfo.InvariantCulture),
        _ => ", this page and the one it faces shorter by " + (-delta).ToString(CultureInfo.InvariantCulture),
    };

    private static string Place(SourceSpan span) =>
        span == SourceSpan.None ? "<span class=\"soft\">the page as a whole</span>" : string.Create(CultureInfo.InvariantCulture, $"<code>{HtmlText.Of(span.File)}:{span.Line}:{span.Column}</code>");
}
