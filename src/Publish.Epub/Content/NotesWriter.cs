using Publish.Document;
using Publish.Styles;

namespace Publish.Epub.Content;

/// <summary>The notes of a section.</summary>
/// <param name="Section">The section.</param>
/// <param name="File">The document where they begin.</param>
/// <param name="Id">Id of their heading there.</param>
/// <param name="Title">Words of the heading.</param>
internal sealed record NoteGroup(Section Section, string File, string Id, string Title);

/// <summary>
/// Writes the file of notes: each in a div of its own that begins with its number as a link back to its (first) call, the one form that pops up, leads back and stays
/// visible in all reading systems.
/// </summary>
internal sealed class NotesWriter(BookPlan plan, PictureShelf pictures, ICollection<Diagnostic> diagnostics)
{
    /// <summary>
    /// The sections that call notes, each with a heading over its notes; none where only one does. A section whose notes go on in the next document has a
    /// heading there too.
    /// </summary>
    public static List<NoteGroup> Groups(BookPlan plan)
    {
        var groups = new List<NoteGroup>();
        foreach (var note in plan.Notes.DistinctBy(n => (n.File, plan.FileOf(n.Place.Section).Name)))
        {
            var section = note.Place.Section;
            var goesOn = groups.Exists(g => ReferenceEquals(g.Section, section));
            groups.Add(new NoteGroup(section, note.File, "notes-" + plan.FileOf(section).Stem + (goesOn ? "-continued" : ""), goesOn ? EpubWords.With(plan.Words.Continued, TitleOf(section)) : TitleOf(section)));
        }

        return groups.DistinctBy(g => g.Section, ReferenceEqualityComparer.Instance).Take(2).Count() < 2 ? [] : groups;
    }

    /// <summary>The heading of a document of notes.</summary>
    public static string TitleOf(BookPlan plan, string file)
    {
        var title = plan.NotesSection is { } own ? TitleOf(own) : plan.Words.Notes;
        return file == plan.NoteFiles[0] ? title : EpubWords.With(plan.Words.Continued, title);
    }

    /// <summary>Writes one document of notes.</summary>
    public void Write(XhtmlWriter x, string file)
    {
        var stem = file[..file.IndexOf('.', StringComparison.Ordinal)];
        var isFirst = file == plan.NoteFiles[0];
        x.Start("section").Attribute("id", stem).Attribute("class", "notes back").Attribute("epub:type", "endnotes").Attribute("role", "doc-endnotes").Attribute("aria-labelledby", stem + "-title").Line();
        if (isFirst)
        {
            new ContentWriter(plan, pictures, file, x).PagesAtNotes();
        }

        x.Start("h1").Attribute("id", stem + "-title").Text(TitleOf(plan, file)).End().Line();
        WriteNotes(x, file);
        x.End();
    }

    /// <summary>Writes the notes of a document, without the section around them and its title.</summary>
    public void WriteNotes(XhtmlWriter x, string file)
    {
        var list = NoteList.Of(plan, file);
        plan.Log?.Notes(list);
        if (list.Legend is { } legend)
        {
            x.Start("p").Attribute("class", "legend").Text(legend).End().Line();
        }

        foreach (var note in list.Notes)
        {
            if (note.Group is { } group)
            {
                x.Start("h2").Attribute("id", group.Id).Text(group.Title).End().Line();
            }

            WriteNote(x, note, file);
        }
    }

    /// <summary>What tells the notes of several hands apart.</summary>
    public static string Legend(BookPlan plan)
    {
        var series = plan.Notes.Select(n => n.Note.Series).ToHashSet();
        var words = new List<string>();
        if (series.Contains(NoteSeries.Author))
        {
            words.Add(plan.Words.AuthorsNotes);
        }

        if (series.Contains(NoteSeries.Source))
        {
            words.Add(words.Count == 0 ? plan.Words.SourcesNotes : plan.Words.SourcesNotesToo);
        }

        if (series.Contains(NoteSeries.Editor))
        {
            words.Add(plan.Words.EditorsNotes);
        }

        return string.Join("; ", words) + ".";
    }

    private void WriteNote(XhtmlWriter x, ListedNote listed, string file)
    {
        var (note, planned) = (listed.Note, listed.Planned);
        var name = ElementNames.Of(note);
        x.Start("div").Attribute("id", planned.Id).Attribute("class", string.Join(' ', name.Classes)).Attribute("epub:type", "footnote").Attribute("role", "doc-footnote").Attribute("lang", note.Language).Attribute("xml:lang", note.Language);
        var writer = new ContentWriter(plan, pictures, file, x);
        if (note.Blocks is [Paragraph first, ..])
        {
            writer.ParagraphAfter(first, () => BackLink(x, listed, file));
            writer.Blocks(note.Blocks.Skip(1));
        }
        else
        {
            x.Start("p");
            BackLink(x, listed, file);
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

    private static string TitleOf(Section section) => section.NavigationTitle.Length > 0 ? section.NavigationTitle : PlainText.Of(section.Title);

    private static string Called(ListedNote note, string file) => (note.CallFile == file ? "" : note.CallFile) + "#" + note.Planned.CallId;

    private void BackLink(XhtmlWriter x, ListedNote note, string file) =>
        x.Start("a").Attribute("href", Called(note, file)).Attribute("epub:type", "backlink").Attribute("role", "doc-backlink").Attribute("aria-label", EpubWords.With(plan.Words.BackTo, note.Planned.Label)).Text(note.Planned.Label).End().Text(" ");
}
