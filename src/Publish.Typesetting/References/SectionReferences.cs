using Publish.Document;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.References;

/// <summary>
/// Answers the questions that the text of one section asks about the rest of the book, and remembers them: where all answers stay the same, the section
/// needn't be set again. Only what is printed counts, not where it stands, so that passes end sooner.
/// </summary>
internal sealed class SectionReferences(PlaceTable table, Func<NoteCall, string> noteText) : IPageLabels, INoteNumbers
{
    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<Note, string> notes = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc />
    public string TextOf(CrossReference reference) => reference.Form switch
    {
        ReferenceForm.Page => Label(reference.TargetId),
        ReferenceForm.PageAndLine => Ask(PlaceTable.LineQuestion(reference.TargetId), table.LabelAndLineOf(reference.TargetId)),
        ReferenceForm.Number when table.Numbers.TryGetValue(reference.TargetId, out var number) => number,
        ReferenceForm.Title or ReferenceForm.Number => table.Titles.GetValueOrDefault(reference.TargetId, ""),
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
        return table.Places.TryGetValue(id, out var place) ? place with { Label = table.LabelOf(id) } : null;
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

    private string Ask(string question, string answer)
    {
        answers[question] = answer;
        return answer;
    }
}
