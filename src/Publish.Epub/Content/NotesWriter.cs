using Publish.Document;
using Publish.Styles;

namespace Publish.Epub.Content;

/// <summary>
/// Writes the file of notes: each in a div of its own that begins with its number as a link back to its (first) call, the one form that pops up, leads back and stays
/// visible in all reading systems.
/// </summary>
internal sealed class NotesWriter(BookPlan plan, PictureShelf pictures, ICollection<Diagnostic> diagnostics)
{
    /// <summary>The document of the notes.</summary>
    public const string File = "notes.xhtml";

    /// <summary>The sections that call notes, each with a heading over its notes; none where only one does.</summary>
    public static List<(Section Section, string Id, string Title)> Groups(BookPlan plan)
    {
        var sections = plan.Notes.Select(n => n.Section).Distinct<Section>(ReferenceEqualityComparer.Instance).ToList();
        return sections.Count < 2 ? [] : [.. sections.Select(s => (s, "notes-" + plan.FileStem(s), s.NavigationTitle.Length > 0 ? s.NavigationTitle : PlainText.Of(s.Title)))];
    }

    public void Write(XhtmlWriter x)
    {
        x.Start("section").Attribute("id", "notes").Attribute("class", "notes back").Attribute("epub:type", "endnotes").Attribute("role", "doc-endnotes").Attribute("aria-labelledby", "notes-title").Line();
        x.Start("h1").Attribute("id", "notes-title").Text("Notes").End().Line();
        if (plan.SeveralSeries)
        {
            x.Start("p").Text(Legend()).End().Line();
        }

        var groups = Groups(plan);
        Section? last = null;
        foreach (var note in plan.Notes)
        {
            if (!ReferenceEquals(last, note.Section) && groups.FindIndex(g => ReferenceEquals(g.Section, note.Section)) is var at and >= 0)
            {
                last = note.Section;
                x.Start("h2").Attribute("id", groups[at].Id).Text(groups[at].Title).End().Line();
            }

            WriteNote(x, note);
        }

        x.End();
    }

    private string Legend()
    {
        var series = plan.Notes.Select(n => n.Note.Series).ToHashSet();
        var words = new List<string>();
        if (series.Contains(NoteSeries.Author))
        {
            words.Add("Notes numbered with A are the author’s");
        }

        if (series.Contains(NoteSeries.Source))
        {
            words.Add((words.Count == 0 ? "Notes" : "those") + " numbered with S are of the source edition");
        }

        if (series.Contains(NoteSeries.Editor))
        {
            words.Add("the others are the editor’s");
        }

        return string.Join("; ", words) + ".";
    }

    private void WriteNote(XhtmlWriter x, PlannedNote planned)
    {
        var note = planned.Note;
        var name = ElementNames.Of(note);
        x.Start("div").Attribute("id", planned.Id).Attribute("class", string.Join(' ', name.Classes)).Attribute("epub:type", "footnote").Attribute("role", "doc-footnote").Attribute("lang", note.Language).Attribute("xml:lang", note.Language);
        var writer = new ContentWriter(plan, pictures, "notes.xhtml", planned.Section, x);
        if (note.Blocks is [Paragraph first, ..])
        {
            writer.ParagraphAfter(first, () => BackLink(x, planned));
            writer.Blocks(note.Blocks.Skip(1));
        }
        else
        {
            x.Start("p");
            BackLink(x, planned);
            x.End().Line();
            writer.Blocks(note.Blocks);
        }

        x.End().Line();
        var length = Walk.Blocks(note.Blocks).OfType<TextBlock>().Sum(b => PlainText.Of(b.Content).Length);
        if (length > 5000)
        {
            diagnostics.Add(EpubDiagnostics.LongNote.At(note.Span, $"note {planned.Label} has {length} characters and won't pop up on a Kobo"));
        }
    }

    private static void BackLink(XhtmlWriter x, PlannedNote note) =>
        x.Start("a").Attribute("href", (note.File == "notes.xhtml" ? "" : note.File) + "#" + note.CallId).Attribute("epub:type", "backlink").Attribute("role", "doc-backlink").Attribute("aria-label", "Back to reference " + note.Label).Text(note.Label).End().Text(" ");
}
