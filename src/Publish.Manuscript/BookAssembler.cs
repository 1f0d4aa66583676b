using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>From the plan of a book to the book: parses its files, converts its sections in order, checks what only the whole can tell.</summary>
internal static class BookAssembler
{
    public static Book Assemble(Reading reading, BookPlan plan)
    {
        var files = ManuscriptFiles.Parse(reading, plan);
        var emendations = new EmendationRegister(reading, EmendationReader.Emendations(reading, plan.Emendations));
        var queries = EmendationReader.Queries(reading, plan.Queries);
        var conversion = new Conversion(reading, plan, emendations) { Queries = queries };
        foreach (var (path, file) in files)
        {
            conversion.Notes.Gather(file);
            if (file.Document.GetData(BracketParser.Targets) is HashSet<string> targets)
            {
                conversion.Wanted.UnionWith(targets);
            }

            if (file.Document.GetData(BracketParser.TooDeep) is int line)
            {
                reading.Report(ManuscriptDiagnostics.TooDeep, SourceSpan.At(path, line, 1), "brackets stand too deep inside each other", "take some of the levels out");
            }
        }

        var sections = Convert(reading, plan, conversion, Sections(plan, files));
        conversion.Notes.Check();
        conversion.Ids.Check();
        var book = new Book(plan.Metadata, WithIndex(reading, plan, conversion, sections), plan.Editions)
        {
            Style = plan.Style,
            Cover = plan.Cover,
            Hyphenation = plan.Hyphenation,
            NoteNumbering = plan.NoteNumbering,
            Emendations = emendations.All,
            Queries = queries,
        };
        book = ColophonFacts.Fill(book, conversion.Words);
        CopyTextCheck.Emendations(reading, plan, emendations, book);
        CopyTextCheck.Queries(reading, book);
        return book;
    }

    private static List<RawSection> Sections(BookPlan plan, SortedList<string, MarkdownFile> files)
    {
        if (!plan.GuessKinds)
        {
            return SectionSplitter.OfEntries(plan.Matter
                .Where(entry => entry.File is null || files.ContainsKey(entry.File))
                .Select(entry => (entry, entry.File is null ? null : files[entry.File])));
        }

        var sections = SectionSplitter.OfEntries(plan.Matter.Where(entry => entry.File is null).Select(entry => (entry, (MarkdownFile?)null)));
        var texts = SectionSplitter.OfFiles(plan.Matter.Where(entry => entry.File is not null && files.ContainsKey(entry.File)).Select(entry => files[entry.File!]), plan.Parts);
        SectionGuess.Apply(texts);
        sections.AddRange(texts);
        return sections;
    }

    private static List<Section> Convert(Reading reading, BookPlan plan, Conversion conversion, List<RawSection> raw)
    {
        reading.Settings.Memory?.Begin((plan.Metadata.Language, plan.Parts, plan.Dialect, string.Join(' ', plan.Matter.Select(entry => entry.Kind).Distinct())));
        var converter = new SectionConverter(conversion);
        var display = new DisplaySections(conversion);
        var depth = plan.ContentsDepth ?? ContentsDepth(plan, raw);
        var sections = new List<Section>();
        foreach (var section in raw)
        {
            if (section.Generated is not { } entry)
            {
                sections.Add(converter.Convert(section));
            }
            else if (display.Make(entry.Kind, entry.Matter, entry.Span, depth) is { } made)
            {
                sections.Add(made);
            }
            else if (!plan.GuessKinds)
            {
                reading.Report(ManuscriptDiagnostics.EmptySection, entry.Span, "the imprint has nothing to say: the book gives no source, rights, series or ISBN", "add one of them, or name a file: 'imprint: imprint.md'");
            }
        }

        return sections;
    }

    /// <summary>A play of five acts shows its scenes; a novel of a hundred chapters only these.</summary>
    private static int ContentsDepth(BookPlan plan, List<RawSection> sections) =>
        plan.GuessKinds && !plan.Parts && sections.Count(section => section.Generated is null) <= 12 ? 2 : 1;

    private static ImmutableArray<Section> WithIndex(Reading reading, BookPlan plan, Conversion conversion, List<Section> sections)
    {
        var at = sections.FindIndex(section => section.Blocks is [IndexList]);
        if (at < 0)
        {
            return [.. sections];
        }

        var entries = IndexGatherer.Gather(reading, conversion.IndexMarks, plan.Index);
        if (entries.IsEmpty)
        {
            reading.Report(ManuscriptDiagnostics.IndexEmpty, sections[at].Span, "the book asks for an index and no text has an index mark", "write []{.index term=\"…\"} where a term is spoken of, or take 'index' out of the matter");
        }

        sections[at] = sections[at] with { Blocks = [((IndexList)sections[at].Blocks[0]) with { Entries = entries }] };
        return [.. sections];
    }
}
