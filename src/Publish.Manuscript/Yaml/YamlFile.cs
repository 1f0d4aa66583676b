using Publish.Document;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publish.Manuscript;

/// <summary>Reads YAML into nodes by the parser's events: no reflection, every value with its place.</summary>
internal sealed class YamlFile
{
    private const int DepthLimit = 32;

    private const string Advice = "check indentation, quotation marks and the space after each colon";

    private readonly Reading _reading;
    private readonly string _path;
    private readonly int _firstLine;
    private readonly Parser _parser;

    private YamlFile(Reading reading, string path, string text, int firstLine)
    {
        _reading = reading;
        _path = path;
        _firstLine = firstLine;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a YAML text; null where it is not well-formed (that is said) or empty.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="path">The file it stands in.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="firstLine">The line of the file it begins at.</param>
    public static YamlNode? Parse(Reading reading, string path, string text, int firstLine = 1)
    {
        var file = new YamlFile(reading, path, text, firstLine);
        try
        {
            return file.Document();
        }
        catch (YamlException e)
        {
            reading.Report(
                ManuscriptDiagnostics.BadYaml,
                file.At(e.Start),
                $"this is not YAML: {Sentence(e.Message)}",
                Advice);
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser's own state fails on some broken flow sequences, as '[a' that a later line's colon follows.
            reading.Report(ManuscriptDiagnostics.BadYaml, file.At(file._parser.Current?.Start ?? Mark.Empty), "this is not YAML: a list or mapping is never closed", Advice);
            return null;
        }
    }

    private YamlNode? Document()
    {
        _parser.MoveNext();
        while (_parser.Current is StreamStart or DocumentStart)
        {
            _parser.MoveNext();
        }

        return _parser.Current is null or StreamEnd or DocumentEnd ? null : Node(0);
    }

    private YamlNode Node(int depth)
    {
        var current = _parser.Current!;
        var start = current.Start;
        if (depth > DepthLimit)
        {
            throw new YamlException(current.Start, current.End, "lists and mappings stand too deep inside each other");
        }

        switch (current)
        {
            case Scalar scalar:
                _parser.MoveNext();
                return new YamlScalar(scalar.Value, scalar.Style is not ScalarStyle.Plain, Span(start, scalar.End));
            case SequenceStart:
                return Sequence(start, depth);
            case MappingStart:
                return Mapping(start, depth);
            case AnchorAlias alias:
                throw new YamlException(start, alias.End, "aliases are not followed; write the value out");
            default:
                throw new YamlException(start, current.End, "a value is expected");
        }
    }

    private YamlSequence Sequence(Mark start, int depth)
    {
        var items = new List<YamlNode>();
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        var end = _parser.Current.End;
        _parser.MoveNext();
        return new(items, Span(start, end));
    }

    private YamlMapping Mapping(Mark start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd)
        {
            var at = _parser.Current!;
            if (Node(depth + 1) is not YamlScalar key)
            {
                throw new YamlException(at.Start, at.End, "a key is a word");
            }

            var value = Node(depth + 1);
            if (keys.Add(key.Value))
            {
                entries.Add(new(key, value));
            }
            else
            {
                _reading.Report(ManuscriptDiagnostics.DuplicateKey, key.Span, $"the key '{key.Value}' is given twice", "keep one of the two");
            }
        }

        var end = _parser.Current.End;
        _parser.MoveNext();
        return new(entries, Span(start, end));
    }

    private SourceSpan At(Mark mark) => SourceSpan.At(_path, Line(mark), (int)mark.Column);

    private SourceSpan Span(Mark start, Mark end) => new(_path, Line(start), (int)start.Column, Line(end), (int)end.Column);

    private int Line(Mark mark) => (int)mark.Line + _firstLine - 1;

    private static string Sentence(string message)
    {
        message = message.Trim().TrimEnd('.');
        return message.Length == 0 ? "it cannot be parsed" : char.ToLowerInvariant(message[0]) + message[1..];
    }
}
