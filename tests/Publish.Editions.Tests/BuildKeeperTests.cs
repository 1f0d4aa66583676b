using System.Collections.Immutable;
using System.Text;
using Publish.Document;
using Publish.Testing;

namespace Publish.Editions.Tests;

/// <summary>Pages that a build set are known to the next, as long as nothing they depend on has changed, and so is the cover's picture; the EPUB is the same with and without.</summary>
public sealed class BuildKeeperTests
{
    private const string Name = ".known-pages.json";

    private static readonly IAssets Assets = new FolderAssets(RepositoryRoot.Combine("assets"));

    [Fact]
    public void An_EPUB_alone_is_the_one_that_was_made_beside_its_pages()
    {
        var book = Book();
        var both = Build(book, null, "print", "epub");
        Assert.Equal([Name, ".known-front"], both.Kept.Select(file => file.Name));
        // Known pages aren't set, and the cover isn't drawn, so there is nothing new to leave.
        var alone = Build(book, new Memory([.. both.Kept]), "epub");
        Assert.Empty(alone.Kept);
        Assert.Equal(Epub(both), Epub(alone));
        Assert.Equal(Epub(both), Epub(Build(book, new Memory(), "epub")));
        Assert.NotEqual(Epub(both), Epub(Build(book, new Memory(), "plain")));
    }

