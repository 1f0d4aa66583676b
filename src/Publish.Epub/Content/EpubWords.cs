using System.Globalization;

namespace Publish.Epub.Content;

/// <summary>The words that the EPUB itself needs, in the book's language: what is read, and what is only said to those who can't see.</summary>
/// <param name="Cover">Title of the cover's document.</param>
/// <param name="CoverOf">What the cover shows, with the title as {0}.</param>
/// <param name="By">Before the author's name.</param>
/// <param name="Contents">Title of the contents where the book has none.</param>
/// <param name="Notes">Title of the notes.</param>
/// <param name="Continued">Title of what goes on in another document, with the title as {0}.</param>
/// <param name="Part">Title of a part of a section, with the title as {0} and the number as {1}.</param>
/// <param name="Start">The landmark where reading starts.</param>
/// <param name="Landmarks">Name of the landmarks.</param>
/// <param name="Pages">Name of the list of pages.</param>
/// <param name="Page">Name of a page's mark, with the folio as {0}.</param>
/// <param name="SourcePages">Title of the list of the source edition's pages.</param>
/// <param name="BackTo">Name of the way back from a note, with its number as {0}.</param>
/// <param name="See">In the index.</param>
/// <param name="SeeAlso">In the index.</param>
/// <param name="AuthorsNotes">Which notes are the author's.</param>
/// <param name="SourcesNotes">Which notes are of the source edition, where nothing is said before.</param>
/// <param name="SourcesNotesToo">The same after what is said of the author's.</param>
/// <param name="EditorsNotes">Whose the others are.</param>
internal sealed record EpubWords(
    string Cover, string CoverOf, string By, string Contents, string Notes, string Continued, string Part, string Start, string Landmarks, string Pages, string Page, string SourcePages,
    string BackTo, string See, string SeeAlso, string AuthorsNotes, string SourcesNotes, string SourcesNotesToo, string EditorsNotes)
{
    private static readonly EpubWords English = new(
        "Cover", "Cover: {0}", ", by ", "Contents", "Notes", "{0} (continued)", "{0}, part {1}", "Start of the text", "Landmarks", "Pages", "page {0}", "Pages of the source", "Back to reference {0}", "see", "See also",
        "Notes numbered with A are the author’s", "Notes numbered with S are of the source edition", "those numbered with S are of the source edition", "the others are the editor’s");

    private static readonly EpubWords German = new(
        "Umschlag", "Umschlag: {0}", ", von ", "Inhalt", "Anmerkungen", "{0} (Fortsetzung)", "{0}, Teil {1}", "Beginn des Textes", "Orientierung", "Seiten", "Seite {0}", "Seiten der Vorlage", "Zurück zu Verweis {0}", "siehe", "Siehe auch",
        "Anmerkungen mit A sind vom Autor", "Anmerkungen mit S sind aus der Vorlage", "solche mit S aus der Vorlage", "die übrigen sind vom Herausgeber");

    private static readonly EpubWords French = new(
        "Couverture", "Couverture : {0}", ", de ", "Table des matières", "Notes", "{0} (suite)", "{0}, partie {1}", "Début du texte", "Repères", "Pages", "page {0}", "Pages de la source", "Retour à l’appel {0}", "voir", "Voir aussi",
        "Les notes numérotées en A sont de l’auteur", "Les notes numérotées en S sont de l’édition source", "celles en S sont de l’édition source", "les autres sont de l’éditeur");

    private static readonly EpubWords Spanish = new(
        "Cubierta", "Cubierta: {0}", ", de ", "Índice", "Notas", "{0} (continuación)", "{0}, parte {1}", "Comienzo del texto", "Puntos de referencia", "Páginas", "página {0}", "Páginas de la fuente", "Volver a la llamada {0}", "véase", "Véase también",
        "Las notas numeradas con A son del autor", "Las notas numeradas con S son de la edición fuente", "las numeradas con S, de la edición fuente", "las demás son del editor");

    private static readonly EpubWords Italian = new(
        "Copertina", "Copertina: {0}", ", di ", "Indice", "Note", "{0} (continua)", "{0}, parte {1}", "Inizio del testo", "Punti di riferimento", "Pagine", "pagina {0}", "Pagine della fonte", "Torna al richiamo {0}", "vedi", "Vedi anche",
        "Le note numerate con A sono dell’autore", "Le note numerate con S sono dell’edizione fonte", "quelle con S sono dell’edizione fonte", "le altre sono del curatore");

    private static readonly EpubWords Dutch = new(
        "Omslag", "Omslag: {0}", ", door ", "Inhoud", "Noten", "{0} (vervolg)", "{0}, deel {1}", "Begin van de tekst", "Oriëntatiepunten", "Bladzijden", "bladzijde {0}", "Bladzijden van de bron", "Terug naar verwijzing {0}", "zie", "Zie ook",
        "Noten met A zijn van de auteur", "Noten met S zijn van de bronuitgave", "die met S van de bronuitgave", "de overige zijn van de bezorger");

    /// <summary>The words of a language; English where we have none.</summary>
    /// <param name="language">BCP 47.</param>
    public static EpubWords For(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "de" => German,
        "fr" => French,
        "es" => Spanish,
        "it" => Italian,
        "nl" => Dutch,
        _ => English,
    };

    /// <summary>A name or title with what belongs in it.</summary>
    public static string With(string words, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, words, values);
}
