using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Every identifier of the book, and every reference to one.</summary>
/// <param name="reading">The reading.</param>
internal sealed class IdRegister(Reading reading)
{
    private readonly Dictionary<string, Target> _targets = new(StringComparer.Ordinal);
    private readonly List<(string Id, ReferenceForm Form, SourceSpan Span)> _references = [];

    /// <summary>Identifiers that were declared or made, in order.</summary>
    public List<(string Id, SourceSpan Span, bool Titled)> Declared { get; } = [];

    /// <summary>References, in order.</summary>
    public IReadOnlyList<(string Id, ReferenceForm Form, SourceSpan Span)> References => _references;

    /// <summary>How often the program's own identifier was taken already: which it is then depends on others.</summary>
    public int Passed { get; private set; }

    /// <summary>Takes in an identifier that was found good before and is free.</summary>
    public void Take(string id, SourceSpan span, bool titled)
    {
        _targets.Add(id, new(span, titled));
        Declared.Add((id, span, titled));
    }

    /// <summary>Declares an identifier; null where it may not be used, which is said.</summary>
    /// <param name="id">The identifier, as written.</param>
    /// <param name="span">Where it is given.</param>
    /// <param name="titled">Whether its place has a title that a reference can print.</param>
    public string? Declare(string? id, SourceSpan span, bool titled = false)
    {
        if (id is null)
        {
            return null;
        }

        if (!IsValid(id))
        {
            reading.Report(ManuscriptDiagnostics.BadId, span, $"'{id}' cannot be an identifier", "begin with a letter and go on in letters, digits and hyphens");
            return null;
        }

        if (_targets.TryAdd(id, new(span, titled)))
        {
            Declared.Add((id, span, titled));
            return id;
        }

        var first = _targets[id].Span;
        reading.Report(ManuscriptDiagnostics.DuplicateId, span, $"the identifier '{id}' is used twice", $"its first place is {first}; give one of the two another name");
        return null;
    }

    /// <summary>Whether an identifier is taken.</summary>
    public bool Has(string id) => _targets.ContainsKey(id);

    /// <summary>An identifier nobody has, from a stem and a number: the program's own.</summary>
    public string Make(string stem, ref int number)
    {
        string id;
        Passed--;
        do
        {
            Passed++;
            id = stem + (++number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        while (_targets.ContainsKey(id));
        Take(id, SourceSpan.None, false);
        return id;
    }

    /// <summary>Remembers a reference, to be checked when the whole book is read.</summary>
    public void Refer(string id, ReferenceForm form, SourceSpan span) => _references.Add((id, form, span));

    /// <summary>Says which references lead nowhere, or ask what their target hasn't got.</summary>
    public void Check()
    {
        foreach (var (id, form, span) in _references)
        {
            if (!_targets.TryGetValue(id, out var target))
            {
                var near = Spelling.Nearest(id, _targets.Where(pair => pair.Value.Span.Line > 0).Select(pair => pair.Key));
                reading.Report(ManuscriptDiagnostics.UndefinedReference, span, $"nothing in the book has the identifier '{id}'", near is null ? $"give the place its identifier: {{#{id}}}" : $"did you mean '#{near}'?");
            }
            else if (form is ReferenceForm.Title or ReferenceForm.Number && !target.Titled)
            {
                reading.Report(ManuscriptDiagnostics.ReferenceWithoutTitle, span, $"'{id}' has no title that a reference could print", "write the words between the brackets, or ask for the page by {.page}");
            }
        }
    }

    private static bool IsValid(string id) =>
        id.Length > 0 && char.IsLetter(id[0]) && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':');

    private readonly record struct Target(SourceSpan Span, bool Titled);
}
