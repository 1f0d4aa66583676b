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
    private Func<NoteCall, string> noteText;

    /// <summary>For one section in one pass.</summary>
    /// <param name="table">What the pass before found out.</param>
    /// <param name="noteText">What is printed at the call of a note where the table doesn't say.</param>
    public SectionReferences(PlaceTable table, Func<NoteCall, string> noteText)
    {
        this.table = table;
        this.noteText = noteText;
    }

    /// <inheritdoc />
    public string TextOf(CrossReference reference) => reference.Form switch
    {
        ReferenceForm.Page => Label(reference.TargetId),
        ReferenceForm.PageAndLine => Ask(PlaceTable.LineQuestion(reference.TargetId), table.LabelAndLineOf(reference.TargetId)),
        ReferenceForm.Title or ReferenceForm.Number => words[(reference.Form, reference.TargetId)] = WordsOf(table, reference.Form, reference.TargetId),
        _ => PlainText.Of(reference.Content),
    };

    /// <inheritdoc />
    public string TextOf(NoteCall call)
    {
        var text = table.NoteTextOf(call.Note) ?? noteText(call);
        notes[call.Note] = text;
        return text;
    }

    /// <summary>The folio of a place.</summary>
    public string Label(string id) => Ask(PlaceTable.PageQuestion(id), table.LabelOf(id));

    /// <summary>The place; null where it isn't known yet.</summary>
    public Place? PlaceOf(string id)
    {
        Ask(PlaceTable.PageQuestion(id), table.LabelOf(id));
        return places[id] = PlaceIn(table, id);
    }

    /// <summary>The section is set: nothing more is asked, and what was known of the book isn't held any longer.</summary>
    public void Close()
    {
        table = Nothing;
        noteText = static call => "";
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
        form == ReferenceForm.Number && table.Numbers.TryGetValue(id, out var number) ? number : table.Titles.GetValueOrDefault(id, "");

    private static Place? PlaceIn(PlaceTable table, string id) => table.Places.TryGetValue(id, out var place) ? place with { Label = table.LabelOf(id) } : null;

    private string Ask(string question, string answer)
    {
        answers[question] = answer;
        return answer;
    }
}
