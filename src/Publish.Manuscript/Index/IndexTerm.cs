using System.Collections.Immutable;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Headwords as the manuscript writes them: <c>*…*</c> is italic.</summary>
internal static class IndexTerm
{
    public static ImmutableArray<Inline> Parse(string term)
    {
        var parts = term.Split('*');
        if (parts.Length % 2 == 0)
        {
            return [new Text(term)];
        }

        var inlines = ImmutableArray.CreateBuilder<Inline>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 0)
            {
                inlines.Add(i % 2 == 0 ? new Text(parts[i]) : new Emphasis([new Text(parts[i])]));
            }
        }

        return inlines.ToImmutable();
    }

    /// <summary>Without the marks of italics.</summary>
    public static string Plain(string term) => term.Replace("*", "", StringComparison.Ordinal);
}
