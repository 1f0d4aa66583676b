using Publish.Document;

namespace Publish.Manuscript;

/// <summary>Files that are a list of records.</summary>
internal static class YamlRecords
{
    /// <summary>The records of a file; none where it isn't there or isn't a list, which is said.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="file">The file; null for none.</param>
    /// <param name="what">What a record describes, for messages.</param>
    public static List<MappingReader> Read(Reading reading, NamedFile? file, string what)
    {
        var records = new List<MappingReader>();
        if (file is null || reading.Text(file.Path, file.Span) is not { } text)
        {
            return records;
        }

        switch (YamlFile.Parse(reading, file.Path, text))
        {
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (item is YamlMapping mapping)
                    {
                        records.Add(new(reading, mapping, what));
                    }
                    else
                    {
                        reading.Report(ManuscriptDiagnostics.WrongValue, item.Span, $"{what} must be a mapping of keys to values");
                    }
                }

                break;
            case null or YamlScalar { IsNull: true }:
                break;
            case var other:
                reading.Report(ManuscriptDiagnostics.WrongValue, SourceSpan.At(file.Path, other.Span.Line, other.Span.Column), $"'{file.Path}' must be a list of records", "begin each record with '- '");
                break;
        }

        return records;
    }
}
