namespace Publish.Typesetting.References;

/// <summary>
/// Brings what is printed of page numbers to rest. After each pass it compares what the pages came to with what was printed; an answer that comes back
/// after having changed would go on so for ever: the wider of the two is then printed, whatever the pages say.
/// </summary>
internal sealed class Convergence
{
    private readonly Dictionary<string, List<string>> history = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> frozen = new(StringComparer.Ordinal);
    private readonly List<(IEnumerable<string> Asked, Func<string, string?> Found)> waiting = [];

    /// <summary>Answers that are printed whatever the pages say, by question.</summary>
    public IReadOnlyDictionary<string, string> Frozen => frozen;

    /// <summary>Takes what a pass found.</summary>
    /// <param name="asked">The questions that the text asks, each as often as it likes; may be looked at in a later pass.</param>
    /// <param name="found">The answer to a question by the pages as they are now; null where there is none yet. May be asked in a later pass.</param>
    public void Take(IEnumerable<string> asked, Func<string, string?> found)
    {
        // Nothing can come back before the third pass, which hardly any book has.
        waiting.Add((asked, found));
        if (waiting.Count < 3 && history.Count == 0)
        {
            return;
        }

        foreach (var pass in waiting)
        {
            Look(pass.Asked, pass.Found);
        }

        waiting.Clear();
    }

    private void Look(IEnumerable<string> asked, Func<string, string?> found)
    {
        foreach (var question in asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (found(question) is not { } answer)
            {
                continue;
            }

            if (!history.TryGetValue(question, out var answers))
            {
                history[question] = answers = [];
            }

            if (answers.Count > 0 && answers[^1] == answer)
            {
                continue;
            }

            if (!frozen.ContainsKey(question) && answers.LastIndexOf(answer) is var before and >= 0)
            {
                frozen[question] = answers.Skip(before).Append(answer).OrderByDescending(a => a.Length).ThenByDescending(a => a, StringComparer.Ordinal).First();
            }

            answers.Add(answer);
        }
    }

    /// <summary>The questions whose printed answer isn't what the pages say in the end, in order, with both.</summary>
    /// <param name="printed">What each question's asker printed.</param>
    /// <param name="found">The answer by the pages.</param>
    public static IEnumerable<(string Question, string Printed, string Found)> Wrong(IEnumerable<KeyValuePair<string, string>> printed, Func<string, string?> found)
    {
        foreach (var (question, answer) in printed.DistinctBy(p => p.Key, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (found(question) is { } now && now != answer)
            {
                yield return (question, answer, now);
            }
        }
    }
}
