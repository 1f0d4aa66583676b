using Publish.Pdf.Syntax;

namespace Publish.Pdf.Color;

/// <summary>Writes output intents (ISO 32000-1, 14.11.5). One profile may serve two standards.</summary>
internal static class OutputIntentWriter
{
    /// <summary>Writes the intents into the catalog.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="profile">The number under which <see cref="WriteProfile"/> wrote the profile.</param>
    /// <param name="intent">The intent.</param>
    /// <param name="subtypes">For whom: GTS_PDFA1, GTS_PDFX.</param>
    public static void Write(DictionaryWriter catalog, ObjectReference profile, OutputIntent intent, IReadOnlyList<string> subtypes)
    {
        using var intents = catalog.Array("OutputIntents"u8);
        foreach (var subtype in subtypes)
        {
            using var dictionary = intents.Dictionary();
            dictionary.Name("Type"u8, "OutputIntent"u8);
            dictionary.Name("S"u8, System.Text.Encoding.ASCII.GetBytes(subtype));
            dictionary.Text("OutputConditionIdentifier"u8, intent.Condition);
            dictionary.OptionalText("RegistryName"u8, intent.Registry);
            dictionary.Text("Info"u8, intent.Description ?? intent.Condition);
            dictionary.Reference("DestOutputProfile"u8, profile);
        }
    }

    /// <summary>Writes the profile.</summary>
    public static ObjectReference WriteProfile(ObjectTable objects, OutputIntent intent)
    {
        var number = objects.Reserve();
        using var stream = objects.DeflatedStream(number, intent.Profile);
        stream.Integer("N"u8, intent.Components);
        return number;
    }
}
