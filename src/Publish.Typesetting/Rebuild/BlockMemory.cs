using System.Collections.Immutable;
using Publish.Document;
using Publish.Imaging;
using Publish.Styles.Pages;
using Publish.Typesetting.Display;
using Publish.Typesetting.Flow;
using Publish.Typesetting.Notes;
using Publish.Typesetting.References;

namespace Publish.Typesetting;

/// <summary>
/// Keeps what the blocks of one section were set to, so that a section in which one was changed sets that one again. What the last setting of the section
/// didn't use is forgotten. Any thread may ask.
/// </summary>
internal sealed class BlockMemory
{
    private readonly Dictionary<object, List<KeptBlock>> _blocks = new(ReferenceEqualityComparer.Instance);
    private int _build;

    /// <summary>How many blocks were found.</summary>
    public int Hits { get; private set; }

    /// <summary>How many it keeps.</summary>
    public int Count => _blocks.Count;

    /// <summary>The section is about to be set in a build. A build may set it several times, with other answers.</summary>
    public void Begin(int build)
    {
        lock (_blocks)
        {
            if (build == _build)
            {
                return;
            }

            foreach (var (block, ways) in _blocks)
            {
                if (ways.RemoveAll(way => way.Build < _build) > 0 && ways.Count == 0)
                {
                    _blocks.Remove(block);
                }
            }

            _build = build;
        }
    }

    /// <summary>A block, or a title by the list of its inlines, as it was set before; null where it stands elsewhere, or where something it asked has another answer. What it asked counts as asked again.</summary>
    public KeptBlock? Find(object block, BlockStart start, IPictures pictures, SectionReferences references)
    {
        lock (_blocks)
        {
            foreach (var way in _blocks.GetValueOrDefault(block) ?? [])
            {
                if (way.Start == start && way.Pictures.All(shown => ReferenceEquals(pictures.Find(shown.Picture), shown.Found)) && references.Repeat(way.Asked))
                {
                    way.Build = _build;
                    Hits++;
                    return way;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps a block that was set.</summary>
    public void Keep(object block, KeptBlock made)
    {
        lock (_blocks)
        {
            made.Build = _build;
            if (!_blocks.TryGetValue(block, out var ways))
            {
                _blocks.Add(block, ways = []);
            }

            ways.Add(made);
        }
    }
}

/// <summary>How far the setting of a section has come, and where a block stands: all that what comes of it depends on besides itself and what it asks.</summary>
/// <param name="Element">Its element as the stylesheet tells it from others.</param>
/// <param name="Page">The page of the section.</param>
/// <param name="BookLanguage">The book's language.</param>
internal sealed record BlockStart(object Element, PageStyle Page, string BookLanguage)
{
    /// <summary>White at the left.</summary>
    public Length Left { get; init; }

    /// <summary>White at the right.</summary>
    public Length Right { get; init; }

    /// <summary>The structure element around it.</summary>
    public int Structure { get; init; }

    /// <summary>The language around it.</summary>
    public required string Language { get; init; }

    /// <summary>The width of the column.</summary>
    public Length Measure { get; init; }

    /// <summary>Of a title, where the section counts its text; 0 of a block, which says so itself.</summary>
    public int Ordinal { get; init; }

    /// <summary>Of a title, where the section stands; none of a block, which says so itself.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>The white that waits above it.</summary>
    public Length Before { get; init; }

    /// <summary>The names that wait for it, each on its line.</summary>
    public string Ids { get; init; } = "";

    /// <summary>Whether the section opens with it.</summary>
    public bool IsOpening { get; init; }

    /// <summary>Whether the section is a play's.</summary>
    public bool IsDrama { get; init; }

    /// <summary>How many more paragraphs may be stage directions.</summary>
    public int Directions { get; init; }

    /// <summary>The level of the heading above.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Structure elements so far.</summary>
    public int Elements { get; init; }

    /// <summary>Places in reading order so far.</summary>
    public int Sequence { get; init; }

    /// <summary>Blocks of the run so far.</summary>
    public int Blocks { get; init; }

    /// <summary>Notes so far.</summary>
    public int Notes { get; init; }

    /// <summary>Notes for the section's end so far.</summary>
    public int Endnotes { get; init; }

    /// <summary>Whose the last note is; null for none.</summary>
    public NoteSeries? Series { get; init; }

    /// <summary>Whether the block above may not be parted from it.</summary>
    public bool Follows { get; init; }
}

/// <summary>What came of a block.</summary>
/// <param name="Start">Where it stood.</param>
/// <param name="Asked">What it asked about the rest of the book.</param>
/// <param name="Pictures">The pictures it shows, as they were found.</param>
internal sealed record KeptBlock(BlockStart Start, SectionReferences Asked, ImmutableArray<(Picture Picture, ImageResource? Found)> Pictures)
{
    /// <summary>Its blocks of lines.</summary>
    public required ImmutableArray<FlowBlock> Blocks { get; init; }

    /// <summary>Its notes at the foot of pages.</summary>
    public required ImmutableArray<NoteFlow> Notes { get; init; }

    /// <summary>Its notes at the section's end.</summary>
    public required ImmutableArray<(NoteCall Call, int Reference)> Endnotes { get; init; }

    /// <summary>Its structure elements.</summary>
    public required ImmutableArray<StructureElement> Elements { get; init; }

    /// <summary>Places in reading order after it.</summary>
    public int Sequence { get; init; }

    /// <summary>The white that waits after it.</summary>
    public Length Before { get; init; }

    /// <summary>Whether the section is still to be opened.</summary>
    public bool IsOpening { get; init; }

    /// <summary>How many more paragraphs may be stage directions.</summary>
    public int Directions { get; init; }

    /// <summary>The level of the last heading.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>The build that used it last.</summary>
    public int Build { get; set; }
}
