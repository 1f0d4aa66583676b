using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Document;
using Publish.Styles;
using Publish.Typesetting.Hyphenation;
using Publish.Typesetting.Text;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>
/// Sets paragraphs: shapes their words, finds the best ways to break them, and hands out lines. A pure function of text, style and measure; what it keeps are
/// shaped words. Safe to use from several threads.
/// </summary>
/// <param name="patterns">Hyphenation.</param>
public sealed class ParagraphSetter(HyphenationPatterns patterns)
{
    [ThreadStatic]
    private static Workbench? workbench;

    private readonly WordFonts fonts = new(patterns);

    /// <summary>What was missing so far (hyphenation patterns), each once, in a stable order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => fonts.Diagnostics;

    /// <summary>How many shaped words it keeps.</summary>
    public int WordCount => fonts.WordCount;

    /// <summary>Sets a paragraph to a measure, its first line indented as its style says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Its style.</param>
    /// <param name="measure">The measure, the paragraph's own margins taken off.</param>
    public SetParagraph Set(StyledText text, ComputedStyle style, Length measure) => Set(text, style, new ParagraphShape(measure, style.TextIndent));

    /// <summary>Sets a paragraph to a shape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Its style; its indent is not used.</param>
    /// <param name="shape">The measure and indents.</param>
    public SetParagraph Set(StyledText text, ComputedStyle style, ParagraphShape shape) =>
        Set(text, style, shape, FitPrices.For(style.Characters.Size, style.TextIndent, style.Alignment, style.Expansion, style.BreakAfter == PageBreak.Avoid));

    /// <summary>Sets a paragraph at given prices.</summary>
    internal SetParagraph Set(StyledText text, ComputedStyle style, ParagraphShape shape, FitSettings fit)
    {
        if (text.Characters.Length == 0)
            return new(text, shape.Measure, [], 0);
        var bench = workbench ??= new Workbench();
        var runFonts = new RunFont[text.Runs.Length];
        for (var i = 0; i < runFonts.Length; i++)
            runFonts[i] = new RunFont(fonts.For(text.Runs[i]), text.Runs[i]);

        var words = bench.Builder.Build(text, runFonts, bench.List, fit, style.Hyphenate, ParagraphContext.HangsIn(text, style), shape.IndentOf(0) == Length.Zero);
        var context = new ParagraphContext(text, style, shape, runFonts, fit, words);
        var best = bench.Fit.Break(bench.List, fit, shape, bench.Results);
        var variants = ImmutableArray.CreateBuilder<ParagraphVariant>(bench.Results.Count);
        foreach (var result in bench.Results)
            variants.Add(Variant(context, bench.List, result));
        return new(text, shape.Measure, variants.MoveToImmutable(), best);
    }

    private static ParagraphVariant Variant(ParagraphContext context, BreakList list, FittedLines result)
    {
        var lines = new SetLine[result.LineCount];
        var ends = result.Ends.Span;
        var costs = result.Costs.Span;
        var faulty = false;
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Line(context, list, start, ends[i], i, costs[i]);
            faulty |= lines[i].Diagnostic is not null;
            start = ends[i];
        }

        return new(result.LineCount, result.Cost, ImmutableCollectionsMarshal.AsImmutableArray(lines)) { HasFaults = faulty };
    }

    private static SetLine Line(ParagraphContext context, BreakList list, int from, int to, int index, long cost)
    {
        var fit = context.Fit;
        var flags = list.Flags[to];
        var forced = (flags & BreakFlags.Forced) != 0;
        var indent = context.Shape.IndentOf(index);
        var measure = (context.Shape.Measure - indent).Scaled;
        var width = list.End[to] - list.Start[from];
        var space = list.EndSpace[to] - list.StartSpace[from];
        var looseness = 0;
        var overfull = 0L;
        if (fit.Justified && (!forced || width > measure))
        {
            looseness = LineFit.Looseness(fit, width, space, measure);
            if (looseness == LineFit.TooTight)
            {
                looseness = -fit.ShrinkLimit;
                overfull = width - measure - (space * fit.ShrinkLimit / 1000) - ((width - space) * fit.Expansion / 10_000);
            }
        }
        else if (width > measure)
        {
            overfull = width - measure;
        }

        var start = from == 0 ? 0 : list.Next[from];
        var end = list.Offset[to];
        // Without a space that could give, glyphs aren't widened: the line ends short.
        var expansion = fit.Justified && (space > 0 || looseness < 0) ? LineFit.ExpansionAt(fit, looseness) : 0;
        var diagnostic = LineDiagnostics.Of(context.Text, start, end, looseness > fit.Tolerance && fit.Justified ? looseness : 0, overfull);
        return new SetLine(context, new Length(Math.Max(0, overfull)), CallsIn(context.Text, start, (flags & BreakFlags.Final) != 0 ? int.MaxValue : list.Next[to]), diagnostic)
        {
            SourceRange = start..list.Next[to],
            Width = fit.Justified && !forced ? context.Shape.Measure - indent : new Length(width),
            EndsInHyphen = (flags & BreakFlags.Inserted) != 0,
            IsLast = (flags & BreakFlags.Final) != 0,
            Looseness = looseness,
            Expansion = 10_000 + expansion,
            Demerits = cost,
            ContentEnd = end,
            IsForced = forced,
            FirstWord = list.Words[from],
            StartsInWord = from > 0 && (list.Flags[from] & BreakFlags.Forced) == 0 && list.Offset[from] == list.Next[from],
            Index = index,
        };
    }

    private static ImmutableArray<NoteCall> CallsIn(StyledText text, int start, int end)
    {
        if (text.Marks.IsEmpty)
            return [];
        var calls = ImmutableArray<NoteCall>.Empty;
        foreach (var mark in text.Marks)
        {
            if (mark.Kind == MarkKind.NoteCall && mark.Offset >= start && mark.Offset < end)
                calls = calls.Add((NoteCall)mark.Node);
        }

        return calls;
    }

    /// <summary>What is used from paragraph to paragraph on one thread.</summary>
    private sealed class Workbench
    {
        public readonly BreakListBuilder Builder = new();
        public readonly BreakList List = new();
        public readonly TotalFit Fit = new();
        public readonly List<FittedLines> Results = [];
    }
}