    [Fact]
    public void What_was_said_of_the_pages_is_said_again()
    {
        var book = Book();
        book["one.md"] = "# One\n\n" + string.Concat(Enumerable.Repeat(new string('1', 38) + " a ", 6)) + "end.\n";
        var first = Build(book, new Memory(), "epub");
        Assert.Contains(first.Diagnostics, d => d.Code.StartsWith("TYP", StringComparison.Ordinal));
        var second = Build(book, new Memory([.. first.Kept]), "epub");
        Assert.Empty(second.Kept);
        Assert.Equal(first.Diagnostics, second.Diagnostics);
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "one.md", "# One\n\nOther words.\n" },
        { "book.yaml", Yaml.Replace("5.5in", "6in", StringComparison.Ordinal) },
        { "house/print-own.css", "@page { margin-left: 1in }" },
        { "house/more.css", "p { font-size: 14pt }" },
        { "fonts/other/licence.txt", "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Pages_are_set_anew_where_something_changed(string file, string text)
    {
        var left = Pages(Build(Book(), new Memory(), "epub"))!;
        var changed = Book();
        changed[file] = text;
        var report = Build(changed, new Memory(left), "epub");
        Assert.NotNull(Pages(report));
        Assert.Equal(Epub(Build(changed, new Memory(), "epub")), Epub(report));
    }

    [Fact]
    public void Pages_are_set_anew_for_another_style_another_date_and_another_program()
    {
        var left = Pages(Build(Book(), new Memory(), "epub"))!;
        Assert.Null(Pages(Build(Book(), new Memory(left), "epub")));
        Assert.NotNull(Pages(BookBuild.Run(Request(Book(), new Memory(left), "epub") with { Style = ("a.css", "p { font-size: 14pt }"u8.ToArray()) })));
        Assert.NotNull(Pages(BookBuild.Run(Request(Book(), new Memory(left), "epub") with { Modified = DateTimeOffset.UnixEpoch })));
        var other = Encoding.UTF8.GetString(left.Data.Span).Replace("\"request\":\"", "\"request\":\"0", StringComparison.Ordinal);
        Assert.NotNull(Pages(Build(Book(), new Memory(left with { Data = Encoding.UTF8.GetBytes(other) }), "epub")));
    }

    [Fact]
    public void The_cover_is_drawn_anew_where_it_looks_otherwise()
    {
        var left = Build(Book(), new Memory(), "plain").Kept.Single();
        Assert.Equal(".known-front", left.Name);
        Assert.Empty(Build(Book(), new Memory(left), "plain").Kept);
        var changed = Book();
        changed["book.yaml"] = Yaml.Replace("Known Pages", "Other Pages", StringComparison.Ordinal);
        var report = Build(changed, new Memory(left), "plain");
        Assert.Equal(".known-front", Assert.Single(report.Kept).Name);
        Assert.Equal(Epub(Build(changed, new Memory(), "plain")), Epub(report));
        Assert.Single(Build(Book(), new Memory(left with { Data = left.Data[..40] }), "plain").Kept);
    }

    [Fact]
    public void Of_what_was_asked_about_fonts_only_the_fonts_have_a_part_in_the_cover()
    {
        const string Licence = "fonts/other/licence.txt";
        const string Font = "fonts/other/own.ttf";
        var files = Book();
        files[Licence] = "Free.";
        files[Font] = "Not one, but named so.";
        var book = Build(files, new Memory(), "plain").Book!;
        BuildKeeper Keeper(params OutputFile[] kept) => new(Request(files, new Memory(kept), "plain"));
        bool IsMade(BuildKeeper keeper)
        {
            var made = false;
            keeper.Front(book, "drawn", () =>
            {
                made = true;
                return [1];
            });
            return made;
        }

        var first = Keeper();
        Assert.True(IsMade(first));
        var left = first.Left(book).Single();
        var second = Keeper(left);
        Assert.NotEmpty(second.Request.Files.List("fonts/other"));
        Assert.True(second.Request.Files.TryRead(Licence, out _));
        Assert.False(IsMade(second));
        Assert.True(second.Request.Files.TryRead(Font, out _));
        Assert.True(IsMade(second));
    }

    [Fact]
    public void Reports_of_pages_and_a_PDF_have_them_set()
    {
        var left = Pages(Build(Book(), new Memory(), "epub"))!;
        Assert.NotNull(Pages(BookBuild.Run(Request(Book(), new Memory(left), "epub") with { Reports = [ReportNames.Pages] })));
        Assert.NotNull(Pages(Build(Book(), new Memory(left), "print", "epub")));
        Assert.Null(Pages(Build(Book(), new Memory(left), "plain")));
    }

    [Fact]
    public void A_damaged_file_is_as_none()
    {
        var left = Pages(Build(Book(), new Memory(), "epub"))!.Data.ToArray();
        for (var length = 0; length < left.Length; length += 41)
        {
            Assert.Null(KnownPages.Read(left.AsMemory(0, length)));
        }

        foreach (var text in (string[])["{}", "[]", "null", """{"request":1,"asked":[],"editions":[]}""", """{"request":"","asked":[["book"]],"editions":[]}""", """{"request":"","asked":[],"editions":[{"name":"print"}]}""", """{"request":"","asked":[],"editions":[{"name":"print","isbn":null,"pages":[["1",2]],"said":[]}]}"""])
        {
            Assert.Null(KnownPages.Read(Encoding.UTF8.GetBytes(text)));
        }

        Assert.NotNull(KnownPages.Read(left));
    }

    private const string Yaml = """
        id: known
        title: Known Pages
        language: en-US
        modified: 2026-11-23T00:00:00Z
        style: house
        matter: { body: [ chapter: one.md ] }
        editions:
          print: { format: pdf, trim: 5.5in x 8.5in }
          epub: { format: epub, pages: print }
          plain: { format: epub }

        """;

    private static Dictionary<string, string> Book() => new(StringComparer.Ordinal)
    {
        ["book.yaml"] = Yaml,
        ["house/print-own.css"] = "p { text-indent: 1em }",
        ["one.md"] = "# One\n\n" + string.Join("\n\n", Enumerable.Range(1, 60).Select(i => $"The paragraph of the number {i} has some words, and more of them.")) + "\n",
    };

    private static BuildReport Build(Dictionary<string, string> book, IBookFiles? kept, params string[] editions) => BookBuild.Run(Request(book, kept ?? new Memory(), editions));

    private static BuildRequest Request(Dictionary<string, string> book, IBookFiles kept, params string[] editions) => new(new Memory(book), Assets) { Editions = [.. editions], Kept = kept, Cores = 1 };

    private static OutputFile? Pages(BuildReport report) => report.Kept.SingleOrDefault(file => file.Name == Name);

    private static byte[] Epub(BuildReport report)
    {
        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error));
        return report.Editions.Single(e => e.Plan.Format == EditionFormat.Epub && (report.Editions.Length == 1 || e.Plan.Name == "epub")).File.Data.ToArray();
    }

    private sealed class Memory : IBookFiles
    {
        private readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files;

        public Memory(params OutputFile[] files)
        {
            this.files = files.ToImmutableSortedDictionary(f => f.Name, f => f.Data, StringComparer.Ordinal);
        }

        public Memory(Dictionary<string, string> files) => this.files = files.ToImmutableSortedDictionary(f => f.Key, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal);

        public bool TryRead(string path, out ReadOnlyMemory<byte> data) => files.TryGetValue(path, out data);

        public IReadOnlyList<string> List(string folder) => [.. files.Keys.Where(path => (path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "") == folder)];

        public IReadOnlyList<string> Folders(string folder) =>
            [.. files.Keys.Where(path => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => path.IndexOf('/', folder.Length == 0 ? 0 : folder.Length + 1) is var end and > 0 ? path[..end] : "").Where(path => path.Length > 0).Distinct()];
    }
}
