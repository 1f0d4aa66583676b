using System.Runtime.CompilerServices;
using Publish.Imaging;
using Publish.Pdf.Color;
using Publish.Pdf.Fonts;
using Publish.Pdf.Structure;
using Publish.Pdf.Syntax;
using Publish.Pdf.Text;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Content;

/// <summary>
/// Writes the content stream of a page from its display items, in the order they are drawn. It keeps nothing from page to page, so that pages can be
/// written by several writers at once.
/// </summary>
internal sealed class PageContentWriter(
    TextPlan plan,
    EmbeddedFont[] fonts,
    IReadOnlyDictionary<ImageResource, int> pictures,
    StructureTree? structure,
    SyntaxSettings syntax,
    bool overprint = false,
    SpotInks? inks = null)
{
    // No reference of an item is like it.
    private static readonly StructureReference Replaced = new(-2, 0, ArtifactKind.None);

    private readonly Operators _operators = new(new ByteBuffer(1 << 14), syntax.Pretty, overprint, inks);
    private readonly List<MarkedContent> _marks = [];
    private StructureReference _mark;
    private bool _markOpen;

    /// <summary>The content of the page at an index.</summary>
    public PageContent Write(int index, DisplayPage page)
    {
        _operators.Reset();
        _marks.Clear();
        _markOpen = false;
        var geometry = new PageGeometry(page.Boxes);
        var text = plan.Pages[index];
        var replacements = text.Replacements;
        var next = 0;
        for (var item = 0; item < page.Items.Length; item++)
        {
            switch (page.Items[item])
            {
                case GlyphRun { Glyphs.IsEmpty: false } run:
                    var first = next;
                    while (next < replacements.Count && replacements[next].Item == item)
                    {
                        next++;
                    }

                    Run(run, text, item, geometry, first, next);
                    break;
                case Rule rule:
                    Enter(rule.Structure, inText: false);
                    _operators.Fill(rule.Color);
                    BeginMark(rule.Structure, geometry, rule.Area);
                    var (x, y) = (PageGeometry.Thousandths(geometry.X(rule.Area.X)), PageGeometry.Thousandths(geometry.Y(rule.Area.Bottom)));
                    _operators.Rectangle(x, y, PageGeometry.Thousandths(rule.Area.Width.Scaled), PageGeometry.Thousandths(rule.Area.Height.Scaled));
                    break;
                case PlacedPicture picture when pictures.TryGetValue(picture.Image, out var number):
                    Enter(picture.Structure, inText: false);
                    BeginMark(picture.Structure, geometry, picture.Area);
                    _operators.KnockOut();
                    _operators.Picture(
                        number,
                        PageGeometry.Thousandths(geometry.X(picture.Area.X)),
                        PageGeometry.Thousandths(geometry.Y(picture.Area.Bottom)),
                        PageGeometry.Thousandths(picture.Area.Width.Scaled),
                        PageGeometry.Thousandths(picture.Area.Height.Scaled),
                        picture.Clip is { } clip
                            ? (PageGeometry.Thousandths(geometry.X(clip.X)), PageGeometry.Thousandths(geometry.Y(clip.Bottom)), PageGeometry.Thousandths(clip.Width.Scaled), PageGeometry.Thousandths(clip.Height.Scaled))
                            : null);
                    break;
                default:
                    break;
            }
        }

        EndMark();
        _operators.Text(open: false);
        var buffer = _operators.Buffer;
        return buffer.Length == 0 ? new PageContent([], IsDeflated: false, [])
            : syntax.Pretty ? new PageContent(buffer.ToArray(), IsDeflated: false, [.. _marks])
            : new PageContent(syntax.Compressed(buffer.Written), IsDeflated: true, [.. _marks]);
    }

    private void Run(GlyphRun run, PageText text, int item, PageGeometry geometry, int firstReplacement, int lastReplacement)
    {
        ref var settled = ref text.Runs[item];
        var font = fonts[settled.Font];
        var codes = text.Codes.AsSpan(settled.FirstCode, run.Glyphs.Length);
        var area = new Rect(run.X, run.Baseline, run.Width, default);
        if (run.Turn != QuarterTurn.None)
        {
            // A text object of its own: what comes after it starts upright again.
            Enter(run.Structure, inText: false);
        }

        Enter(run.Structure, inText: true);
        _operators.Font(settled.Font, run.Size.Scaled);
        _operators.Scale(run.HorizontalScale);
        _operators.Fill(run.Color);
        var (x, y) = (PageGeometry.Thousandths(geometry.X(run.X)), PageGeometry.Thousandths(geometry.Y(run.Baseline)));
        if (run.Turn == QuarterTurn.None)
        {
            _operators.MoveTo(x, y);
        }
        else
        {
            _operators.Turn(run.Turn, x, y);
        }

        var show = new TextShow(run, font, syntax.Pretty);
        var count = run.Glyphs.Length;
        var at = 0;
        for (var i = firstReplacement; i < lastReplacement; i++)
        {
            var replacement = text.Replacements[i];
            if (replacement.From > at)
            {
                BeginMark(run.Structure, geometry, area);
                show.Show(_operators, at, replacement.From, codes, spaceAfter: false);
            }

            at = replacement.To;
            BeginReplacement(run.Structure, replacement.Text);
            show.Show(_operators, replacement.From, at, codes, settled.SpaceAfter && at == count);
            EndMark();
        }

        if (at < count)
        {
            BeginMark(run.Structure, geometry, area);
            show.Show(_operators, at, count, codes, settled.SpaceAfter);
        }

        if (run.Turn != QuarterTurn.None)
        {
            EndMark();
            _operators.Text(open: false);
        }
    }

    // Marks stand in text objects or hold whole ones, never half of one (ISO 32000-1, 14.6.1).
    private void Enter(StructureReference reference, bool inText)
    {
        if (_operators.InText != inText)
        {
            EndMark();
            _operators.Text(inText);
        }
        else if (_markOpen && _mark != reference)
        {
            EndMark();
        }
    }

    private void BeginMark(StructureReference reference, PageGeometry geometry, Rect area)
    {
        if (structure is null || (_markOpen && _mark == reference))
        {
            return;
        }

        EndMark();
        if (!structure.Has(reference.Element))
        {
            BeginArtifact(reference.Artifact, geometry.Y(area.Y) * 2 > geometry.Height.Scaled);
        }
        else
        {
            BeginContent(reference);
        }

        _operators.End();
        _mark = reference;
        _markOpen = true;
    }

    // Not inside the mark of its element but beside it, with an MCID of its own: poppler's reader of structure takes the end of an inner mark for the end of the
    // outer one. Always a Span, whatever the element is: poppler looks for ActualText nowhere else.
    private void BeginReplacement(StructureReference reference, string text)
    {
        EndMark();
        _operators.Buffer.Add("/Span<<"u8);
        if (structure is not null && structure.Has(reference.Element))
        {
            AddIdentifier(reference);
        }

        _operators.Buffer.Add("/ActualText"u8);
        _operators.Buffer.AddString(Strings.Encode(text));
        _operators.Buffer.Add(">>BDC"u8);
        _operators.End();
        _markOpen = true;
        _mark = Replaced;
    }

    private void BeginContent(StructureReference reference)
    {
        _operators.Buffer.Add((byte)'/');
        _operators.Buffer.Add(RoleNames.Of(structure!.Elements[reference.Element].Role));
        _operators.Buffer.Add("<<"u8);
        AddIdentifier(reference);
        _operators.Buffer.Add(">>BDC"u8);
    }

    private void AddIdentifier(StructureReference reference)
    {
        _operators.Buffer.Add("/MCID "u8);
        _operators.Buffer.AddInteger(_marks.Count);
        _marks.Add(new MarkedContent(reference.Element, reference.Sequence));
    }

    private void BeginArtifact(ArtifactKind kind, bool upperHalf)
    {
        _operators.Buffer.Add(kind switch
        {
            ArtifactKind.RunningHead or ArtifactKind.Folio when upperHalf => "/Artifact<</Type/Pagination/Subtype/Header>>BDC"u8,
            ArtifactKind.RunningHead or ArtifactKind.Folio => "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"u8,
            ArtifactKind.Layout => "/Artifact<</Type/Layout>>BDC"u8,
            ArtifactKind.PrinterMark => "/Artifact<</Type/Page>>BDC"u8,
            _ => "/Artifact BMC"u8,
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndMark()
    {
        if (_markOpen)
        {
            _operators.Buffer.Add("EMC"u8);
            _operators.End();
            _markOpen = false;
        }
    }
}
