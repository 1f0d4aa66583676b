using System.Globalization;
using Publish.Fonts;
using Publish.Typography;

// usage: Publish.Typography FONT RESULTS.md BOOK:PROGRAM=FILE.pdf …
// Measures books set by several programs from the glyphs of their PDFs and writes a table for each book. FONT is the face of the text: its space is the unit.
if (args.Length < 3)
{
    Console.Error.WriteLine("usage: Publish.Typography FONT RESULTS.md BOOK:PROGRAM=FILE.pdf …");
    return 2;
}

var face = FontFile.Read(args[0], File.ReadAllBytes(args[0]), [])[0];
var space = (double)face.AdvanceOf(face.GlyphOf(' ')) / face.UnitsPerEm;
var measured = new List<Measured>();
foreach (var argument in args.Skip(2))
{
    var cut = argument.IndexOf('=', StringComparison.Ordinal);
    var name = argument[..cut].Split(':');
    var zones = new PageZones(PdfGlyphs.Read(argument[(cut + 1)..]));
    measured.Add(new(name[0], name[1], zones, Paragraphs.Measure(zones, space), PageFigures.Measure(zones)));
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{argument}: {zones.Pages.Count} pages, measure {zones.Right[1] - zones.Left[1]:0.#} pt, {measured[^1].Lines.Lines} lines"));
}

File.WriteAllText(args[1], ResultTable.Write(measured, face.FamilyName, space));
return 0;
