using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Publish.Testing.Judges;

namespace Publish.Editions.Tests;

/// <summary>The words of the statement in the finished files, to the last byte: what the edition promises of its text must hold for the reader, not only in the model.</summary>
public sealed partial class FirstBookTextTests(FirstBook built)
{
    /// <summary>SHA-256 of the collated text: 25 blocks joined by a blank line, without notes, headings and dateline.</summary>
    private const string Collated = "2e0cb761908fd4fbecd548a446e845ca136b61dc26877366c0e023f69f7aa1af";

    private static readonly string[] _slips =
    [
        "must he exiled", "abroad In", "he Is providing", "thirdly. In", "camp the", "threats of", "tighten mare", "in. Mexico", "she must", "of. the",
        "Administator", "natalia in red", "Last updated", "ArchiveMarxist",
    ];

    private static readonly string[] _standing =
    [
        "dissolved in 1942", "“Monard,”", "“Vandendresche”", "Lazaro Cardenas", "Oumansky", "On July 18, 1933", "On February 6, 1934", "In June, 1935", "On June 10", "political bureau",
    ];

    [Fact]
    public void The_epub_has_the_collated_text()
    {
        var blocks = EpubBlocks();
        var text = string.Join("\n\n", blocks).Replace('\u00A0', ' ');
        Assert.All(_slips, slip => Assert.DoesNotContain(slip, text, StringComparison.Ordinal));
        Assert.All(_standing, reading => Assert.Contains(reading, text, StringComparison.Ordinal));
        Assert.Equal(25, blocks.Count);
        Assert.Equal(2007, text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(Collated, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Poppler shows a word's own hyphen at a line's end and one that divides a word alike, so the texts are compared without hyphens.</summary>
    [Fact]
    public void The_screen_pdf_has_the_collated_text_in_its_structure() =>
        Assert.Equal(EpubBlocks().Select(WithoutHyphens), PdfBlocks().Select(WithoutHyphens));

    private static string WithoutHyphens(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace('\u00A0', ' ');

    /// <summary>The paragraphs p1 to p23 of the EPUB's content documents, markup and note calls removed.</summary>
    private List<string> EpubBlocks()
    {
        using var zip = ZipFile.OpenRead(built.PathOf("epub"));
        var blocks = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xhtml", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            blocks.AddRange(XDocument.Load(reader, LoadOptions.PreserveWhitespace).Descendants()
                .Where(element => element.Attribute("id") is { } id && ParagraphId().IsMatch(id.Value))
                .Select(TextOf));
        }

        return blocks;
    }

    private static string TextOf(XElement element) =>
        string.Concat(element.DescendantNodes().OfType<XText>().Where(text => !text.Ancestors().Any(a => ((string?)a.Attribute("class"))?.Split(' ').Contains("noteref") == true)).Select(text => text.Value));

    /// <summary>
    /// The paragraphs of the statement by the structure tree, as poppler prints it: a paragraph's strings stand below it, indented; notes and their calls are left out.
    /// </summary>
    private List<string> PdfBlocks()
    {
        var blocks = new List<StringBuilder>();
        var inside = false;
        var skipBelow = int.MaxValue;
        foreach (var line in Poppler.StructureText(built.PathOf("screen")).Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            var item = line.Trim();
            if (item.StartsWith("Sect ", StringComparison.Ordinal))
            {
                inside = item.Contains("Stalinist Assassins", StringComparison.Ordinal);
            }

            if (!inside || indent > skipBelow)
            {
                continue;
            }

            skipBelow = int.MaxValue;
            if (Left().IsMatch(item))
            {
                skipBelow = indent;
            }
            else if (item.StartsWith("P ", StringComparison.Ordinal))
            {
                blocks.Add(new StringBuilder());
            }
            else if (item is ['"', .., '"'] && blocks.Count > 0)
            {
                blocks[^1].Append(item.AsSpan(1, item.Length - 2));
            }
        }

        // The first is the line that names the source, the last place and date.
        Assert.Contains("Labor Action", blocks[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("April 18, 1947", blocks[^1].ToString(), StringComparison.Ordinal);
        return [.. blocks[1..^1].Select(block => block.ToString())];
    }

    [GeneratedRegex("^p[0-9]+[ab]?$")]
    private static partial Regex ParagraphId();

    [GeneratedRegex("^(Note|Reference|Lbl|H[1-6]|Link)\\b")]
    private static partial Regex Left();
}
