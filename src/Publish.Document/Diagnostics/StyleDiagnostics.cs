namespace Publish.Document;

/// <summary>What can be said about stylesheets.</summary>
public static class StyleDiagnostics
{
    /// <summary>The house style isn't there.</summary>
    public static readonly DiagnosticKind MissingStyle = new(
        "STY001", Severity.Error, "House style not found", "`style` in book.yaml names neither a folder under assets/styles nor a folder of the book that holds stylesheets. Correct the name.");

    /// <summary>A property nobody knows.</summary>
    public static readonly DiagnosticKind UnknownProperty = new(
        "STY002", Severity.Warning, "Unknown property", "A stylesheet sets a property that neither pages nor reading systems know. It has no effect; mostly it is misspelt.");

    /// <summary>A value that isn't one.</summary>
    public static readonly DiagnosticKind BadValue = new(
        "STY003", Severity.Warning, "Bad value", "A stylesheet gives a property a value it can't have. Lengths are in em, rem, lh, rlh, pt, pc, mm, cm, in or %; pixels have no size on paper.");

    /// <summary>A selector outside the subset.</summary>
    public static readonly DiagnosticKind BadSelector = new(
        "STY004", Severity.Warning, "Selector not understood", "A rule's selector uses something outside the subset: types, classes, ids, descendants, children, one adjacent sibling, :first-child, :last-child, :not(), ::before, ::after.");

    /// <summary>A rule that isn't understood.</summary>
    public static readonly DiagnosticKind BadRule = new(
        "STY005", Severity.Warning, "Rule not understood", "A stylesheet holds an at-rule that isn't known, or text that is no rule. It is left out.");

    /// <summary>A page without room for text.</summary>
    public static readonly DiagnosticKind NoTextArea = new(
        "STY006", Severity.Error, "No room for text", "The margins of a page leave no room for text at this trim size. Make the page larger or the margins smaller.");

    /// <summary>A colour of the cover that the style doesn't have.</summary>
    public static readonly DiagnosticKind UnknownCoverColor = new(
        "STY007", Severity.Warning, "Colour of the cover not known", "`cover: color:` in book.yaml names a colour that the house style has no rule for. Choose one of its colours, or add a rule section.cover.NAME.");

    /// <summary>All of them, in order of code (STY…).</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } = [MissingStyle, UnknownProperty, BadValue, BadSelector, BadRule, NoTextArea, UnknownCoverColor];
}
