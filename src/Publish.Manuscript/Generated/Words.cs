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
    private static readonly Words _german = new("Inhalt", "Abbildungen", "Tabellen", "Register", "Herausgegeben von {0}", "Übersetzt von {0}", "Mit Bildern von {0}", "Mit Anmerkungen von {0}", "und", "Prüfsumme des Textes {0}, der Anmerkungen {1}.", "Der gedruckten Seiten {0}.") { Column = 1 };
    private static readonly Words _french = new("Table des matières", "Table des illustrations", "Liste des tableaux", "Index", "Édition de {0}", "Traduction de {0}", "Illustrations de {0}", "Notes de {0}", "et", "Empreinte du texte {0}, des notes {1}.", "Des pages imprimées {0}.") { Column = 2 };
    private static readonly Words _spanish = new("Índice", "Índice de figuras", "Índice de tablas", "Índice alfabético", "Edición de {0}", "Traducción de {0}", "Ilustraciones de {0}", "Notas de {0}", "y", "Huella del texto {0}, de las notas {1}.", "De las páginas impresas {0}.") { Column = 3 };
    private static readonly Words _italian = new("Indice", "Indice delle figure", "Indice delle tabelle", "Indice analitico", "A cura di {0}", "Traduzione di {0}", "Illustrazioni di {0}", "Note di {0}", "e", "Impronta del testo {0}, delle note {1}.", "Delle pagine stampate {0}.") { Column = 4 };
    private static readonly Words _dutch = new("Inhoud", "Lijst van afbeeldingen", "Lijst van tabellen", "Register", "Bezorgd door {0}", "Vertaald door {0}", "Geïllustreerd door {0}", "Met aantekeningen van {0}", "en", "Vingerafdruk van de tekst {0}, van de aantekeningen {1}.", "Van de gedrukte bladzijden {0}.") { Column = 5 };

    private static readonly string[] _text = ["Text", "Text", "Texte", "Texto", "Testo", "Tekst"];

    // English, German, French, Spanish, Italian, Dutch.
    private static readonly Dictionary<SectionKind, string[]> _names = new()
    {
        [SectionKind.HalfTitle] = ["Half-title", "Schmutztitel", "Faux-titre", "Anteportada", "Occhiello", "Franse titel"],
        [SectionKind.TitlePage] = ["Title page", "Titelseite", "Page de titre", "Portada", "Frontespizio", "Titelpagina"],
        [SectionKind.Imprint] = ["Imprint", "Impressum", "Mentions légales", "Página de créditos", "Dati editoriali", "Uitgavegegevens"],
        [SectionKind.Dedication] = ["Dedication", "Widmung", "Dédicace", "Dedicatoria", "Dedica", "Opdracht"],
        [SectionKind.Epigraph] = ["Epigraph", "Motto", "Épigraphe", "Epígrafe", "Epigrafe", "Motto"],
        [SectionKind.Frontispiece] = ["Frontispiece", "Frontispiz", "Frontispice", "Frontispicio", "Antiporta", "Frontispice"],
        [SectionKind.Foreword] = ["Foreword", "Geleitwort", "Préface", "Presentación", "Presentazione", "Woord vooraf"],
        [SectionKind.Preface] = ["Preface", "Vorwort", "Avant-propos", "Prefacio", "Prefazione", "Voorwoord"],
        [SectionKind.Introduction] = ["Introduction", "Einleitung", "Introduction", "Introducción", "Introduzione", "Inleiding"],
        [SectionKind.NoteOnTheText] = ["Note on the Text", "Zum Text", "Note sur le texte", "Nota sobre el texto", "Nota al testo", "Verantwoording"],
        [SectionKind.Part] = ["Part", "Teil", "Partie", "Parte", "Parte", "Deel"],
        [SectionKind.Afterword] = ["Afterword", "Nachwort", "Postface", "Posfacio", "Postfazione", "Nawoord"],
        [SectionKind.Appendix] = ["Appendix", "Anhang", "Annexe", "Apéndice", "Appendice", "Bijlage"],
        [SectionKind.Chronology] = ["Chronology", "Zeittafel", "Chronologie", "Cronología", "Cronologia", "Chronologie"],
        [SectionKind.DramatisPersonae] = ["Persons", "Personen", "Personnages", "Personajes", "Personaggi", "Personen"],
        [SectionKind.Notes] = ["Notes", "Anmerkungen", "Notes", "Notas", "Note", "Noten"],
        [SectionKind.Bibliography] = ["Bibliography", "Literatur", "Bibliographie", "Bibliografía", "Bibliografia", "Bibliografie"],
        [SectionKind.Colophon] = ["Colophon", "Kolophon", "Achevé d’imprimer", "Colofón", "Colophon", "Colofon"],
    };

    private int Column { get; init; }

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
        _ => _names.TryGetValue(kind, out var names) ? names[Column] : _text[Column],
    };
}
