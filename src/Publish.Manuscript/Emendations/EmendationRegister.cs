using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The emendations of a book, and which were marked in its text.</summary>
internal sealed class EmendationRegister
{
    private readonly Reading _reading;
    private readonly Dictionary<string, Emendation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SourceSpan Place, string? BlockId)> _marks = new(StringComparer.Ordinal);

    public EmendationRegister(Reading reading, ImmutableArray<Emendation> all)
    {
        _reading = reading;
        foreach (var emendation in all)
        {
            if (!_byId.TryAdd(emendation.Id, emendation))
            {
                reading.Report(ManuscriptDiagnostics.DuplicateRecord, emendation.Span, $"there are two emendations '{emendation.Id}'", "give one of the two another id");
            }
        }

        All = [.. all.Where(emendation => ReferenceEquals(_byId[emendation.Id], emendation))];
    }

    /// <summary>Those marked in the text so far, in order.</summary>
    public List<(Emendation Emendation, SourceSpan Place, string? BlockId)> Marked { get; } = [];

    /// <summary>Whether a mark that was good before is good again: the record is the same, and nothing has marked it.</summary>
    public bool MayMark((Emendation Emendation, SourceSpan Place, string? BlockId) mark) =>
        _byId.TryGetValue(mark.Emendation.Id, out var emendation) && emendation == mark.Emendation && !_marks.ContainsKey(emendation.Id);

    /// <summary>All of them, in order of the file.</summary>
    public ImmutableArray<Emendation> All { get; }

    /// <summary>The identifier of an emendation's place in the text: "emendation-e1".</summary>
    public static string IdOf(Emendation emendation) => "emendation-" + new string([.. emendation.Id.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]);

    /// <summary>Takes in a mark in the text.</summary>
    /// <param name="reference">The id it refers to.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="blockId">The identifier of its paragraph.</param>
    /// <returns>The record; null where the mark is none, which is said.</returns>
    public Emendation? Mark(string? reference, SourceSpan place, string? blockId)
    {
        if (string.IsNullOrEmpty(reference))
        {
            _reading.Report(ManuscriptDiagnostics.IncompleteMark, place, "the emendation does not say which record it belongs to", "write [text]{.emendation ref=E1}");
            return null;
        }

        if (!_byId.TryGetValue(reference, out var emendation))
        {
            var near = Spelling.Nearest(reference, _byId.Keys);
            _reading.Report(ManuscriptDiagnostics.EmendationUnknown, place, $"there is no emendation '{reference}'", near is null ? "add its record to the file of emendations" : $"did you mean '{near}'?");
            return null;
        }

        if (!_marks.TryAdd(reference, (place, blockId)))
        {
            _reading.Report(ManuscriptDiagnostics.EmendationMarkedTwice, place, $"the emendation '{reference}' is marked twice", $"its first mark is {_marks[reference].Place}");
            return null;
        }

        Marked.Add((emendation, place, blockId));
        return emendation;
    }

    /// <summary>Says which emendations the text doesn't mark.</summary>
    public void Check()
    {
        foreach (var emendation in All)
        {
            if (!_marks.ContainsKey(emendation.Id))
            {
                _reading.Report(ManuscriptDiagnostics.EmendationUnmarked, emendation.Span, $"the emendation '{emendation.Id}' is not marked in the text", $"write [{emendation.Corrected}]{{.emendation ref={emendation.Id}}} at its place");
            }
        }
    }

    /// <summary>Where an emendation is marked; null where it isn't.</summary>
    public (SourceSpan Place, string? BlockId)? MarkOf(string id) => _marks.TryGetValue(id, out var mark) ? mark : null;
}
