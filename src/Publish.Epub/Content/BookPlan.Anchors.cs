using System.Globalization;
using Publish.Document;

namespace Publish.Epub.Content;

/// <content>Places that can be linked to.</content>
internal sealed partial class BookPlan
{
    private readonly Dictionary<string, Anchor> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>A place by its identifier; null where there is none.</summary>
    public Anchor? Find(string id)
    {
        var place = Look(id);
        Log?.Place(id, place);
        return place;
    }

    /// <summary>The same, which no document asks.</summary>
    public Anchor? Look(string id) => anchors.GetValueOrDefault(id);

    private void PlanAnchors(PlannedFile file)
    {
        var section = file.Section;

        // The ids of the section's element and of its title are taken.
        ids.Add(file.Name + "#" + file.Stem + "-title");
        if (section.Id is null || file.Part > 0)
        {
            ids.Add(file.Name + "#" + file.Stem);
        }

        if (file.Part == 0)
        {
            AddAnchor(section.Id, file.Name, file.Stem, new TextPosition(section.Ordinal, 0), section);
            AddAnchors(TitleFactsOf(section), file);
        }

        AddAnchors(FactsOf(file.Blocks), file);
    }

    // What stands in a note is in a file of notes.
    private void AddAnchors(BlockFacts facts, PlannedFile file)
    {
        foreach (var (id, safe, position, note) in facts.Anchors)
        {
            AddAnchor(id, note is null ? file.Name : notes[note].File, safe, position, file.Section);
        }
    }

    private void AddAnchor(string? id, string file, string safe, TextPosition position, Section section)
    {
        if (id is null)
        {
            return;
        }

        for (var i = 2; !ids.Add(file + "#" + safe) && !anchors.ContainsKey(id); i++)
        {
            safe = SafeId(id) + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        anchors.TryAdd(id, new Anchor(file, safe, position, section));
    }
}
