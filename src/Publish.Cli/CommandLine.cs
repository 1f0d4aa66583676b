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
            Description = "The book's folder, or one whose folder 'manuscript' holds the book (default: this folder)",
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

        var watch = new Option<bool>("--watch", "-w") { Description = "Build again whenever a file of the book is saved, until interrupted; a broken book leaves the last good editions" };

        var build = new Command("build", "Make a book's editions") { book, editions, outFolder, style, reports, json, watch };
        build.SetAction(result => BuildCommand.Run(
            new BuildArguments(result.GetValue(book), result.GetValue(editions) ?? [], result.GetValue(outFolder) ?? "out", result.GetValue(json), CheckOnly: false) { Style = result.GetValue(style), Reports = result.GetValue(reports) ?? [], Watch = result.GetValue(watch) }, output, error));

        var printer = new Option<string?>("--printer", "-p") { Description = "A finished PDF: hold it against this printer's profile (a name, or the path of a .yaml)" };
        var standard = new Option<string?>("--standard") { Description = "A finished PDF: hold it against this standard (PDF/X-4, PDF/X-1a:2001, PDF/X-3:2002)" };
        var trim = new Option<string?>("--trim") { Description = "A finished PDF: the trim size it must have, as '5.5in x 8.5in'" };
        var check = new Command("check", "Read and set a book, say what is wrong, write nothing; or preflight a finished PDF, or look at a finished EPUB") { book, style, json, printer, standard, trim };
        check.Validators.Add(result =>
        {
            if ((result.GetValue(printer) ?? result.GetValue(standard) ?? result.GetValue(trim)) is not null && !PreflightCommand.IsFinished(result.GetValue(book)))
            {
                result.AddError("--printer, --standard and --trim are for a finished PDF: publish check --printer kdp file.pdf");
            }
        });
        check.SetAction(result =>
        {
            var path = result.GetValue(book);
            if (PreflightCommand.IsFinished(path))
            {
                return PreflightCommand.Run(
                    new PreflightArguments(path!, result.GetValue(printer), result.GetValue(standard), result.GetValue(trim), result.GetValue(json)), output, error);
            }

            var arguments = new BuildArguments(path, [], "out", result.GetValue(json), CheckOnly: true) { Style = result.GetValue(style) };
            return EpubCheckCommand.IsFor(path) ? EpubCheckCommand.Run(arguments, output, error) : BuildCommand.Run(arguments, output, error);
        });

        return new RootCommand(
            "Typesets an edited manuscript into PDF and EPUB editions.\n\n"
            + "Exit codes: 0 done; 1 the book has errors, nothing was written, or a finished PDF breaks a rule; 2 wrong command line; 3 internal error.")
        {
            build,
            check,
        };
    }
}
