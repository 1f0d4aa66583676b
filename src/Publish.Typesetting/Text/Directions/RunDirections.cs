using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Typesetting.Text.Directions;

/// <summary>Gives runs their embedding levels, and divides those in which the direction changes.</summary>
internal static class RunDirections
{
    /// <summary>The runs with their levels: themselves where nothing of the text runs from right to left.</summary>
    /// <param name="text">The text.</param>
    /// <param name="runs">Its runs.</param>
    /// <param name="language">The language of the text as a whole, which says in which direction it runs.</param>
    /// <param name="rightToLeft">Whether the text as a whole runs from right to left.</param>
    public static ImmutableArray<StyledRun> Settle(string text, ImmutableArray<StyledRun> runs, string language, out bool rightToLeft)
    {
        rightToLeft = false;
        if (!EmbeddingLevels.AreNeeded(text))
            return runs;
        rightToLeft = EmbeddingLevels.RunsRightToLeft(language);
        var calls = runs.Where(r => r is { Source: null, Link: NoteCall }).ToList();
        bool IsCall(int offset) => calls.Exists(c => offset >= c.Start && offset < c.End);
        var levels = EmbeddingLevels.Of(text, rightToLeft ? (byte)1 : (byte)0, IsCall);
        var result = ImmutableArray.CreateBuilder<StyledRun>(runs.Length);
        foreach (var run in runs)
        {
            for (var start = run.Start; start < run.End;)
            {
                var level = levels[start];
                var end = start + 1;
                while (end < run.End && levels[end] == level)
                    end++;
                // The figures of a call run from left to right wherever it stands.
                var own = run is { Source: null, Link: NoteCall } && (level & 1) != 0 ? (byte)(level + 1) : level;
                result.Add(run with
                {
                    Start = start,
                    Length = end - start,
                    Level = own,
                    Source = run.Source is { } source ? source with { Offset = source.Offset + start - run.Start } : null,
                });
                start = end;
            }
        }

        return result.ToImmutable();
    }
}
