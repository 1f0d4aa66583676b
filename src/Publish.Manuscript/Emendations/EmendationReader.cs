using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Reads emendations.yaml and queries.yaml.</summary>
internal static class EmendationReader
{
    private static readonly Dictionary<string, EmendationClass> _classes = new(StringComparer.Ordinal)
    {
        ["misprint"] = EmendationClass.Misprint,
        ["spelling"] = EmendationClass.Spelling,
        ["punctuation"] = EmendationClass.Punctuation,
        ["name"] = EmendationClass.Name,
        ["fact"] = EmendationClass.Fact,
        ["conjecture"] = EmendationClass.Conjecture,
        ["missing-text"] = EmendationClass.MissingText,
        ["regularisation"] = EmendationClass.Regularisation,
        ["hyphenation"] = EmendationClass.Hyphenation,
    };

    private static readonly Dictionary<string, Certainty> _certainties = new(StringComparer.Ordinal)
    {
        ["high"] = Certainty.High,
        ["medium"] = Certainty.Medium,
        ["low"] = Certainty.Low,
    };

    private static readonly Dictionary<string, bool> _breaks = new(StringComparer.Ordinal) { ["paragraph"] = true };

    public static ImmutableArray<Emendation> Emendations(Reading reading, NamedFile? file)
    {
        var emendations = ImmutableArray.CreateBuilder<Emendation>();
        foreach (var entry in YamlRecords.Read(reading, file, "an emendation"))
        {
            var id = entry.RequiredText("id");
            var paragraph = entry.RequiredText("paragraph");
            var copyParagraph = entry.Text("copy-paragraph");
            var line = entry.Number("line");
            var prefix = entry.Exact("prefix") ?? "";
            var original = entry.Exact("sic");
            var suffix = entry.Exact("suffix") ?? "";
            var corrected = entry.Exact("corr");
            var breaks = entry.Word("break", _breaks) ?? false;
            var kind = entry.Word("class", _classes) ?? EmendationClass.Misprint;
            var certainty = entry.Word("certainty", _certainties) ?? Certainty.High;
            var conjecture = entry.Flag("conjecture") ?? false;
            var reason = entry.RequiredText("reason");
            entry.Finish();
            if (original is null || corrected is null)
            {
                reading.Report(ManuscriptDiagnostics.MissingKey, entry.Span, $"emendation '{id}' has no '{(original is null ? "sic" : "corr")}'", "'sic' is what the copy-text reads, 'corr' what the edition prints; either may be \"\"");
            }
            else if (id is not null && paragraph is not null && reason is not null)
            {
                emendations.Add(new(id, paragraph, copyParagraph ?? paragraph, line ?? 0, prefix, original, suffix, corrected, breaks, kind, certainty, conjecture, reason, At(entry.Span)));
            }
        }

        return emendations.ToImmutable();
    }

    public static ImmutableArray<Query> Queries(Reading reading, NamedFile? file)
    {
        var queries = ImmutableArray.CreateBuilder<Query>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in YamlRecords.Read(reading, file, "a query"))
        {
            var id = entry.RequiredText("id");
            var paragraph = entry.RequiredText("paragraph");
            var words = entry.RequiredText("reading");
            var doubt = entry.RequiredText("doubt");
            var listed = entry.Flag("listed") ?? false;
            entry.Finish();
            if (id is null || paragraph is null || words is null || doubt is null)
            {
                continue;
            }

            if (seen.Add(id))
            {
                queries.Add(new(id, paragraph, words, doubt, listed, At(entry.Span)));
            }
            else
            {
                reading.Report(ManuscriptDiagnostics.DuplicateRecord, At(entry.Span), $"there are two queries '{id}'", "give one of the two another id");
            }
        }

        return queries.ToImmutable();
    }

    private static SourceSpan At(SourceSpan span) => SourceSpan.At(span.File, span.Line, span.Column);
}
