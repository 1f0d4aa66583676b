using System.Globalization;
using System.Xml.Linq;
using Publish.Document;
using Publish.EpubLint.Reading;

namespace Publish.EpubLint.Rules;

/// <summary>Notes: what makes them pop up, lead back and be told apart in every reading system.</summary>
internal sealed class NoteRules
{
    private static readonly string[] NoteKinds = ["footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"];
    private static readonly string[] Marks = ["ibid", "op. cit", "loc. cit"];

    private readonly Publication book;
    private readonly List<Diagnostic> findings;
    private readonly Dictionary<XElement, NoteFound> notes = [];

    // The first call of each note, in reading order.
    private readonly List<CallFound> calls = [];


    private NoteRules(Publication book, List<Diagnostic> findings) => (this.book, this.findings) = (book, findings);

    private sealed record NoteFound(ContentDocument Document, XElement Element)
    {
        public List<CallFound> Calls { get; } = [];
    }

    private sealed record CallFound(ContentDocument Document, XElement Element, string Label);

    public static void Check(Publication book, List<Diagnostic> findings)
    {
        var rules = new NoteRules(book, findings);
        rules.Gather();
        foreach (var note in rules.notes.Values)
        {
            rules.Note(note);
        }

        rules.Numbers();
    }

    private static bool IsCall(XElement link) => ContentDocument.Is(link, "noteref", "doc-noteref");

    private static bool IsBacklink(XElement link) => ContentDocument.Is(link, "backlink", "doc-backlink") || ((string?)link.Attribute("class"))?.Contains("footnote-back", StringComparison.Ordinal) == true;

    // 12, [12], *, †: what a call looks like.
    private static bool LooksLikeCall(string text)
    {
        var inner = text.Trim('[', ']', '(', ')', ' ');
        return inner.Length is > 0 and <= 4 && (inner.All(char.IsAsciiDigit) || inner.All(c => c is '*' or '†' or '‡' or '§'));
    }

    private void Gather()
    {
        foreach (var document in book.Documents)
        {
            foreach (var element in document.Root.Descendants().Where(e => ContentDocument.Is(e, NoteKinds) && e.Name.LocalName is not ("a" or "body" or "section")))
            {
                // The role may stand on the item and the type inside, or the reverse: one note.
                if (!element.Ancestors().Any(notes.ContainsKey))
                {
                    notes.Add(element, new NoteFound(document, element));
                }
            }
        }

        var reading = book.Spine.Select(book.Find).OfType<ContentDocument>();
        foreach (var document in reading.Concat(book.Documents).Distinct())
        {
            foreach (var link in document.Elements("a"))
            {
                Link(document, link);
            }
        }
    }

    private void Link(ContentDocument document, XElement link)
    {
        if ((string?)link.Attribute("href") is not { } href || Publication.Resolve(document.Path, href) is not { } target)
        {
            return;
        }

        var place = document.At(link);
        var label = ContentDocument.Flat(link);
        var element = target.Fragment.Length > 0 ? book.Find(target.Path)?.Ids.GetValueOrDefault(target.Fragment) : null;
        var note = element?.AncestorsAndSelf().FirstOrDefault(notes.ContainsKey);
        if (IsCall(link))
        {
            if (note is null)
            {
                findings.Add(EpubLintDiagnostics.CallWithoutNote.At(place, $"the call {label} leads to no note"));
                return;
            }

            Markup(document, link, label);
            var call = new CallFound(document, link, label);
            if (notes[note].Calls.Count == 0)
            {
                calls.Add(call);
            }

            notes[note].Calls.Add(call);
            if (!ContentDocument.Types(link).Contains("noteref", StringComparer.Ordinal) || !ContentDocument.Roles(link).Contains("doc-noteref", StringComparer.Ordinal))
            {
                findings.Add(EpubLintDiagnostics.UntypedCall.At(place, $"the call {label} has only one of the type noteref and the role doc-noteref") with { Severity = Severity.Warning });
            }

            return;
        }

        if (IsBacklink(link) || element is null || link.Ancestors().Any(a => notes.ContainsKey(a) || a.Name.LocalName == "nav") || !LooksLikeCall(label))
        {
            return;
        }

        // A bare number that leads to a note, or a raised one that leads to a place that leads back.
        var raised = link.Ancestors().Take(1).Concat(link.Descendants()).Any(e => e.Name.LocalName == "sup");
        if (note is not null || (raised && LeadsBack(target.Path, element, document, link)))
        {
            findings.Add(EpubLintDiagnostics.UntypedCall.At(place, note is not null ? $"the call {label} doesn't say that it calls a note" : $"neither the call {label} nor its note say what they are"));
            if (note is not null)
            {
                notes[note].Calls.Add(new CallFound(document, link, label));
            }
        }
    }

    private static bool LeadsBack(string path, XElement target, ContentDocument document, XElement call)
    {
        var block = target.AncestorsAndSelf().FirstOrDefault(e => e.Name.LocalName is "p" or "li" or "div" or "dd" or "aside" or "td") ?? target;
        return block.DescendantsAndSelf().Where(e => e.Name.LocalName == "a").Any(a => (string?)a.Attribute("href") is { } href && Publication.Resolve(path, href) is { } back
            && back.Path == document.Path && document.Ids.GetValueOrDefault(back.Fragment) is { } place && (place.AncestorsAndSelf().Contains(call) || call.AncestorsAndSelf().Contains(place)));
    }

