using System.Text;
using Publish.Document;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publish.Epub.Package;

/// <summary>
/// A person's word that the book conforms (EPUB Accessibility 1.1, section 3.5): the file <c>accessibility.yaml</c> of the manuscript, which answers each point
/// that no program can answer and is signed for one text, named by its hash. Without it, or for another text, conformance isn't claimed.
/// </summary>
/// <param name="CertifiedBy">Who answers for it: a person or an organisation.</param>
/// <param name="Credential">A credential held; null for none.</param>
/// <param name="Report">Address of the published report; null for none.</param>
public sealed record AccessibilityChecklist(string CertifiedBy, string? Credential, string? Report)
{
    /// <summary>The file in the book's folder.</summary>
    public const string FileName = "accessibility.yaml";

    /// <summary>What is claimed, in the form that EPUB Accessibility 1.1, section 3.5.2, prescribes.</summary>
    public const string Standard = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

    /// <summary>The success criteria of WCAG 2.2 that a book of text and pictures can fail and a program can't judge.</summary>
    public static IReadOnlyList<string> Points { get; } = ["1.1.1", "1.3.1", "1.3.2", "1.4.1", "1.4.3", "1.4.5", "1.4.12", "2.4.2", "2.4.4", "2.4.6", "3.1.1", "3.1.2"];

    private static readonly string[] Signature = ["certified-by", "signed", "text"];

    /// <summary>The checklist of a book.</summary>
    /// <param name="files">The book's folder.</param>
    /// <param name="fingerprint">Gives the hash of its text (<see cref="Fingerprints.OfReading"/>); asked where there is a list.</param>
    /// <param name="diagnostics">Takes what keeps it from being claimed.</param>
    /// <returns>Null where there is none, or it isn't complete or for another text.</returns>
    public static AccessibilityChecklist? Read(IBookFiles files, Func<string> fingerprint, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (!files.TryRead(FileName, out var data))
        {
            return null;
        }

        var file = SourceSpan.WholeFile(FileName);
        var hash = fingerprint();
        Dictionary<string, string> said = new(StringComparer.Ordinal);
        try
        {
            var parser = new Parser(new StringReader(Encoding.UTF8.GetString(data.Span)));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            Mapping(parser, "", said);
        }
        catch (YamlException e)
        {
            diagnostics.Add(EpubDiagnostics.ChecklistIncomplete.At(SourceSpan.At(FileName, (int)e.Start.Line, (int)e.Start.Column), "the accessibility checklist can't be read"));
            return null;
        }

        var missing = Signature.Where(k => !said.TryGetValue(k, out var v) || v.Length == 0)
            .Concat(Points.Where(p => said.GetValueOrDefault("checked/" + p) is not ("true" or "yes"))).ToList();
        if (missing.Count > 0)
        {
            diagnostics.Add(EpubDiagnostics.ChecklistIncomplete.At(file, "the accessibility checklist says nothing on " + string.Join(", ", missing), "the hash of this text is " + hash));
            return null;
        }

        if (!string.Equals(said["text"], hash, StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Add(EpubDiagnostics.ChecklistForAnotherText.At(file, "the accessibility checklist was signed for another text", "the hash of this text is " + hash));
            return null;
        }

        return new AccessibilityChecklist(said["certified-by"], said.GetValueOrDefault("credential"), said.GetValueOrDefault("report"));
    }

    private static void Mapping(IParser parser, string prefix, Dictionary<string, string> said)
    {
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            if (parser.TryConsume<Scalar>(out var value))
            {
                said[prefix + key] = value.Value;
            }
            else if (prefix.Length == 0 && parser.Accept<MappingStart>(out _))
            {
                Mapping(parser, key + "/", said);
            }
            else
            {
                parser.SkipThisAndNestedEvents();
            }
        }
    }
}
