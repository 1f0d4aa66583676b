using System.Collections.Immutable;
using Markdig.Syntax;
using Publish.Document;
using MarkdigBlock = Markdig.Syntax.Block;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>How far a conversion is: its counters, and how much stands in its registers.</summary>
/// <param name="Counters">The counters.</param>
/// <param name="Ids">Identifiers declared.</param>
/// <param name="References">References made.</param>
/// <param name="Automatic">Automatic identifiers of headings that were thought of.</param>
/// <param name="Notes">Notes looked for.</param>
/// <param name="Marks">Emendations marked.</param>
/// <param name="Index">Marks of the index.</param>
/// <param name="Files">Files looked for.</param>
internal readonly record struct ConversionState(ConversionCounters Counters, int Ids, int References, int Automatic, int Notes, int Marks, int Index, int Files);

/// <summary>The counters of a conversion.</summary>
/// <param name="Ordinal">Blocks.</param>
/// <param name="IndexMarks">Identifiers made for marks of the index.</param>
/// <param name="Listed">Identifiers made for listed figures and tables.</param>
/// <param name="Notes">Notes of each series.</param>
internal readonly record struct ConversionCounters(int Ordinal, int IndexMarks, int Listed, (int Editor, int Author, int Source) Notes);

/// <summary>A note that was looked for: what it was to the book then and is after the section.</summary>
/// <param name="File">The file of the call.</param>
/// <param name="Label">Its label.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Before">Whether it was called before, and the note it was then.</param>
/// <param name="After">The same after the section.</param>
internal sealed record LookedUpNote(string File, string Label, NoteDefinition Definition, (bool Called, Note? Note) Before, (bool Called, Note? Note) After);

/// <summary>
/// A section that was converted, with all it asked of the book and told it. Where the same blocks come at the same place of a book that answers the same, it is the
/// section, and the book is told the same. One of which something had to be said isn't kept.
/// </summary>
internal sealed class KeptSection
{
    private readonly (SectionKind Kind, Matter Matter, SourceSpan Span, bool TitleIsKind, MarkdownFile? File, HeadingBlock? Heading) _made;
    private readonly ImmutableArray<(MarkdownFile File, ImmutableArray<MarkdigBlock> Blocks)> _stretches;
    private readonly ConversionCounters _before;
    private readonly ConversionCounters _after;
    private readonly ImmutableArray<(string Id, SourceSpan Span, bool Titled)> _ids;
    private readonly ImmutableArray<(string Id, ReferenceForm Form, SourceSpan Span)> _references;
    private readonly ImmutableArray<(string Id, bool Any, bool Wanted)> _automatic;
    private readonly ImmutableArray<LookedUpNote> _notes;
    private readonly ImmutableArray<(Emendation Emendation, SourceSpan Place, string? BlockId)> _marks;
    private readonly ImmutableArray<IndexMark> _index;
    private readonly ImmutableArray<(string Path, bool Found)> _files;

    /// <summary>Keeps a section that was just converted.</summary>
    /// <param name="raw">What it was made of.</param>
    /// <param name="before">The conversion before it.</param>
    /// <param name="section">The section, without those inside it.</param>
    /// <param name="conversion">The conversion after it.</param>
    public KeptSection(RawSection raw, in ConversionState before, Section section, Conversion conversion)
    {
        Section = section;
        _made = MadeOf(raw);
        _stretches = [.. raw.Stretches.Select(stretch => (stretch.File, stretch.Blocks.ToImmutableArray()))];
        (_before, _after) = (before.Counters, conversion.Counters);
        _ids = [.. conversion.Ids.Declared.Skip(before.Ids)];
        _references = [.. conversion.Ids.References.Skip(before.References)];
        _automatic = [.. conversion.Automatic.Skip(before.Automatic)];
        _notes = [.. conversion.Notes.LookedUp.Skip(before.Notes).DistinctBy(note => note.Note)
            .Select(note => new LookedUpNote(note.File, note.Note.Label, note.Note.Definition, note.Before, (note.Note.Called, note.Note.Note)))];
        _marks = [.. conversion.Emendations.Marked.Skip(before.Marks)];
        _index = [.. conversion.IndexMarks.Skip(before.Index)];
        _files = [.. conversion.Reading.LookedFor.Skip(before.Files)];
    }

    /// <summary>The section, without those inside it.</summary>
    public Section Section { get; }

    /// <summary>What stands for a section among those kept: its heading, or its first block; null where it has neither.</summary>
    public static MarkdigBlock? KeyOf(RawSection raw) => raw.Heading?.Block ?? (raw.Stretches is [var first, ..] ? first.Blocks[0] : null);

    /// <summary>Whether the section would come to the same now.</summary>
    public bool Holds(RawSection raw, Conversion conversion) =>
        IsMadeOf(raw)
        && conversion.Counters == _before
        && _ids.All(id => !conversion.Ids.Has(id.Id))
        && _automatic.All(conversion.IsStill)
        && _notes.All(conversion.Notes.IsStill)
        && _marks.All(conversion.Emendations.MayMark)
        && _files.All(file => conversion.Reading.Has(file.Path) == file.Found);

    /// <summary>Tells the book what converting the section again would tell it.</summary>
    public void Tell(Conversion conversion)
    {
        foreach (var (id, span, titled) in _ids)
        {
            conversion.Ids.Take(id, span, titled);
        }

        foreach (var (id, form, span) in _references)
        {
            conversion.Ids.Refer(id, form, span);
        }

        foreach (var note in _notes)
        {
            conversion.Notes.Set(note);
        }

        foreach (var (emendation, place, blockId) in _marks)
        {
            conversion.Emendations.Mark(emendation.Id, place, blockId);
        }

        conversion.IndexMarks.AddRange(_index);
        conversion.Counters = _after;
    }

    private static (SectionKind Kind, Matter Matter, SourceSpan Span, bool TitleIsKind, MarkdownFile? File, HeadingBlock? Heading) MadeOf(RawSection raw) =>
        (raw.Kind, raw.Matter, raw.Span, raw.TitleIsKind, raw.Heading?.File, raw.Heading?.Block);

    private bool IsMadeOf(RawSection raw)
    {
        if (MadeOf(raw) != _made || raw.Stretches.Count != _stretches.Length)
        {
            return false;
        }

        for (var i = 0; i < raw.Stretches.Count; i++)
        {
            if (raw.Stretches[i].File != _stretches[i].File || !raw.Stretches[i].Blocks.SequenceEqual(_stretches[i].Blocks))
            {
                return false;
            }
        }

        return true;
    }
}
