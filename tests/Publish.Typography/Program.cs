using System.Globalization;
using Publish.Fonts;
using Publish.Typography;

// usage: Publish.Typography FONT RESULTS.md BOOK:PROGRAM=FILE.pdf …
// Measures books set by several programs from the glyphs of their PDFs and writes a table for each book: of lines, or of pages where the file is called PAGES.md.
// FONT is the face of the text: its space is the unit. What Publish said while it made FILE.pdf is read from FILE.log where that is there.
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
    foreach (var (page, what) in Environment.GetEnvironmentVariable("EXCEPTIONS") is null ? [] : measured[^1].Pages.Exceptions)
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {page}: {what}"));
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{argument}: {zones.Pages.Count} pages, measure {zones.Right[1] - zones.Left[1]:0.#} pt, {measured[^1].Lines.Lines} lines"));
}

if (Path.GetFileName(args[1]) == "PAGES.md")
{
    var said = args.Skip(2).Where(a => a.Contains(':' + PageTable.Ours + '=', StringComparison.Ordinal)).ToDictionary(a => a[..a.IndexOf(':', StringComparison.Ordinal)], a => Said(Path.ChangeExtension(a[(a.IndexOf('=', StringComparison.Ordinal) + 1)..], "log")));
    File.WriteAllText(args[1], PageTable.Write(measured, said));
    return 0;
}

File.WriteAllText(args[1], ResultTable.Write(measured, face.FamilyName, space));
return 0;

// The diagnostics about pages, TYP101 to TYP110.
static string[] Said(string log) => File.Exists(log) ? [.. File.ReadLines(log).Where(l => l.Contains(" TYP10", StringComparison.Ordinal) || l.Contains(" TYP110", StringComparison.Ordinal))] : [];
