using Publish.Document;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.References;

/// <summary>
/// Answers the questions that the text of one section asks about the rest of the book, and remembers them: where all answers stay the same, the section
/// needn't be set again. Only what is printed counts, not where it stands, so that passes end sooner.
/// </summary>
internal sealed class SectionReferences : IPageLabels, INoteNumbers
{
    private static readonly PlaceTable Nothing = PlaceTable.Empty(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty);

    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<Note, string> notes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Place?> places = new(StringComparer.Ordinal);
    private readonly Dictionary<(ReferenceForm Form, string TargetId), string> words = [];
    private PlaceTable table;
    private Func<Note, string> noteText;
    private SectionReferences? part;

    /// <summary>For one section in one pass.</summary>
    /// <param name="table">What the pass before found out.</param>
    /// <param name="noteText">What is printed at the call of a note where the table doesn't say.</param>
    public SectionReferences(PlaceTable table, Func<Note, string> noteText)
    {
        this.table = table;
        this.noteText = noteText;
    }

    /// <inheritdoc />
    public string TextOf(CrossReference reference) => reference.Form switch
    {
        ReferenceForm.Page => Label(reference.TargetId),
        ReferenceForm.PageAndLine => Ask(PlaceTable.LineQuestion(reference.TargetId), table.LabelAndLineOf(reference.TargetId)),
        ReferenceForm.Title or ReferenceForm.Number => Words(reference.Form, reference.TargetId),
        _ => PlainText.Of(reference.Content),
    };

    /// <inheritdoc />
    public string TextOf(NoteCall call)
    {
        var text = table.NoteTextOf(call.Note) ?? noteText(call.Note);
        notes[call.Note] = text;
        part?.notes[call.Note] = text;
        return text;
    }

    /// <summary>The folio of a place.</summary>
    public string Label(string id) => Ask(PlaceTable.PageQuestion(id), table.LabelOf(id));

    /// <summary>The place; null where it isn't known yet.</summary>
    public Place? PlaceOf(string id)
    {
        Ask(PlaceTable.PageQuestion(id), table.LabelOf(id));
        var place = PlaceIn(table, id);
        places[id] = place;
        part?.places[id] = place;
        return place;
    }

    /// <summary>A part of the section begins: what it asks is remembered by itself as well, until <see cref="EndPart"/>.</summary>
    public SectionReferences BeginPart() => part = new SectionReferences(Nothing, static note => "");

    /// <summary>The part ends.</summary>
    public void EndPart() => part = null;

    /// <summary>Asks what a part of a section set before asked; false where an answer is another now.</summary>
    public bool Repeat(SectionReferences asked)
    {
        if (!asked.AreThoseOf(table, noteText))
        {
            return false;
        }

        foreach (var (question, answer) in asked.answers)
        {
            answers[question] = answer;
        }

        foreach (var (note, text) in asked.notes)
        {
            notes[note] = text;
        }

        foreach (var (id, place) in asked.places)
        {
            places[id] = place;
        }

        foreach (var (question, text) in asked.words)
        {
            words[question] = text;
        }

        return true;
    }

    /// <summary>The section is set: nothing more is asked, and what was known of the book isn't held any longer.</summary>
    public void Close()
    {
        table = Nothing;
        noteText = static note => "";
    }

    /// <summary>True where a section set in another build gets the same answers to all it asked.</summary>
    /// <param name="other">What is known of the book now.</param>
    /// <param name="noteText">What is printed at the call of a note where the table doesn't say.</param>
    public bool AreThoseOf(PlaceTable other, Func<Note, string> noteText)
    {
        foreach (var ((form, id), text) in words)
        {
            if (WordsOf(other, form, id) != text)
            {
                return false;
            }
        }

        foreach (var (id, place) in places)
        {
            if (PlaceIn(other, id) != place)
            {
                return false;
            }
        }

        foreach (var (note, text) in notes)
        {
            if ((other.NoteTextOf(note) ?? noteText(note)) != text)
            {
                return false;
            }
        }

        return Holds(other);
    }

    /// <summary>The questions asked about pages and lines, with what is printed.</summary>
    public IEnumerable<KeyValuePair<string, string>> Answers => answers;

    /// <summary>The notes called, with what is printed.</summary>
    public IEnumerable<KeyValuePair<Note, string>> NoteAnswers => notes;

    /// <summary>True where another table gives the same answers.</summary>
    public bool Holds(PlaceTable other)
    {
        foreach (var (question, answer) in answers)
        {
            var id = question[2..];
            if ((question[0] == 'p' ? other.LabelOf(id) : other.LabelAndLineOf(id)) != answer)
            {
                return false;
            }
        }

        foreach (var (note, text) in notes)
        {
            if (other.NoteTextOf(note) is { } changed && changed != text)
            {
                return false;
            }
        }

        return true;
    }

    private static string WordsOf(PlaceTable table, ReferenceForm form, string id) =>
        form == ReferenceForm.Number && table.Numbers().TryGetValue(id, out var number) ? number : table.Titles.GetValueOrDefault(id, "");

    private static Place? PlaceIn(PlaceTable table, string id) => table.Places.TryGetValue(id, out var place) ? place with { Label = table.LabelOf(id) } : null;

    private string Ask(string question, string answer)
    {
        answers[question] = answer;
        part?.answers[question] = answer;
        return answer;
    }

    private string Words(ReferenceForm form, string id)
    {
        var text = WordsOf(table, form, id);
        words[(form, id)] = text;
        part?.words[(form, id)] = text;
        return text;
    }
}
