using Publish.Preflight.Reading;
using Publish.Preflight.Rules;

namespace Publish.Preflight;

/// <summary>Holds a finished PDF, whoever made it, against what a printer and a standard ask, and says of each rule whether it is kept, broken or not checkable.</summary>
public static class PreflightCheck
{
    /// <summary>The standards for print that can be asked for.</summary>
    public static IReadOnlyList<string> Standards => StandardRules.Known;

    /// <summary>The names of all rules.</summary>
    public static IReadOnlyList<string> Rules => RuleNames.All;

    /// <summary>Checks a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="request">What it is held against.</param>
    public static PreflightReport Check(ReadOnlyMemory<byte> file, PreflightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var log = new RuleLog();
        if (FactsReader.Read(file, out var fault) is not { } facts)
        {
            log.Check("readable", "the file is a PDF", kept: false, $"it can't be read: {fault}");
            return new PreflightReport { Rules = log.Results };
        }

        FileRules.Check(facts, request.Trim, log);
        var standard = request.Standard ?? (facts.Claim is { } claim && StandardRules.Known.Contains(claim) ? claim : null);
        if (standard is not null)
        {
            StandardRules.Check(facts, standard, log);
        }
        else if (facts.Claim is { } unknown)
        {
            log.Skip("x-claim", $"the file follows {unknown}", "this checker doesn't know that standard");
        }

        if (request.Printer is { } printer)
        {
            new PrinterRules(facts, printer, log).Check(request.Today, request.Trim);
        }

        var cut = facts.Pages.FirstOrDefault()?.Cut ?? default;
        return new PreflightReport
        {
            Pages = facts.Pages.Length,
            TrimWidth = cut.Width,
            TrimHeight = cut.Height,
            Version = facts.Version,
            Producer = facts.Info.Producer ?? facts.Xmp?.Producer,
            Claim = facts.Claim,
            Rules = log.Results,
        };
    }
}
