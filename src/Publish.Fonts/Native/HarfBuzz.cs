using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Publish.Fonts.Native;

/// <summary>
/// The functions of HarfBuzz that this room uses, called without a wrapper: the hot path neither allocates nor marshals.
/// Names and meanings are those of the HarfBuzz manual (harfbuzz.github.io).
/// </summary>
internal static unsafe partial class HarfBuzz
{
    private const string Library = "libHarfBuzzSharp";

    [LibraryImport(Library, EntryPoint = "hb_blob_create")]
    public static partial nint BlobCreate(byte* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    public static partial void BlobDestroy(nint blob);

    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    public static partial byte* BlobGetData(nint blob, out uint length);

    [LibraryImport(Library, EntryPoint = "hb_face_create")]
    public static partial nint FaceCreate(nint blob, uint index);

    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    public static partial void FaceDestroy(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_make_immutable")]
    public static partial void FaceMakeImmutable(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    public static partial nint FaceReferenceBlob(nint face);

    [LibraryImport(Library, EntryPoint = "hb_face_collect_unicodes")]
    public static partial void FaceCollectUnicodes(nint face, nint set);

    [LibraryImport(Library, EntryPoint = "hb_font_create")]
    public static partial nint FontCreate(nint face);

    [LibraryImport(Library, EntryPoint = "hb_font_destroy")]
    public static partial void FontDestroy(nint font);

    [LibraryImport(Library, EntryPoint = "hb_font_make_immutable")]
    public static partial void FontMakeImmutable(nint font);

    [LibraryImport(Library, EntryPoint = "hb_font_get_nominal_glyph")]
    public static partial int FontGetNominalGlyph(nint font, uint unicode, out uint glyph);

    [LibraryImport(Library, EntryPoint = "hb_font_get_glyph_h_advance")]
    public static partial int FontGetGlyphHorizontalAdvance(nint font, uint glyph);

    [LibraryImport(Library, EntryPoint = "hb_font_get_glyph_extents")]
    public static partial int FontGetGlyphExtents(nint font, uint glyph, out Extents extents);

    [LibraryImport(Library, EntryPoint = "hb_font_draw_glyph")]
    public static partial void FontDrawGlyph(nint font, uint glyph, nint functions, nint data);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_create")]
    public static partial nint DrawFunctionsCreate();

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_make_immutable")]
    public static partial void DrawFunctionsMakeImmutable(nint functions);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_move_to_func")]
    public static partial void DrawFunctionsSetMoveTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> function, nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_line_to_func")]
    public static partial void DrawFunctionsSetLineTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> function, nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_quadratic_to_func")]
    public static partial void DrawFunctionsSetQuadraticTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, nint, void> function, nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_cubic_to_func")]
    public static partial void DrawFunctionsSetCubicTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, float, float, nint, void> function, nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_close_path_func")]
    public static partial void DrawFunctionsSetClosePath(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, nint, void> function, nint data, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_ot_layout_table_get_feature_tags")]
    public static partial uint LayoutTableGetFeatureTags(nint face, uint table, uint start, ref uint count, uint* tags);

    [LibraryImport(Library, EntryPoint = "hb_script_from_iso15924_tag")]
    public static partial uint ScriptFromIso15924Tag(uint tag);

    [LibraryImport(Library, EntryPoint = "hb_script_get_horizontal_direction")]
    public static partial int ScriptGetHorizontalDirection(uint script);

    [LibraryImport(Library, EntryPoint = "hb_language_from_string")]
    public static partial nint LanguageFromString(byte* text, int length);

    [LibraryImport(Library, EntryPoint = "hb_buffer_create")]
    public static partial nint BufferCreate();

    [LibraryImport(Library, EntryPoint = "hb_buffer_destroy")]
    public static partial void BufferDestroy(nint buffer);

    [LibraryImport(Library, EntryPoint = "hb_buffer_set_flags")]
    public static partial void BufferSetFlags(nint buffer, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_buffer_clear_contents")]
    [SuppressGCTransition]
    public static partial void BufferClearContents(nint buffer);

    [LibraryImport(Library, EntryPoint = "hb_buffer_set_segment_properties")]
    [SuppressGCTransition]
    public static partial void BufferSetSegmentProperties(nint buffer, SegmentProperties* properties);

    [LibraryImport(Library, EntryPoint = "hb_buffer_add_utf16")]
    public static partial void BufferAddUtf16(nint buffer, char* text, int textLength, uint itemOffset, int itemLength);

    [LibraryImport(Library, EntryPoint = "hb_buffer_get_glyph_infos")]
    [SuppressGCTransition]
    public static partial GlyphInfo* BufferGetGlyphInfos(nint buffer, uint* length);

    [LibraryImport(Library, EntryPoint = "hb_buffer_get_glyph_positions")]
    [SuppressGCTransition]
    public static partial GlyphPosition* BufferGetGlyphPositions(nint buffer, uint* length);

    [LibraryImport(Library, EntryPoint = "hb_shape_plan_create")]
    public static partial nint ShapePlanCreate(nint face, SegmentProperties* properties, Feature* features, uint featureCount, nint shapers);

    [LibraryImport(Library, EntryPoint = "hb_shape_plan_destroy")]
    public static partial void ShapePlanDestroy(nint plan);

    [LibraryImport(Library, EntryPoint = "hb_shape_plan_execute")]
    public static partial int ShapePlanExecute(nint plan, nint font, nint buffer, Feature* features, uint featureCount);

    [LibraryImport(Library, EntryPoint = "hb_set_create")]
    public static partial nint SetCreate();

    [LibraryImport(Library, EntryPoint = "hb_set_destroy")]
    public static partial void SetDestroy(nint set);

    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    public static partial void SetAdd(nint set, uint value);

    [LibraryImport(Library, EntryPoint = "hb_set_next")]
    public static partial int SetNext(nint set, ref uint value);

    [LibraryImport(Library, EntryPoint = "hb_map_get")]
    public static partial uint MapGet(nint map, uint key);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    public static partial nint SubsetInputCreate();

    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    public static partial void SubsetInputDestroy(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_glyph_set")]
    public static partial nint SubsetInputGlyphSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_unicode_set")]
    public static partial nint SubsetInputUnicodeSet(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    public static partial nint SubsetInputSet(nint input, SubsetSet which);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    public static partial void SubsetInputSetFlags(nint input, uint flags);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_keep_everything")]
    public static partial void SubsetInputKeepEverything(nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_pin_axis_location")]
    public static partial int SubsetInputPinAxis(nint input, nint face, uint axis, float value);

    [LibraryImport(Library, EntryPoint = "hb_subset_input_pin_all_axes_to_default")]
    public static partial int SubsetInputPinAllAxes(nint input, nint face);

    [LibraryImport(Library, EntryPoint = "hb_subset_or_fail")]
    public static partial nint Subset(nint face, nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_create_or_fail")]
    public static partial nint SubsetPlanCreate(nint face, nint input);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_destroy")]
    public static partial void SubsetPlanDestroy(nint plan);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_execute_or_fail")]
    public static partial nint SubsetPlanExecute(nint plan);

    [LibraryImport(Library, EntryPoint = "hb_subset_plan_old_to_new_glyph_mapping")]
    public static partial nint SubsetPlanOldToNew(nint plan);

    /// <summary>hb_memory_mode_t: the data outlives the blob and isn't written.</summary>
    public const int ReadOnly = 1;

    /// <summary>hb_buffer_flags_t: soft hyphens, joiners and their like leave no glyph.</summary>
    public const uint RemoveDefaultIgnorables = 0x8;

    /// <summary>hb_buffer_flags_t: a mark without a base gets no dotted circle that the manuscript doesn't have.</summary>
    public const uint DoNotInsertDottedCircle = 0x10;

    /// <summary>hb_direction_t: left to right.</summary>
    public const int LeftToRight = 4;

    /// <summary>HB_DIRECTION_RTL.</summary>
    public const int RightToLeft = 5;

    /// <summary>HB_MAP_VALUE_INVALID, HB_SET_VALUE_INVALID.</summary>
    public const uint Invalid = uint.MaxValue;

    /// <summary>The 32-bit form of a four-letter tag; shorter tags are filled with spaces.</summary>
    public static uint Tag(ReadOnlySpan<char> tag)
    {
        uint value = 0;
        for (var i = 0; i < 4; i++) value = (value << 8) | (i < tag.Length ? tag[i] & 0xFFu : ' ');
        return value;
    }
}

/// <summary>hb_subset_sets_t.</summary>
internal enum SubsetSet
{
    GlyphIndex,
    Unicode,
    NoSubsetTable,
    DropTable,
    NameId,
    NameLanguage,
    LayoutFeature,
    LayoutScript,
}

/// <summary>hb_glyph_info_t.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GlyphInfo
{
    public uint Glyph;
    public uint Mask;
    public uint Cluster;
    public uint Private1;
    public uint Private2;
}

/// <summary>hb_glyph_position_t.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GlyphPosition
{
    public int AdvanceX;
    public int AdvanceY;
    public int OffsetX;
    public int OffsetY;
    public int Private;
}

/// <summary>hb_segment_properties_t.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SegmentProperties
{
    public int Direction;
    public uint Script;
    public nint Language;
    public nint Reserved1;
    public nint Reserved2;
}

/// <summary>hb_feature_t.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Feature
{
    public uint Tag;
    public uint Value;
    public uint Start;
    public uint End;
}

/// <summary>hb_glyph_extents_t: y up, height negative.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Extents
{
    public int BearingX;
    public int BearingY;
    public int Width;
    public int Height;
}
