using Publish.Document;

namespace Publish.Typesetting.Text;

/// <summary>Says what is printed where a note is called. An edition decides how notes are numbered.</summary>
public interface INoteNumbers
{
    /// <summary>The number or sign of a note at a call of it, as "12" or "*".</summary>
    string TextOf(NoteCall call);
}
