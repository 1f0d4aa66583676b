using Publish.Document;

namespace Publish.Styles.Parsing;

/// <summary>The text of a stylesheet file and where its lines begin.</summary>
internal sealed class StyleText
{
    private readonly string file;
    private readonly List<int> lines = [0];

    public StyleText(string file, string text)
    {
        this.file = file;
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                lines.Add(i + 1);
            }
        }
    }

    public string Text { get; }

    /// <summary>The place of an offset as file, line and column.</summary>
    public SourceSpan At(int offset)
    {
        var index = lines.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return SourceSpan.At(file, line + 1, offset - lines[line] + 1);
    }

    /// <summary>Where a declaration of a property stands in the block after an offset: the property itself or the shorthand it was taken from.</summary>
    public int Find(string property, int from)
    {
        var end = Text.IndexOf('}', from);
        end = end < 0 ? Text.Length : end;
        for (var name = property; name.Length > 0; name = name.LastIndexOf('-') is var dash and > 0 ? name[..dash] : "")
        {
            for (var at = Text.IndexOf(name, from, end - from, StringComparison.OrdinalIgnoreCase); at >= 0; at = Text.IndexOf(name, at + 1, end - at - 1, StringComparison.OrdinalIgnoreCase))
            {
                var before = at == 0 ? ' ' : Text[at - 1];
                var after = at + name.Length < Text.Length ? Text[at + name.Length] : ' ';
                if ((char.IsWhiteSpace(before) || before is '{' or ';') && (char.IsWhiteSpace(after) || after == ':'))
                {
                    return at;
                }
            }
        }

        return from;
    }
}
