using System.Collections.Immutable;
using Publish.Document;
using Publish.Pdf.Conformance;

namespace Publish.Pdf;

/// <summary>A written edition.</summary>
/// <param name="Bytes">The file, whole.</param>
/// <param name="Diagnostics">What the editor should know; with an error among them the file must not be published.</param>
/// <param name="Violations">Everything met that some standard objects to, whether or not this edition asks for that standard.</param>
public sealed record PdfResult(byte[] Bytes, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Violation> Violations);
