using System.Collections.Immutable;
using System.Globalization;
using Publish.Document;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Conformance;

/// <summary>Turns violations into what the editor is told, and says which standards the file may claim.</summary>
internal static class ConformanceReport
{
    /// <summary>The standards an edition asks for; unknown names and names that exclude each other become diagnostics.</summary>
    public static ImmutableArray<Standard> Asked(EditionPlan plan, List<Diagnostic> diagnostics)
    {
        var standards = ImmutableArray.CreateBuilder<Standard>();
        foreach (var name in plan.Standards)
        {
            if (Standard.Find(name) is { } standard)
            {
                standards.Add(standard);
                continue;
            }

            diagnostics.Add(PdfDiagnostics.UnknownStandard.At(
                plan.Span,
                $"the edition '{plan.Name}' asks for '{name}', a standard this program doesn't write",
                "it writes " + string.Join(", ", Standard.All.Select(known => known.Name))));
        }

        Func<Standard, bool>[] families = [standard => standard.PdfAPart > 0, standard => standard.PdfUaPart > 0, standard => standard.PdfXVersion is not null];
        if (families.SelectMany(family => standards.Where(family).Skip(1)).FirstOrDefault() is { } conflict)
        {
            diagnostics.Add(PdfDiagnostics.StandardsConflict.At(
                plan.Span, $"the edition '{plan.Name}' asks for two standards of one family, '{conflict.Name}' and another", "keep one of them"));
        }
        else if (standards.FirstOrDefault(standard => standard.NeedsNamespaces) is { } late && standards.FirstOrDefault(standard => !standard.NeedsNamespaces) is { } early)
        {
            diagnostics.Add(PdfDiagnostics.StandardsConflict.At(
                plan.Span, $"the edition '{plan.Name}' asks for '{late.Name}', which is PDF 2.0, and for '{early.Name}', which isn't", "keep one of them; PDF/UA-2 goes with PDF/A-4, PDF/UA-1 with PDF/A-2a or PDF/A-3a"));
        }

        return standards.DrainToImmutable();
    }

    /// <summary>The standards that the violations leave standing; each that is broken becomes a diagnostic for each thing that breaks it.</summary>
    public static ImmutableArray<Standard> Kept(
        ImmutableArray<Standard> asked,
        Violations violations,
        EditionPlan plan,
        ImmutableArray<DisplayPage> pages,
        List<Diagnostic> diagnostics)
    {
        var kept = ImmutableArray.CreateBuilder<Standard>();
        foreach (var standard in asked)
        {
            var broken = false;
            foreach (var violation in violations.All.Where(violation => standard.Prohibits(violation.Kind)))
            {
                broken = true;
                diagnostics.Add(PdfDiagnostics.StandardBroken.At(
                    plan.Span, $"the edition '{plan.Name}' can't be {standard.Name}: {Describe(violation, pages)}", ViolationTexts.HintOf(violation.Kind)));
            }

            if (!broken)
            {
                kept.Add(standard);
            }
        }

        return kept.DrainToImmutable();
    }

    private static string Describe(Violation violation, ImmutableArray<DisplayPage> pages)
    {
        var text = ViolationTexts.Of(violation.Kind);
        if (violation.Detail.Length > 0)
        {
            text += $" ({violation.Detail})";
        }

        if (violation.Page >= 0 && violation.Page < pages.Length)
        {
            text += $", first on page {pages[violation.Page].Label}";
        }

        return violation.Count > 1 ? text + string.Create(CultureInfo.InvariantCulture, $", {violation.Count} times in all") : text;
    }
}
