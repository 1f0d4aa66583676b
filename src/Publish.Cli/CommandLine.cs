using System.CommandLine;
using System.Globalization;
using Publish.Editions;

namespace Publish.Cli;

/// <summary>The command line: what can be asked for, and how.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        var parsed = Root(output, error).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
            {
                error.WriteLine("error: " + fault.Message);
            }

            error.WriteLine("hint: publish --help shows what can be asked for");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(configuration);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            error.WriteLine($"internal error: {e.GetType().Name}: {e.Message}");
            error.WriteLine("hint: this is a fault of the program, not of the book; the last good editions are untouched");
            if (Environment.GetEnvironmentVariable("PUBLISH_DEBUG") is not null)
            {
                error.WriteLine(e);
            }

            return ExitCode.Internal;
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var book = new Argument<string?>("book")
        {
            Description = "The book's folder (default: this folder if it has a book.yaml, else ./manuscript)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        book.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] } token])
            {
                result.AddError($"unknown option '{token.Value}'");
            }
        });
        var editions = new Option<string[]>("--edition", "-e")
        {
            Description = "Make only this edition; may be given more than once",
            AllowMultipleArgumentsPerToken = true,
        };
        var outFolder = new Option<string>("--out", "-o")
        {
            Description = "The output folder",
            DefaultValueFactory = _ => "out",
        };
        var style = new Option<string?>("--style")
        {
            Description = "A stylesheet for the pages, read after the book's own: another size, another leading",
        };
        style.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } file && !File.Exists(file))
            {
                result.AddError($"there is no stylesheet '{file}'");
            }
        });
        var json = new Option<bool>("--json") { Description = "Say everything as JSON on standard output" };

        var reports = new Option<string[]>("--report")
        {
            Description = "Write a report beside the editions: " + string.Join(", ", ReportNames.All) + " (why each page broke where it did; what each line is like)",
            AllowMultipleArgumentsPerToken = true,
        };
        reports.AcceptOnlyFromAmong([.. ReportNames.All]);

        var build = new Command("build", "Make a book's editions") { book, editions, outFolder, style, reports, json };
        build.SetAction(result => BuildCommand.Run(
            new BuildArguments(result.GetValue(book), result.GetValue(editions) ?? [], result.GetValue(outFolder) ?? "out", result.GetValue(json), CheckOnly: false) { Style = result.GetValue(style), Reports = result.GetValue(reports) ?? [] }, output, error));

        var check = new Command("check", "Read and set a book, say what is wrong, write nothing") { book, style, json };
        check.SetAction(result => BuildCommand.Run(
            new BuildArguments(result.GetValue(book), [], "out", result.GetValue(json), CheckOnly: true) { Style = result.GetValue(style) }, output, error));

        return new RootCommand(
            "Typesets an edited manuscript into PDF and EPUB editions.\n\n"
            + "Exit codes: 0 done; 1 the book has errors, nothing was written; 2 wrong command line; 3 internal error.")
        {
            build,
            check,
        };
    }
}
