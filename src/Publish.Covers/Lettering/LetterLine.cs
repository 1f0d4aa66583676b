using System.Collections.Immutable;
using Publish.Document;
using Publish.Fonts;
using Publish.Typesetting.Display;

namespace Publish.Covers.Lettering;

/// <summary>A line of letters, shaped.</summary>
/// <param name="Runs">Its pieces, each of one face, from left to right.</param>
/// <param name="Width">From the origin to the end of the last letter, without the white after it.</param>
/// <param name="Size">Font size.</param>
internal sealed record LetterLine(ImmutableArray<LetterRun> Runs, Length Width, Length Size);

/// <summary>A piece of a line in one face.</summary>
/// <param name="Face">The face.</param>
/// <param name="X">From the line's origin.</param>
/// <param name="Width">Its width.</param>
/// <param name="Glyphs">Its glyphs.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Rises">How far each glyph stands above the baseline, in scaled points; empty where all stand on it.</param>
internal sealed record LetterRun(FontFace Face, Length X, Length Width, ImmutableArray<PlacedGlyph> Glyphs, string Text, ImmutableArray<int> Rises);
