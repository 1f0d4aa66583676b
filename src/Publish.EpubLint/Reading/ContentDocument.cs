using System.Text;
using System.Xml;
using System.Xml.Linq;
using Publish.Document;

namespace Publish.EpubLint.Reading;

/// <summary>A content document.</summary>
/// <param name="path">Its path in the container.</param>
/// <param name="root">Its html element.</param>
internal sealed class ContentDocument(string path, XElement root)
{
    private static readonly XName OpsType = XName.Get("type", "http://www.idpf.org/2007/ops");

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\f'];

    private Dictionary<string, XElement>? ids;

    public string Path { get; } = path;

    public XElement Root { get; } = root;

    /// <summary>Elements by their id, the first where one is given twice.</summary>
    public Dictionary<string, XElement> Ids
    {
        get
        {
            if (ids is null)
            {
                ids = new(StringComparer.Ordinal);
                foreach (var element in Root.DescendantsAndSelf())
                {
                    if ((string?)element.Attribute("id") is { Length: > 0 } id)
                    {
                        ids.TryAdd(id, element);
                    }
                }
            }

            return ids;
        }
    }

    public XElement? Body => Root.Elements().FirstOrDefault(e => e.Name.LocalName == "body");

    /// <summary>Elements by local name, in order.</summary>
    public IEnumerable<XElement> Elements(params string[] names) => Root.Descendants().Where(e => names.Contains(e.Name.LocalName, StringComparer.Ordinal));

    /// <summary>The place of a node.</summary>
    public SourceSpan At(XObject node) => node is IXmlLineInfo line && line.HasLineInfo() ? SourceSpan.At(Path, line.LineNumber, line.LinePosition) : SourceSpan.WholeFile(Path);

    /// <summary>The values of epub:type.</summary>
    public static string[] Types(XElement element) => Tokens((string?)element.Attribute(OpsType));

    /// <summary>The values of role.</summary>
    public static string[] Roles(XElement element) => Tokens((string?)element.Attribute("role"));

    /// <summary>Whether an element has one of the types or roles.</summary>
    public static bool Is(XElement element, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Types(element).Contains(kind, StringComparer.Ordinal) || Roles(element).Contains(kind, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Text with white space collapsed.</summary>
    public static string Flat(XElement element)
    {
        var text = new StringBuilder();
        var blank = true;
        foreach (var c in element.Value)
        {
            var isBlank = Blanks.Contains(c);
            if (!isBlank || !blank)
            {
                text.Append(isBlank ? ' ' : c);
            }

            blank = isBlank;
        }

        return text.ToString().Trim();
    }

    private static string[] Tokens(string? value) => value?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