    private void Markup(ContentDocument document, XElement link, string label)
    {
        // Kobo's spans are its own way to count sentences.
        if (link.Elements().Any(e => (string?)e.Attribute("class") != "koboSpan"))
        {
            findings.Add(EpubLintDiagnostics.CallMarkup.At(document.At(link), $"the call {label} has elements inside"));
        }

        if (link.PreviousNode is XText { Value: [.., ' ' or '\u00A0'] text } && text.Trim().Length > 0)
        {
            findings.Add(EpubLintDiagnostics.SpaceBeforeCall.At(document.At(link), $"there is a space before the call {label}"));
        }

        // Other languages have their own custom: French calls before the point.
        if (link.NextNode is XText { Value: [',' or '.' or ';' or ':', ..] } && link.PreviousNode is XText && (document.Root.Attributes().FirstOrDefault(a => a.Name.LocalName == "lang")?.Value ?? "").StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(EpubLintDiagnostics.CallBeforePoint.At(document.At(link), $"the call {label} stands before a point"));
        }
    }

    private void Note(NoteFound note)
    {
        var place = note.Document.At(note.Element);
        var text = ContentDocument.Flat(note.Element);
        var name = (string?)note.Element.Attribute("id") ?? text[..Math.Min(text.Length, 20)];
        if (note.Calls.Count == 0)
        {
            findings.Add(EpubLintDiagnostics.UncalledNote.At(place, $"nothing calls the note “{name}”"));
        }
        else
        {
            Back(note, name, place);
        }

        if (note.Element.Name.LocalName is "aside" or "li")
        {
            findings.Add(EpubLintDiagnostics.NoteElement.At(place, $"the note “{name}” is an element {note.Element.Name.LocalName}"));
        }

        if (text.Length is < 9 or > 5000)
        {
            findings.Add(EpubLintDiagnostics.NoteLength.At(place, $"the note “{name}” has {text.Length} characters"));
        }

        if (Array.Find(Marks, m => text.Contains(m, StringComparison.OrdinalIgnoreCase)) is { } mark)
        {
            findings.Add(EpubLintDiagnostics.Ibid.At(place, $"the note “{name}” says “{mark}.”"));
        }
    }

    private void Back(NoteFound note, string name, SourceSpan place)
    {
        var links = note.Element.Descendants().Where(e => e.Name.LocalName == "a").ToList();
        var back = links.Find(l => LeadsTo(note, l));
        if (back is null)
        {
            var wrong = links.Find(IsBacklink);
            findings.Add(wrong is null
                ? EpubLintDiagnostics.NoBacklink.At(place, $"the note “{name}” has no link back to its call")
                : EpubLintDiagnostics.WrongBacklink.At(note.Document.At(wrong), $"the link back of the note “{name}” doesn't lead to a call of it"));
            return;
        }

        if (links.Find(l => IsBacklink(l) && !LeadsTo(note, l)) is { } other)
        {
            findings.Add(EpubLintDiagnostics.WrongBacklink.At(note.Document.At(other), $"a link back of the note “{name}” doesn't lead to a call of it"));
        }

        var before = note.Element.DescendantNodes().TakeWhile(n => n != back).OfType<XText>().Sum(t => t.Value.Trim().Length);
        if (before > 0)
        {
            findings.Add(EpubLintDiagnostics.BacklinkNotFirst.At(note.Document.At(back), $"the note “{name}” doesn't begin with its link back"));
        }
    }

    private bool LeadsTo(NoteFound note, XElement link)
    {
        if ((string?)link.Attribute("href") is not { } href || Publication.Resolve(note.Document.Path, href) is not { } target || book.Find(target.Path)?.Ids.GetValueOrDefault(target.Fragment) is not { } element)
        {
            return false;
        }

        return note.Calls.Exists(c => element.DescendantsAndSelf().Contains(c.Element) || c.Element.AncestorsAndSelf().Contains(element) && element.Name.LocalName is not ("body" or "section"))
            || (note.Calls.Count > 0 && note.Calls.TrueForAll(c => c.Element.Attribute("id") is null && c.Document.Path == target.Path && element.Descendants().Contains(c.Element)));
    }

    // Each series (1, 2, 3; A1, A2) by itself, in the order of the calls.
    private void Numbers()
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var again = 0;
        CallFound? first = null;
        foreach (var call in calls)
        {
            var digits = string.Concat(call.Label.Where(char.IsAsciiDigit));
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                continue;
            }

            var series = string.Concat(call.Label.Where(char.IsAsciiLetter));
            var before = last.GetValueOrDefault(series);
            if (number == 1 && before > 1)
            {
                again++;
                first ??= call;
            }
            else if (number > before + 1)
            {
                findings.Add(EpubLintDiagnostics.NumberSkipped.At(call.Document.At(call.Element), $"note {call.Label} follows note {series}{before}"));
            }

            last[series] = number == 1 ? 1 : Math.Max(number, before);
        }

        if (first is not null)
        {
            findings.Add(EpubLintDiagnostics.NumbersAgain.At(first.Document.At(first.Element), $"the numbers of notes begin again {again} time{(again == 1 ? "" : "s")}"));
        }
    }
}
