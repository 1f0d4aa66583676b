using Publish.Document;
using Publish.Typesetting.Text;

namespace Publish.Typesetting.Lines;

/// <summary>A mark and where on its line it stands.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="X">From the left edge of the measure.</param>
public sealed record LineMark(TextMark Mark, Length X);
