using System.Buffers;
using System.Text;

namespace Publish.Epub.Content;

/// <summary>Writes XML: elements are closed in order, text and attributes escaped, characters that XML forbids left out. Nothing is indented inside running text.</summary>
internal sealed class XhtmlWriter
{
    private readonly StringBuilder text = new(4096);
    private readonly Stack<string> open = new();
    private bool inTag;

    /// <summary>Forgets what was written and keeps the room, for the next document.</summary>
    public XhtmlWriter Clear()
    {
        CheckClosed();
        text.Clear();
        return this;
    }

    /// <summary>Opens an element.</summary>
    public XhtmlWriter Start(string name)
    {
        Close();
        text.Append('<').Append(name);
        open.Push(name);
        inTag = true;
        return this;
    }

    /// <summary>Adds an attribute to the element just opened; none where the value is null.</summary>
    public XhtmlWriter Attribute(string name, string? value)
    {
        if (value is not null)
        {
            text.Append(' ').Append(name).Append("=\"");
            Escape(value, true);
            text.Append('"');
        }

        return this;
    }

    /// <summary>Closes the innermost element.</summary>
    public XhtmlWriter End()
    {
        var name = open.Pop();
        if (inTag)
        {
            // HTML parsers need an end tag on empty elements that may have content.
            inTag = false;
            text.Append(name is "br" or "hr" or "img" or "meta" or "link" or "item" or "itemref" or "content" or "reference" or "rootfile" ? "/>" : "></" + name + ">");
        }
        else
        {
            text.Append("</").Append(name).Append('>');
        }

        return this;
    }

    /// <summary>Writes characters.</summary>
    public XhtmlWriter Text(ReadOnlySpan<char> value)
    {
        Close();
        Escape(value, false);
        return this;
    }

    /// <summary>An element with text only.</summary>
    public XhtmlWriter Element(string name, string value) => Start(name).Text(value).End();

    /// <summary>A new line, between blocks.</summary>
    public XhtmlWriter Line()
    {
        Close();
        text.Append('\n');
        return this;
    }

    /// <summary>Characters that are mark-up already.</summary>
    public XhtmlWriter Raw(string value)
    {
        Close();
        text.Append(value);
        return this;
    }

    /// <summary>What another writer wrote.</summary>
    public XhtmlWriter Raw(XhtmlWriter written)
    {
        Close();
        written.CheckClosed();
        text.Append(written.text);
        return this;
    }

    /// <summary>All of it as UTF-8.</summary>
    public byte[] ToBytes()
    {
        CheckClosed();
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(0, characters, text.Length);
        var bytes = Encoding.UTF8.GetBytes(characters, 0, text.Length);
        ArrayPool<char>.Shared.Return(characters);
        return bytes;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        CheckClosed();
        return text.ToString();
    }

    private void CheckClosed()
    {
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"<{open.Peek()}> is still open");
        }
    }

    private void Close()
    {
        if (inTag)
        {
            text.Append('>');
            inTag = false;
        }
    }

    private void Escape(ReadOnlySpan<char> value, bool attribute)
    {
        while (value.Length > 0)
        {
            var special = value.IndexOfAnyExceptInRange(' ', '\uD7FF') is var odd && odd >= 0 ? odd : value.Length;
            var stop = value[..special].IndexOfAny("&<>\"\u00AD");
            var plain = stop >= 0 ? stop : special;
            text.Append(value[..plain]);
            if (plain == value.Length)
            {
                return;
            }

            var c = value[plain];
            switch (c)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '"':
                    text.Append(attribute ? "&quot;" : "\"");
                    break;
                case '\u00AD':
                    break;
                case '\n' or '\t' or '\r':
                    text.Append(attribute ? ' ' : c);
                    break;
                case >= '\uE000' and <= '\uFFFD':
                    text.Append(c);
                    break;
                default:
                    if (char.IsHighSurrogate(c) && plain + 1 < value.Length && char.IsLowSurrogate(value[plain + 1]))
                    {
                        text.Append(c).Append(value[plain + 1]);
                        plain++;
                    }

                    break;
            }

            value = value[(plain + 1)..];
        }
    }
}
