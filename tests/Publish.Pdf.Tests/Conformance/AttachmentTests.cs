using System.Text;
using Publish.Pdf.Attachments;
using Publish.Testing;
using Publish.Testing.Judges;

namespace Publish.Pdf.Tests.Conformance;

/// <summary>Files that go along: PDF/A-3 with the manuscript and the emendations inside.</summary>
public sealed class AttachmentTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    /// <summary>A register of emendations.</summary>
    public static AttachedFile Emendations { get; } = new("emendations.yaml", Encoding.UTF8.GetBytes("- E1: “the” for “teh”\n"), "application/yaml", AttachmentRelationship.Data, "The register of emendations");

    private static AttachedFile Text { get; } = new("text/één.md", Encoding.UTF8.GetBytes(new string('a', 5_000)), "text/markdown", AttachmentRelationship.Source, "The manuscript");

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("3b", "PDF/A-3b")]
    [InlineData("3u", "PDF/A-3u")]
    [InlineData("3a", "PDF/A-3a", "PDF/UA-1")]
    [InlineData("4f", "PDF/A-4f", "PDF/UA-2")]
    public void An_archive_with_files_is_one(string flavour, params string[] standards)
    {
        var path = Write(standards);
        VeraPdf.Validate(flavour, path)[0].MustPass();
        Qpdf.Check(path).MustPass();
        Mutool.Check(path).MustPass();
        Assert.All(Poppler.Check(path).Findings, finding => Assert.EndsWith("(FENote)", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Accessible_files_may_carry_others() => VeraPdf.Validate("ua1", Write("PDF/A-3a", "PDF/UA-1"))[0].MustPass();

    [Fact]
    public void The_files_come_out_as_they_went_in()
    {
        var path = Write("PDF/A-3a", "PDF/UA-1");
        foreach (var file in new[] { Text, Emendations })
        {
            // By the name the tree has for it, as another program finds it.
            Assert.Equal(Encoding.UTF8.GetString(file.Data.Span), ExternalTool.Require("qpdf").Run("--show-attachment=" + file.Path, path).Output);
        }
    }

    [Fact]
    public void Each_says_what_it_is()
    {
        var file = Encoding.Latin1.GetString(File.ReadAllBytes(Write(readable: true, "PDF/A-3a", "PDF/UA-1")));
        Assert.Contains("/AFRelationship /Data", file, StringComparison.Ordinal);
        Assert.Contains("/AFRelationship /Source", file, StringComparison.Ordinal);
        Assert.Contains("/Subtype /text#2Fmarkdown", file, StringComparison.Ordinal);
        Assert.Contains("/ModDate (D:20240229123000Z)", file, StringComparison.Ordinal);
        Assert.Contains("/Desc (The manuscript)", file, StringComparison.Ordinal);
        Assert.Contains("/Desc (The register of emendations)", file, StringComparison.Ordinal);
        Assert.Contains("/EmbeddedFiles", file, StringComparison.Ordinal);
        Assert.Matches(@"/AF \[\d+ 0 R \d+ 0 R\]", file);
    }

    [Fact]
    public void Their_order_makes_no_difference()
    {
        var settings = Settings("PDF/A-3a");
        Assert.Equal(
            Specimen.Book().Write(settings with { Attachments = [Text, Emendations] }).Bytes.ToArray(),
            Specimen.Book().Write(settings with { Attachments = [Emendations, Text] }).Bytes.ToArray());
    }

    private static PdfSettings Settings(params string[] standards) =>
        TestBook.ScreenSettings with { Plan = TestBook.ScreenSettings.Plan with { Standards = [.. standards] }, Attachments = [Text, Emendations] };

    private string Write(params string[] standards) => Write(readable: false, standards);

    private string Write(bool readable, params string[] standards)
    {
        var result = Specimen.Book().Write(Settings(standards) with { Readable = readable });
        Assert.Empty(result.Diagnostics);
        var path = _scratch.File("attached.pdf");
        File.WriteAllBytes(path, result.Bytes.ToArray());
        return path;
    }
}
