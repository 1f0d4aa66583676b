using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The printed list of emendations, made from their records: place, number, the edition's reading with its words around it, the copy-text's, the reason.</summary>
internal static class EmendationList
{
    private const int ContextWords = 2;

    public static Table Make(Conversion conversion, int ordinal, string? id, SourceSpan span)
    {
        conversion.Surveys++;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var head = GeneratedTable.Row(conversion, span, [[new Text("Page.line")], [new Text("No.")], [new Text("This edition ] copy-text")], [new Text("Reason")]]);
        foreach (var emendation in conversion.Emendations.All)
        {
            var target = EmendationRegister.IdOf(emendation);
            conversion.Ids.Refer(target, ReferenceForm.PageAndLine, emendation.Span);
            rows.Add(GeneratedTable.Row(
                conversion,
                span,
                [
                    [new CrossReference([new Text(emendation.Id)], target, ReferenceForm.PageAndLine)],
                    [new Text(emendation.Id)],
                    Readings(emendation),
                    [new Text(Reason(emendation))],
                ]));
        }

        return new(
            [new(ColumnAlignment.Left, 120), new(ColumnAlignment.Left, 80), new(ColumnAlignment.Left, 430), new(ColumnAlignment.Left, 370)],
            [head],
            rows.ToImmutable(),
            null)
        {
            Ordinal = ordinal,
            Span = span,
            Id = id,
            Classes = ["emendations"],
        };
    }

    /// <summary>The lemma as the edition reads, a bracket, and what the copy-text has in its place.</summary>
    private static ImmutableArray<Inline> Readings(Emendation emendation)
    {
        var before = LastWords(emendation.Prefix);
        var after = emendation.BreaksParagraph ? " ¶" : FirstWords(emendation.Suffix);
        var readings = ImmutableArray.CreateBuilder<Inline>();
        if (before.Length > 0)
        {
            readings.Add(new Text(before));
        }

        if (emendation.Corrected.Length > 0)
        {
            readings.Add(new Emphasis([new Text(emendation.Corrected)]));
        }

        readings.Add(new Text((before.Length + emendation.Corrected.Length == 0 ? after.TrimStart() : after) + "\u00A0] "));
        readings.Add(emendation.Original.Length > 0 ? new Emphasis([new Text(emendation.Original)]) : new Text("nothing"));
        return readings.ToImmutable();
    }

    private static string Reason(Emendation emendation) => emendation.Reason + (emendation.Conjecture && !emendation.Reason.Contains("onjectur", StringComparison.Ordinal) ? " Conjecture." : "");

    private static string LastWords(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', words.TakeLast(ContextWords));
        return kept.Length > 0 && text[^1] == ' ' ? kept + " " : kept;
    }

    private static string FirstWords(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = string.Join(' ', words.Take(ContextWords));
        return kept.Length > 0 && text[0] == ' ' ? " " + kept : kept;
    }
}
