using Publish.Document;

namespace Publish.Styles.Cascade;

/// <summary>A property and its value, shorthands already taken apart.</summary>
/// <param name="Property">Lower case.</param>
/// <param name="Value">As written.</param>
/// <param name="Important">Whether <c>!important</c>.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record Declaration(string Property, string Value, bool Important, SourceSpan Span);

/// <summary>A selector and what it declares.</summary>
/// <param name="Selector">Whom it is about.</param>
/// <param name="Order">Its place among all rules.</param>
/// <param name="Declarations">In order.</param>
internal sealed record Rule(Selector Selector, int Order, IReadOnlyList<Declaration> Declarations);

/// <summary>An <c>@page</c> rule.</summary>
/// <param name="Name">Page name; null for all pages.</param>
/// <param name="Pseudos">Of "left", "right", "first", "blank".</param>
/// <param name="Order">Its place among all page rules.</param>
/// <param name="Declarations">In order.</param>
/// <param name="Boxes">Margin boxes.</param>
internal sealed record PageRuleSet(string? Name, IReadOnlyList<string> Pseudos, int Order, IReadOnlyList<Declaration> Declarations, IReadOnlyList<BoxRule> Boxes);

/// <summary>A margin box of an <c>@page</c> rule.</summary>
/// <param name="Place">As "top-left".</param>
/// <param name="Declarations">In order.</param>
internal sealed record BoxRule(string Place, IReadOnlyList<Declaration> Declarations);
