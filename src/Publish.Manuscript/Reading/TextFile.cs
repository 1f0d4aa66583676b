using System.Text;
using System.Text.Unicode;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Bytes to text: UTF-8, with or without byte order mark, with any of the three line ends.</summary>
internal static class TextFile
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Decodes a file. Bytes that are no UTF-8 are replaced by U+FFFD and said; control characters that no edition may hold become spaces and are said.
    /// Offsets of the text are those every later position is counted in.
    /// </summary>
    public static string Decode(Reading reading, string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (!Utf8.IsValid(bytes))
        {
            var wrong = FirstWrong(bytes);
            var (line, column) = Place(bytes[..wrong]);
            reading.Report(
                ManuscriptDiagnostics.NotUtf8,
                SourceSpan.At(path, line, column),
                $"the byte 0x{bytes[wrong]:X2} is not UTF-8",
                "save the file as UTF-8");
        }

        var text = Encoding.UTF8.GetString(bytes);
        var control = IndexOfControl(text, 0);
        return control < 0 ? text : WithoutControls(reading, path, text, control);
    }

    private static int FirstWrong(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += consumed;
        }

        return 0;
    }

    private static (int Line, int Column) Place(ReadOnlySpan<byte> before)
    {
        var text = Encoding.UTF8.GetString(before);
        var index = new LineIndex(text);
        return index.Place(text.Length);
    }

    private static int IndexOfControl(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (c < ' ' ? c is not ('\n' or '\r' or '\t') : c >= '\u007F' && (c <= '\u009F' || c is '\uFFFE' or '\uFFFF'))
            {
                return i;
            }
        }

        return -1;
    }

    private static string WithoutControls(Reading reading, string path, string text, int first)
    {
        var index = new LineIndex(text);
        var result = text.ToCharArray();
        for (var i = first; i >= 0; i = IndexOfControl(text, i + 1))
        {
            result[i] = text[i] == '\0' ? Replacement : ' ';
            var (line, column) = index.Place(i);
            reading.Report(
                ManuscriptDiagnostics.ControlCharacter,
                SourceSpan.At(path, line, column),
                $"the character U+{(int)text[i]:X4} prints nothing and was left out",
                "remove it");
        }

        return new(result);
    }
}
