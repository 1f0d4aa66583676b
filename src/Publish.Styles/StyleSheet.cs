using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publish.Document;
using Publish.Styles.Cascade;
using Publish.Styles.Pages;
using Publish.Styles.Parsing;

namespace Publish.Styles;

/// <summary>
/// A house style ready for use: computed styles of elements and of pages. Safe to use from several threads. Elements that stylesheets
/// can't tell apart share one <see cref="ComputedStyle"/> object, so styles may be compared by reference.
/// </summary>
public sealed class StyleSheet
{
    // Elements that a stylesheet tells apart: some hundreds in a book; identifiers it names could make more of them.
    private const int MostPaths = 20_000;

    private readonly List<Rule> rules;
    private readonly HashSet<string> classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PathKey, ElementPath> paths = new();
    private readonly ConcurrentDictionary<(string Name, PageSide Side, bool Opening, bool Blank), PageStyle> pages = new();
    private readonly ConcurrentDictionary<Diagnostic, byte> found = new();
    private readonly PageResolver resolver;
    private readonly ComputedStyle root;

    private StyleSheet(List<Rule> rules, List<PageRuleSet> pageRules, EditionPlan? plan)
    {
        this.rules = rules;
        foreach (var compound in rules.SelectMany(r => r.Selector.Compounds).SelectMany(c => c.Not.Prepend(c)))
        {
            classes.UnionWith(compound.Classes);
            if (compound.Id is { } id)
            {
                ids.Add(id);
            }
        }

        var rootElement = new StyledElement(ElementNames.Root.Name, [], null, null);
        resolver = new PageResolver(pageRules, new ComputedStyle(), plan, Report);
        root = Build(new PathKey(null, rootElement.Name, null, "", false, null, null, "", false), rootElement, null).Style;
        resolver = new PageResolver(pageRules, root, plan, Report);
        Measure = Page("body", PageSide.Right).TextWidth;
    }

    /// <summary>The measure of a body page: what 100 % is.</summary>
    public Length Measure { get; }

    /// <summary>The style of the root: the text's size and the grid's leading.</summary>
    public ComputedStyle Root => root;

    /// <summary>Bad values and unknown properties met so far, in order of their place. Complete once all pages and elements have been computed.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. found.Keys.OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Message, StringComparer.Ordinal)];

    /// <summary>Whether another build may use it: nothing had to be said so far, and it hasn't grown beyond what books ask of a stylesheet.</summary>
    internal bool IsReusable => found.IsEmpty && paths.Count < MostPaths;

    /// <summary>The font families that the rules for elements name, each list with the place of its declaration, in order of the cascade.</summary>
    public IEnumerable<(ImmutableArray<string> Families, SourceSpan Span)> FontFamilies =>
        from rule in rules
        from declaration in rule.Declarations
        where declaration.Property == "font-family"
        select (CssText.Families(declaration.Value), declaration.Span);

    /// <summary>Reads a house style.</summary>
    /// <param name="assets">Where the styles of the house are, under <c>styles/</c>.</param>
    /// <param name="house">Name of a folder there.</param>
    /// <param name="medium">What for.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    /// <param name="plan">The edition: its trim replaces the stylesheet's, and the margins are found anew.</param>
    /// <param name="book">The book's files: a house that isn't among the assets is looked for in them, and cascades after the classic style.</param>
    /// <param name="extra">A stylesheet that cascades after the house's; null for none.</param>
    /// <param name="memory">Keeps what was parsed; null to parse in any case.</param>
    public static StyleSheet Load(
        IAssets assets,
        string house,
        StyleMedium medium,
        ICollection<Diagnostic> diagnostics,
        EditionPlan? plan = null,
        IBookFiles? book = null,
        (string File, ReadOnlyMemory<byte> Data)? extra = null,
        StyleMemory? memory = null)
    {
        var files = HouseFiles.Of(assets, house, medium, diagnostics, book);
        files = extra is { } own ? [.. files, own] : files;
        var parsed = memory?.Of(files) ?? StyleMemory.Parse(files);
        foreach (var diagnostic in parsed.Diagnostics)
        {
            diagnostics.Add(diagnostic);
        }

        StyleSheet Ready()
        {
            var ready = new StyleSheet(parsed.Rules, parsed.Pages, plan);
            ready.CheckAll();
            return ready;
        }

        var sheet = memory?.Sheet(parsed, plan, Ready) ?? Ready();
        foreach (var diagnostic in sheet.Diagnostics)
        {
            diagnostics.Add(diagnostic);
        }

        return sheet;
    }

