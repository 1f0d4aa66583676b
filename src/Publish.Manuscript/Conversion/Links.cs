using Markdig.Syntax.Inlines;
using Publish.Document;
using SourceSpan = Publish.Document.SourceSpan;

namespace Publish.Manuscript;

/// <summary>Links out of the book and references inside it.</summary>
internal static class Links
{
    /// <summary>The empty link or reference; null where it may not be, which is said: then only its words stay.</summary>
    public static InlineContainer? Shape(Conversion conversion, LinkInline link, AttributeList attributes, SourceSpan span)
    {
        var target = link.Url ?? "";
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0 && hash + 1 < target.Length && IsInside(target.AsSpan(0, hash)))
        {
            var id = Uri.UnescapeDataString(target[(hash + 1)..]);
            var form = Form(attributes, link.FirstChild is null);
            conversion.Ids.Refer(id, form, span);
            return new CrossReference([], id, form) { Classes = [.. attributes.Classes.Where(name => name is not ("page" or "title" or "number" or "line"))] };
        }

        if (IsAllowed(target))
        {
            return new Link([], target) { Classes = attributes.Classes };
        }

        Refuse(conversion, target, span);
        return null;
    }

    /// <summary>Whether a link may lead there: an absolute http, https or mailto address without white space or control characters.</summary>
    public static bool IsAllowed(string target) =>
        (target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        && !target.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(target, UriKind.Absolute, out _);

    public static void Refuse(Conversion conversion, string target, SourceSpan span) =>
        conversion.Report(
            ManuscriptDiagnostics.BadLink,
            span,
            target.Length == 0 ? "the link leads nowhere" : $"the link to '{target}' is not allowed",
            "link to an http, https or mailto address, or to '#identifier' in the book");

    private static bool IsInside(ReadOnlySpan<char> file) => file.IsEmpty || file.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static ReferenceForm Form(AttributeList attributes, bool empty) =>
        attributes.Has("page") ? ReferenceForm.Page
        : attributes.Has("line") ? ReferenceForm.PageAndLine
        : attributes.Has("number") ? ReferenceForm.Number
        : attributes.Has("title") || empty ? ReferenceForm.Title
        : ReferenceForm.Text;
}
