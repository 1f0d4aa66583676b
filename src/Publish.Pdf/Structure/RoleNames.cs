using Publish.Typesetting.Display;

namespace Publish.Pdf.Structure;

/// <summary>The names of standard structure types as PDF writes them (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4): the roles bear them already, but for the notes of PDF 2.0.</summary>
internal static class RoleNames
{
    /// <summary>The name of a role in PDF 2.0.</summary>
    public static ReadOnlySpan<byte> Of20(StructureRole role) => role == StructureRole.Note ? "FENote"u8 : Of(role);

    /// <summary>Whether PDF 2.0 has the type in its own namespace; the others stay in that of PDF 1.7.</summary>
    public static bool Is20(StructureRole role) => role is not
        (StructureRole.BlockQuote or StructureRole.TOC or StructureRole.TOCI or StructureRole.Index or StructureRole.Quote or StructureRole.Reference or StructureRole.Code);

    /// <summary>The name of a role.</summary>
    public static ReadOnlySpan<byte> Of(StructureRole role) => role switch
    {
        StructureRole.Document => "Document"u8,
        StructureRole.Part => "Part"u8,
        StructureRole.Sect => "Sect"u8,
        StructureRole.Div => "Div"u8,
        StructureRole.BlockQuote => "BlockQuote"u8,
        StructureRole.Caption => "Caption"u8,
        StructureRole.TOC => "TOC"u8,
        StructureRole.TOCI => "TOCI"u8,
        StructureRole.Index => "Index"u8,
        StructureRole.H1 => "H1"u8,
        StructureRole.H2 => "H2"u8,
        StructureRole.H3 => "H3"u8,
        StructureRole.H4 => "H4"u8,
        StructureRole.H5 => "H5"u8,
        StructureRole.H6 => "H6"u8,
        StructureRole.P => "P"u8,
        StructureRole.L => "L"u8,
        StructureRole.LI => "LI"u8,
        StructureRole.Lbl => "Lbl"u8,
        StructureRole.LBody => "LBody"u8,
        StructureRole.Table => "Table"u8,
        StructureRole.THead => "THead"u8,
        StructureRole.TBody => "TBody"u8,
        StructureRole.TR => "TR"u8,
        StructureRole.TH => "TH"u8,
        StructureRole.TD => "TD"u8,
        StructureRole.Span => "Span"u8,
        StructureRole.Quote => "Quote"u8,
        StructureRole.Note => "Note"u8,
        StructureRole.Reference => "Reference"u8,
        StructureRole.Code => "Code"u8,
        StructureRole.Link => "Link"u8,
        StructureRole.Figure => "Figure"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
