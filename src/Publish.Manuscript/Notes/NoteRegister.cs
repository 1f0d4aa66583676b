using Markdig.Syntax;
using Publish.Document;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>
/// Every definition of a note, and which were called. A label is looked for in the file of its call first, then in the whole book, because a Pandoc
/// folder may keep all notes in a file of their own.
/// </summary>
/// <param name="reading">The reading.</param>
internal sealed class NoteRegister(Reading reading)
{
    private readonly Dictionary<(string File, string Label), DefinedNote> _byFile = [];
    private readonly Dictionary<string, List<DefinedNote>> _byLabel = new(StringComparer.Ordinal);
    private readonly List<DefinedNote> _all = [];
    private readonly int[] _numbers = new int[3];

    /// <summary>Notes that were looked for and found, each with what it was before, in order.</summary>
    public List<(string File, DefinedNote Note, (bool Called, Note? Note) Before)> LookedUp { get; } = [];

    /// <summary>The last number given in each series.</summary>
    public (int Editor, int Author, int Source) Numbers
    {
        get => (_numbers[0], _numbers[1], _numbers[2]);
        set => (_numbers[0], _numbers[1], _numbers[2]) = value;
    }

    /// <summary>Whether a note that was looked for is found as it was.</summary>
    public bool IsStill(LookedUpNote note) =>
        Found(note.File, note.Label) is { } found && found.Definition == note.Definition && found.Called == note.Before.Called && ReferenceEquals(found.Note, note.Before.Note);

    /// <summary>Makes a note what the section that looked for it made of it.</summary>
    public void Set(LookedUpNote note)
    {
        var found = Found(note.File, note.Label)!;
        LookedUp.Add((note.File, found, note.Before));
        (found.Called, found.Note) = note.After;
    }

    /// <summary>Takes in every definition of a file, those in quotations and lists too.</summary>
    public void Gather(MarkdownFile file) => Gather(file, file.Document);

    /// <summary>The definition a label means; null where there is none or several in other files, which is said.</summary>
    public DefinedNote? Find(string file, string label, SourceSpan call)
    {
        if (Found(file, label) is { } found)
        {
            LookedUp.Add((file, found, (found.Called, found.Note)));
            return found;
        }

        if (_byLabel.ContainsKey(label))
        {
            reading.Report(ManuscriptDiagnostics.UndefinedNote, call, $"the note '{label}' is not defined in this file, and in several others", "define it in this file");
            return null;
        }

        var near = Spelling.Nearest(label, _all.Where(note => note.File.Path == file).Select(note => note.Label));
        reading.Report(ManuscriptDiagnostics.UndefinedNote, call, $"the note '{label}' is not defined", near is null ? $"add '[^{label}]: …', or write '\\[^{label}]' if the brackets are meant" : $"did you mean '[^{near}]'?");
        return null;
    }

    /// <summary>The next number in a series.</summary>
    public int Number(NoteSeries series) => ++_numbers[(int)series];

    /// <summary>Says which notes nothing calls.</summary>
    public void Check()
    {
        foreach (var note in _all)
        {
            if (!note.Called)
            {
                reading.Report(ManuscriptDiagnostics.UncalledNote, note.Span, $"the note '{note.Label}' is never called", $"call it by '[^{note.Label}]' or remove it");
            }
        }
    }

    /// <summary>Whose note it is, by the classes at its head.</summary>
    public static NoteSeries SeriesOf(AttributeList attributes) =>
        attributes.Has("author") ? NoteSeries.Author : attributes.Has("source") ? NoteSeries.Source : NoteSeries.Editor;

    // In the file of its call, or else in the one other file that has it.
    private DefinedNote? Found(string file, string label) =>
        _byFile.TryGetValue((file, label), out var own) ? own : _byLabel.TryGetValue(label, out var others) && others.Count == 1 ? others[0] : null;

    private void Gather(MarkdownFile file, ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            var block = container[i];
            if (block is NoteDefinition definition)
            {
                Add(file, definition);
            }

            if (block is ContainerBlock inner)
            {
                Gather(file, inner);
            }
        }
    }

    private void Add(MarkdownFile file, NoteDefinition definition)
    {
        var span = file.Span(definition.Span);
        span = SourceSpan.At(span.File, span.Line, span.Column);
        var note = new DefinedNote(definition.Label, file, definition, span);
        if (!_byFile.TryAdd((file.Path, definition.Label), note))
        {
            reading.Report(
                ManuscriptDiagnostics.DuplicateNote,
                span,
                $"the note '{definition.Label}' is defined twice",
                $"its first definition is {_byFile[(file.Path, definition.Label)].Span}; give one of the two another label");
            return;
        }

        _all.Add(note);
        if (!_byLabel.TryGetValue(definition.Label, out var same))
        {
            _byLabel[definition.Label] = same = [];
        }

        same.Add(note);
    }
}

/// <summary>A definition of a note, and the note once it was called.</summary>
internal sealed class DefinedNote(string label, MarkdownFile file, NoteDefinition definition, SourceSpan span)
{
    public string Label { get; } = label;

    public MarkdownFile File { get; } = file;

    public NoteDefinition Definition { get; } = definition;

    public SourceSpan Span { get; } = span;

    public bool Called { get; set; }

    /// <summary>The note, from its first call on; null before, and for one that says nothing.</summary>
    public Note? Note { get; set; }
}
