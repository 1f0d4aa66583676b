using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The metadata of <c>book.yaml</c>.</summary>
internal static class MetadataReader
{
    private static readonly string[] _timeFormats = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd"];

    public static Metadata? Read(Reading reading, MappingReader book)
    {
        var title = book.RequiredText("title");
        var language = book.RequiredText("language");
        var id = book.Text("id");
        if (language is not null)
        {
            LanguageTag.Check(reading, language, book.SpanOf("language"));
        }

        if (id is not null && !FileStem.IsValid(id))
        {
            book.Wrong(book.SpanOf("id"), "id", "of the letters a to z, digits and hyphens: it names the output files");
            id = null;
        }

        var publisher = book.Inner("publisher", "the publisher");
        var series = book.Inner("series", "the series");
        var metadata = new Metadata(id ?? FileStem.From(title ?? "", reading.Settings.FolderName), title ?? "", language ?? "en")
        {
            Subtitle = book.Text("subtitle"),
            ShortTitle = book.Text("short-title"),
            Contributors = Contributors(reading, book),
            Date = book.Text("date"),
            Published = book.Text("published"),
            Modified = Time(book, "modified") ?? new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Publisher = publisher?.RequiredText("name"),
            Place = publisher?.Text("place"),
            Work = book.Text("work"),
            Isbns = Isbns(reading, book, out var written),
            IsbnsAsWritten = written,
            Description = book.Text("description"),
            Subjects = Subjects(reading, book),
            Source = book.Text("source"),
            Rights = book.Text("rights"),
            Series = series?.RequiredText("name") is { } name ? new(name, series.Text("number")) { Identifier = series.Text("id") } : null,
        };
        publisher?.Finish();
        series?.Finish();
        return title is null || language is null ? null : metadata;
    }

    /// <summary>A point in time; null where there is none or it can't be read, which is said.</summary>
    public static DateTimeOffset? Time(MappingReader book, string key)
    {
        if (book.Text(key) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(text, _timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        book.Wrong(book.SpanOf(key), key, "a time as 2026-11-23T00:00:00Z");
        return null;
    }

    private static ImmutableArray<Contributor> Contributors(Reading reading, MappingReader book)
    {
        var contributors = ImmutableArray.CreateBuilder<Contributor>();
        foreach (var item in book.Items("contributors"))
        {
            if (item is not YamlMapping mapping)
            {
                book.Wrong(item.Span, "contributors", "a list of { name, sort, role }");
                continue;
            }

            var entry = new MappingReader(reading, mapping, "a contributor");
            var name = entry.RequiredText("name");
            var sort = entry.Text("sort");
            var role = entry.Text("role") ?? "aut";
            entry.Finish();
            if (!Roles.IsCode(role))
            {
                if (Roles.FromWord(role) is { } code)
                {
                    role = code;
                }
                else
                {
                    entry.Wrong(entry.SpanOf("role"), "role", "a MARC relator code of three letters: aut, edt, trl, ill …");
                    role = "ctb";
                }
            }

            if (name is not null)
            {
                contributors.Add(new(name, sort ?? SortNames.Of(name), role));
            }
        }

        return contributors.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Isbns(Reading reading, MappingReader book, out ImmutableSortedDictionary<string, string> asWritten)
    {
        var written = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var isbns = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        switch (book.Node("identifiers"))
        {
            case null:
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Value is not YamlScalar value)
                    {
                        book.Wrong(entry.Value.Span, "identifiers", "an ISBN for each edition");
                    }
                    else if (value.IsNull)
                    {
                        continue;
                    }
                    else if (Isbn.Normalize(value.Value) is { } isbn)
                    {
                        isbns[entry.Key.Value] = isbn;
                        written[entry.Key.Value] = WhiteSpace.Collapse(value.Value);
                    }
                    else
                    {
                        reading.Report(ManuscriptDiagnostics.BadIsbn, value.Span, $"'{value.Value}' is not an ISBN: {Isbn.WhatIsWrong(value.Value)}", "compare it with the list of the ISBN agency");
                    }
                }

                break;
            case var other:
                book.Wrong(other.Span, "identifiers", "a mapping of edition names to ISBNs");
                break;
        }

        asWritten = written.ToImmutable();
        return isbns.ToImmutable();
    }

    private static ImmutableArray<Subject> Subjects(Reading reading, MappingReader book)
    {
        var subjects = ImmutableArray.CreateBuilder<Subject>();
        foreach (var item in book.Items("subjects"))
        {
            switch (item)
            {
                case YamlScalar word:
                    subjects.Add(new(null, null, WhiteSpace.Collapse(word.Value)));
                    break;
                case YamlMapping mapping:
                    var entry = new MappingReader(reading, mapping, "a subject");
                    var scheme = entry.Text("scheme");
                    var code = entry.Text("code");
                    if (entry.RequiredText("term") is { } term)
                    {
                        subjects.Add(new(scheme, code, term));
                    }

                    entry.Finish();
                    break;
                default:
                    book.Wrong(item.Span, "subjects", "a list of words or of { scheme, code, term }");
                    break;
            }
        }

        return subjects.ToImmutable();
    }
}
