using Publish.Document;

namespace Publish.Manuscript;

/// <summary>The words that the program itself puts into a book, in the book's language.</summary>
/// <param name="Contents">Title of the contents.</param>
/// <param name="Figures">Title of the list of figures.</param>
/// <param name="Tables">Title of the list of tables.</param>
/// <param name="Index">Title of the index.</param>
/// <param name="EditedBy">Before the editor's name, with <c>{0}</c>.</param>
/// <param name="TranslatedBy">Before the translator's name.</param>
/// <param name="IllustratedBy">Before the illustrator's name.</param>
/// <param name="AnnotatedBy">Before the annotator's name.</param>
/// <param name="And">Between the last two of several names.</param>
/// <param name="Fingerprints">In the colophon, with the text's fingerprint as <c>{0}</c> and the notes' as <c>{1}</c>.</param>
/// <param name="PagesFingerprint">After it where pages of print are listed, with their fingerprint as <c>{0}</c>.</param>
internal sealed record Words(string Contents, string Figures, string Tables, string Index, string EditedBy, string TranslatedBy, string IllustratedBy, string AnnotatedBy, string And, string Fingerprints, string PagesFingerprint)
{
    private static readonly Words _english = new("Contents", "Figures", "Tables", "Index", "Edited by {0}", "Translated by {0}", "Illustrated by {0}", "With notes by {0}", "and", "Fingerprint of the text {0}, of the notes {1}.", "Of the printed pages {0}.");
    private static readonly Words _german = new("Inhalt", "Abbildungen", "Tabellen", "Register", "Herausgegeben von {0}", "Übersetzt von {0}", "Mit Bildern von {0}", "Mit Anmerkungen von {0}", "und", "Prüfsumme des Textes {0}, der Anmerkungen {1}.", "Der gedruckten Seiten {0}.");
    private static readonly Words _french = new("Table des matières", "Table des illustrations", "Liste des tableaux", "Index", "Édition de {0}", "Traduction de {0}", "Illustrations de {0}", "Notes de {0}", "et", "Empreinte du texte {0}, des notes {1}.", "Des pages imprimées {0}.");
    private static readonly Words _spanish = new("Índice", "Índice de figuras", "Índice de tablas", "Índice alfabético", "Edición de {0}", "Traducción de {0}", "Ilustraciones de {0}", "Notas de {0}", "y", "Huella del texto {0}, de las notas {1}.", "De las páginas impresas {0}.");
    private static readonly Words _italian = new("Indice", "Indice delle figure", "Indice delle tabelle", "Indice analitico", "A cura di {0}", "Traduzione di {0}", "Illustrazioni di {0}", "Note di {0}", "e", "Impronta del testo {0}, delle note {1}.", "Delle pagine stampate {0}.");
    private static readonly Words _dutch = new("Inhoud", "Lijst van afbeeldingen", "Lijst van tabellen", "Register", "Bezorgd door {0}", "Vertaald door {0}", "Geïllustreerd door {0}", "Met aantekeningen van {0}", "en", "Vingerafdruk van de tekst {0}, van de aantekeningen {1}.", "Van de gedrukte bladzijden {0}.");

    public static Words For(string language) => LanguageTag.Primary(language) switch
    {
        "de" => _german,
        "fr" => _french,
        "es" => _spanish,
        "it" => _italian,
        "nl" => _dutch,
        _ => _english,
    };

    /// <summary>What a section without a title is called in navigation.</summary>
    public string NameOf(SectionKind kind) => kind switch
    {
        SectionKind.Contents => Contents,
        SectionKind.ListOfFigures => Figures,
        SectionKind.ListOfTables => Tables,
        SectionKind.Index => Index,
        SectionKind.HalfTitle => "Half-title",
        SectionKind.TitlePage => "Title page",
        SectionKind.Imprint => "Imprint",
        SectionKind.Dedication => "Dedication",
        SectionKind.Epigraph => "Epigraph",
        SectionKind.Frontispiece => "Frontispiece",
        SectionKind.Foreword => "Foreword",
        SectionKind.Preface => "Preface",
        SectionKind.Introduction => "Introduction",
        SectionKind.NoteOnTheText => "Note on the Text",
        SectionKind.Part => "Part",
        SectionKind.Afterword => "Afterword",
        SectionKind.Appendix => "Appendix",
        SectionKind.Chronology => "Chronology",
        SectionKind.DramatisPersonae => "Persons",
        SectionKind.Notes => "Notes",
        SectionKind.Bibliography => "Bibliography",
        SectionKind.Colophon => "Colophon",
        _ => "Text",
    };
}
