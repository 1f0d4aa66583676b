using Publish.Typesetting.Text;
using Publish.Typesetting.Text.Words;

namespace Publish.Typesetting.Lines;

/// <summary>A part of a line: a shaped word, a space, or a picture.</summary>
/// <param name="Font">How it is set.</param>
/// <param name="Word">The word; null for spaces and pictures.</param>
/// <param name="Start">Offset of its first character in the text.</param>
/// <param name="Width">Natural width.</param>
/// <param name="Space">The character of a space; 0 otherwise.</param>
/// <param name="Hyphen">The word ends with a hyphen that the text doesn't have.</param>
/// <param name="Trailing">A space at the line's end: it is kept for the text's sake and takes no part in the setting.</param>
internal readonly record struct LineAtom(RunFont Font, ShapedWord? Word, int Start, long Width, char Space, bool Hyphen, bool Trailing)
{
    /// <summary>A space that gives way in justified lines.</summary>
    public bool Stretches => Space != 0 && !Trailing && Spaces.Stretches(Space);

    /// <summary>A picture.</summary>
    public SizedPicture? Picture => Word is null && Space == 0 ? Font.Run.Picture : null;
}