    /// <summary>The style of an element at its place. Costs a look-up; asked again for the same object, less.</summary>
    public ComputedStyle Compute(StyledElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return PathOf(element).Style;
    }

    /// <summary>What an element shares with all that this stylesheet can't tell from it: the same object for them, and so the same style, as for all that stands in them alike.</summary>
    public object Likeness(StyledElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return PathOf(element);
    }

    /// <summary>The style of a page.</summary>
    /// <param name="name">The type area: "front", "body", "display", "blank" or a name of the house's own.</param>
    /// <param name="side">Which side.</param>
    /// <param name="opening">Whether a section opens on it (<c>:first</c>).</param>
    /// <param name="blank">Whether it is blank (<c>:blank</c>).</param>
    public PageStyle Page(string name, PageSide side, bool opening = false, bool blank = false) =>
        pages.GetOrAdd((name, side, opening, blank), key => resolver.Resolve(key.Name, key.Side, key.Opening, key.Blank));

    private void Report(Diagnostic diagnostic) => found.TryAdd(diagnostic, 0);

    // Every declaration is applied once to an element that stands alone, so that a bad one is reported whether or not the book has such an element.
    private void CheckAll()
    {
        foreach (var rule in rules)
        {
            new StyleBuilder(root, null, root, Measure, Report).Build([.. rule.Declarations]);
        }
    }

    private ElementPath PathOf(StyledElement element)
    {
        if (element.Path is { } known && ReferenceEquals(known.Owner, this))
        {
            return known;
        }

        var parent = element.Parent is { } p ? PathOf(p) : null;
        var previous = element.Previous;
        var key = new PathKey(
            parent,
            element.Name,
            element.Id is { } id && ids.Contains(id) ? id : null,
            Known(element.Classes),
            element.IsLast,
            previous?.Name,
            previous?.Id is { } previousId && ids.Contains(previousId) ? previousId : null,
            previous is null ? "" : Known(previous.Classes),
            previous is not null && previous.Previous is null);
        var path = paths.GetOrAdd(key, static (k, a) => a.Sheet.Build(k, a.Element, a.Parent), (Sheet: this, Element: element, Parent: parent));
        element.Path = path;
        return path;
    }

    // The classes that some selector names, in their order: others can't change a style.
    private string Known(ImmutableArray<string> names)
    {
        switch (names.Length)
        {
            case 0:
                return "";
            case 1:
                return classes.Contains(names[0]) ? names[0] : "";
            default:
                return string.Join(' ', names.Where(classes.Contains));
        }
    }

    private ElementPath Build(PathKey key, StyledElement element, ElementPath? parent)
    {
        var path = new ElementPath(this, parent, key, element.Classes, element.Previous?.Classes ?? []);
        var matching = new List<(int Weight, int Specificity, int Order, Rule Rule)>();
        string? before = null;
        string? after = null;
        foreach (var rule in rules)
        {
            if (rule.Selector.Matches(path))
            {
                matching.Add((0, rule.Selector.Specificity, rule.Order, rule));
            }
        }

        matching.Sort(static (a, b) => a.Specificity != b.Specificity ? a.Specificity.CompareTo(b.Specificity) : a.Order.CompareTo(b.Order));
        var declarations = new List<Declaration>();
        var important = new List<Declaration>();
        foreach (var (_, _, _, rule) in matching)
        {
            foreach (var d in rule.Declarations)
            {
                if (rule.Selector.Pseudo == PseudoElement.None)
                {
                    (d.Important ? important : declarations).Add(d);
                }
                else if (d.Property == "content")
                {
                    (before, after) = rule.Selector.Pseudo == PseudoElement.Before ? (StyleBuilder.ContentText(d.Value), after) : (before, StyleBuilder.ContentText(d.Value));
                }
            }
        }

        declarations.AddRange(important);
        var builder = new StyleBuilder(parent?.Style, parent?.LineFactor, parent is null ? null : root, Measure, Report);
        path.Style = builder.Build(declarations) with { Before = before, After = after };
        path.LineFactor = builder.LineFactor;
        return path;
    }
}
