using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The order of the book: front, body and back matter by kind.</summary>
internal static class MatterReader
{
    public static ImmutableArray<MatterEntry> Read(Reading reading, MappingReader book)
    {
        if (book.Inner("matter", "the matter") is not { } matter)
        {
            if (book.Node("matter") is null)
            {
                reading.Report(ManuscriptDiagnostics.MissingKey, book.SpanOf("matter"), "the book has no 'matter'", "list its files: matter: { body: [ chapter: text.md ] }");
            }

            return [];
        }

        var entries = ImmutableArray.CreateBuilder<MatterEntry>();
        Add(reading, matter, "front", Matter.Front, entries);
        Add(reading, matter, "body", Matter.Body, entries);
        Add(reading, matter, "back", Matter.Back, entries);
        matter.Finish();
        return entries.ToImmutable();
    }

    private static void Add(Reading reading, MappingReader matter, string key, Matter where, ImmutableArray<MatterEntry>.Builder entries)
    {
        foreach (var item in matter.Items(key))
        {
            switch (item)
            {
                case YamlScalar word:
                    if (Kind(reading, word) is { } bare)
                    {
                        Generated(reading, word, bare, where, entries);
                    }

                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        FromFiles(reading, matter, entry, key, where, entries);
                    }

                    break;
                default:
                    matter.Wrong(item.Span, key, "a list of kinds, or of 'kind: file.md'");
                    break;
            }
        }
    }

    private static void Generated(Reading reading, YamlScalar word, SectionKind kind, Matter where, ImmutableArray<MatterEntry>.Builder entries)
    {
        if (SectionKinds.Generated(kind))
        {
            entries.Add(new(kind, where, null, word.Span));
        }
        else
        {
            reading.Report(ManuscriptDiagnostics.MissingKey, word.Span, $"'{word.Value}' names no file", $"write '{word.Value}: file.md'; only {string.Join(", ", SectionKinds.ByWord.Where(pair => SectionKinds.Generated(pair.Value)).Select(pair => pair.Key))} are made by themselves");
        }
    }

    private static void FromFiles(Reading reading, MappingReader matter, YamlEntry entry, string key, Matter where, ImmutableArray<MatterEntry>.Builder entries)
    {
        if (Kind(reading, entry.Key) is not { } kind)
        {
            return;
        }

        IReadOnlyList<YamlNode> files = entry.Value is YamlSequence sequence ? sequence.Items : [entry.Value];
        foreach (var file in files)
        {
            if (file is YamlScalar { IsNull: false } path)
            {
                if (BookPath.ResolveOrReport(reading, path.Value, path.Span) is { } resolved)
                {
                    entries.Add(new(kind, where, resolved, path.Span));
                }
            }
            else if (file is YamlScalar)
            {
                Generated(reading, entry.Key, kind, where, entries);
            }
            else
            {
                matter.Wrong(file.Span, key, "a list of kinds, or of 'kind: file.md'");
            }
        }
    }

    private static SectionKind? Kind(Reading reading, YamlScalar word)
    {
        if (SectionKinds.ByWord.TryGetValue(word.Value, out var kind))
        {
            return kind;
        }

        var near = Spelling.Nearest(word.Value, SectionKinds.ByWord.Keys);
        reading.Report(
            ManuscriptDiagnostics.WrongValue,
            word.Span,
            $"'{word.Value}' is not a kind of section",
            near is null ? "kinds: " + string.Join(", ", SectionKinds.ByWord.Keys) : $"did you mean '{near}'?");
        return null;
    }
}
