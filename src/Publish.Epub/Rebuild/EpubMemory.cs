using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publish.Document;
using Publish.Epub.Container;
using Publish.Epub.Content;

namespace Publish.Epub;

/// <summary>
/// Keeps from build to build what the parts of one EPUB came to: documents, what sections say for the plan of the book, packed files. A document whose section is the same
/// object as before (<see cref="BookMemory"/>), and to whose questions about the rest of the book the answers are the same, isn't written again; the file is that of a first build.
/// What the last build didn't use is forgotten. For one build at a time.
/// </summary>
/// <param name="files">Compressed files, which editions may share.</param>
public sealed class EpubMemory(CompressionMemory files)
{
    private readonly ValueMemory<string, KeptDocument> _documents = new(StringComparer.Ordinal);
    private readonly ValueMemory<Block[], BlockFacts> _blocks = new(ReferenceEqualityComparer.Instance);
    private readonly ValueMemory<Section, BlockFacts> _titles = new(ReferenceEqualityComparer.Instance);
    private readonly ValueMemory<(Block[] Blocks, int Largest), ImmutableArray<ImmutableArray<Block>>> _parts = new(PartIdentity.Instance);
    private readonly ValueMemory<(Section Section, bool All), int[]> _characters = new(SectionIdentity.Instance);
    private readonly ValueMemory<(ReadOnlyMemory<byte> Data, bool Compressed), PackedEntry> _packed = new();
    private readonly ValueMemory<object, object> _sheets = new();
    private object? _manner;

    /// <summary>How many documents were found.</summary>
    internal int Found { get; private set; }

    /// <summary>How many documents it keeps.</summary>
    internal int Kept => _documents.Count;

    /// <summary>Whether an earlier build left something.</summary>
    internal bool IsUsed => _manner is not null;

    /// <summary>A new build begins: what the one before didn't use is forgotten.</summary>
    public void Turn()
    {
        _documents.Turn();
        _blocks.Turn();
        _titles.Turn();
        _parts.Turn();
        _characters.Turn();
        _packed.Turn();
        _sheets.Turn();
    }

    /// <summary>Documents are about to be written.</summary>
    /// <param name="manner">How, compared by value: all that they depend on besides their section and what they ask.</param>
    internal void Begin(object manner)
    {
        if (!Equals(_manner, manner))
        {
            _manner = manner;
            _documents.Clear();
        }
    }

    /// <summary>A document as it was written before, where it would be written so again: what it told the plan and the shelf is told again. Null otherwise.</summary>
    /// <param name="made">What it is made of.</param>
    /// <param name="plan">The plan of the book as it is now.</param>
    /// <param name="pictures">The pictures.</param>
    internal byte[]? DocumentOf(DocumentSource made, BookPlan plan, PictureShelf pictures)
    {
        if (!_documents.TryGet(made.Name, out var kept) || !kept.Source.IsLike(made) || !kept.Log.Repeat(plan, pictures))
        {
            return null;
        }

        Found++;
        return kept.Data;
    }

    /// <summary>Keeps a document.</summary>
    internal void Keep(DocumentSource made, DocumentLog log, byte[] data) => _documents.Keep(made.Name, new KeptDocument(made, log, data));

    /// <summary>What blocks say for the plan of a book.</summary>
    internal BlockFacts FactsOf(ImmutableArray<Block> blocks) =>
        ImmutableCollectionsMarshal.AsArray(blocks) is { } array ? _blocks.Of(array, static of => BlockFacts.Of(ImmutableCollectionsMarshal.AsImmutableArray(of))) : BlockFacts.Of(blocks);

    /// <summary>What the titles of a section say for the plan of a book.</summary>
    internal BlockFacts TitleFactsOf(Section section) => _titles.Of(section, BlockFacts.OfTitles);

    /// <summary>The parts of a section that is divided.</summary>
    internal ImmutableArray<ImmutableArray<Block>> PartsOf(ImmutableArray<Block> blocks, int largest) =>
        ImmutableCollectionsMarshal.AsArray(blocks) is { } array
            ? _parts.Of((array, largest), static of => [.. DocumentDivision.Of(ImmutableCollectionsMarshal.AsImmutableArray(of.Blocks), of.Largest)])
            : [.. DocumentDivision.Of(blocks, largest)];

    /// <summary>The characters of a section, each once.</summary>
    internal int[] CharactersOf(Section section, bool all, Func<Section, bool, int[]> find) => _characters.Of((section, all), key => find(key.Section, key.All));

    /// <summary>A file as it goes into the container.</summary>
    internal PackedEntry PackedOf(ReadOnlyMemory<byte> data, bool compressed) => _packed.Of((data, compressed), key => ZipWriter.Pack(key.Data, key.Compressed, files));

    /// <summary>Whether a file was packed before.</summary>
    internal bool IsPacked(ReadOnlyMemory<byte> data, bool compressed) => _packed.TryGet((data, compressed), out _);

    /// <summary>What was made of stylesheets.</summary>
    /// <param name="from">All that it is made of, compared by value.</param>
    /// <param name="make">Makes it.</param>
    internal T SheetOf<T>(object from, Func<T> make)
        where T : notnull => (T)_sheets.Of(from, _ => make());

    private sealed class PartIdentity : IEqualityComparer<(Block[] Blocks, int Largest)>
    {
        public static readonly PartIdentity Instance = new();

        public bool Equals((Block[] Blocks, int Largest) x, (Block[] Blocks, int Largest) y) => ReferenceEquals(x.Blocks, y.Blocks) && x.Largest == y.Largest;

        public int GetHashCode((Block[] Blocks, int Largest) key) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Blocks);
    }

    private sealed class SectionIdentity : IEqualityComparer<(Section Section, bool All)>
    {
        public static readonly SectionIdentity Instance = new();

        public bool Equals((Section Section, bool All) x, (Section Section, bool All) y) => ReferenceEquals(x.Section, y.Section) && x.All == y.All;

        public int GetHashCode((Section Section, bool All) key) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Section);
    }
}

/// <summary>A document of an earlier build.</summary>
/// <param name="Source">What it was made of.</param>
/// <param name="Log">What it asked and told.</param>
/// <param name="Data">Its bytes.</param>
internal sealed record KeptDocument(DocumentSource Source, DocumentLog Log, byte[] Data);

/// <summary>What a document is made of besides what it asks.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Section">The section; null for a document of notes.</param>
/// <param name="Blocks">What of it stands in it.</param>
/// <param name="Part">Which part of it.</param>
internal sealed record DocumentSource(string Name, string Title, Section? Section, ImmutableArray<Block> Blocks, int Part)
{
    /// <summary>Whether another is made of the very same.</summary>
    public bool IsLike(DocumentSource other) =>
        Name == other.Name && Title == other.Title && ReferenceEquals(Section, other.Section) && Blocks == other.Blocks && Part == other.Part;
}
