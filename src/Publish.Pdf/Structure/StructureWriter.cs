using System.Text;
using Publish.Pdf.Content;
using Publish.Pdf.Syntax;
using Publish.Typesetting.Display;

namespace Publish.Pdf.Structure;

/// <summary>Writes the structure tree, the tree that leads from content to its element, and the tree of identifiers (ISO 32000-1, 14.7).</summary>
internal sealed class StructureWriter
{
    private readonly ObjectTable _objects;
    private readonly StructureTree _tree;
    private readonly TreeContent _content;
    private readonly IReadOnlyList<PageContent> _contents;
    private readonly IReadOnlyList<ObjectReference> _pages;
    private readonly IReadOnlyList<TaggedLink> _links;
    private readonly FigureBoxes _figures;
    private readonly bool _namespaces;
    private readonly ObjectReference[] _elements;
    private readonly ObjectReference[] _inner;
    private readonly string?[] _ids;

    private StructureWriter(
        ObjectTable objects,
        StructureTree tree,
        IReadOnlyList<PageContent> contents,
        IReadOnlyList<ObjectReference> pages,
        IReadOnlyList<TaggedLink> links,
        FigureBoxes figures,
        bool namespaces)
    {
        (_objects, _tree, _contents, _pages, _links, _figures, _namespaces) = (objects, tree, contents, pages, links, figures, namespaces);
        _content = new TreeContent(tree, contents, [.. links.Select(link => (link.Element, link.Page))]);
        _elements = new ObjectReference[tree.Elements.Length];
        _inner = new ObjectReference[tree.Elements.Length];
        _ids = new string?[tree.Elements.Length];
    }

    /// <summary>Writes everything; returns the root.</summary>
    /// <param name="objects">The file's objects.</param>
    /// <param name="tree">The elements.</param>
    /// <param name="contents">The pages' contents.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="links">The links.</param>
    /// <param name="figures">Where pictures stand.</param>
    /// <param name="namespaces">Whether types belong to namespaces, and notes and their calls refer to each other (PDF 2.0).</param>
    /// <param name="elements">For each element its object; none where it isn't written.</param>
    public static ObjectReference Write(
        ObjectTable objects,
        StructureTree tree,
        IReadOnlyList<PageContent> contents,
        IReadOnlyList<ObjectReference> pages,
        IReadOnlyList<TaggedLink> links,
        FigureBoxes figures,
        bool namespaces,
        out IReadOnlyList<ObjectReference> elements)
    {
        var writer = new StructureWriter(objects, tree, contents, pages, links, figures, namespaces);
        elements = writer._elements;
        return writer.Write();
    }

    private ObjectReference Write()
    {
        var root = _objects.Reserve();
        _space = _namespaces ? _objects.Reserve() : default;
        for (var i = 0; i < _elements.Length; i++)
        {
            if (!_content.IsWritten[i])
            {
                continue;
            }

            _elements[i] = _objects.Reserve();
            _ids[i] = _tree.Elements[i] is { Role: StructureRole.Note, Id: null } ? $"note-element-{i}" : _tree.Elements[i].Id;

            // A link must be content of a Link (ISO 14289-1, 7.18.5): a reference that can be clicked holds one around all it has.
            if (_tree.Elements[i].Role != StructureRole.Link && HoldsAnnotation(i))
            {
                _inner[i] = _objects.Reserve();
            }
        }

        for (var i = 0; i < _elements.Length; i++)
        {
            if (!_elements[i].IsNone)
            {
                WriteElement(i, root);
            }
        }

        WriteNamespace();
        var parents = WriteParentTree();
        var ids = WriteIds();
        using var dictionary = _objects.Dictionary(root);
        dictionary.Name("Type"u8, "StructTreeRoot"u8);
        dictionary.Reference("K"u8, _elements[0]);
        dictionary.Reference("ParentTree"u8, parents);
        dictionary.Integer("ParentTreeNextKey"u8, _pages.Count + _links.Count);
        dictionary.OptionalReference("IDTree"u8, ids);
        if (_namespaces)
        {
            using var spaces = dictionary.Array("Namespaces"u8);
            spaces.Reference(_space);
        }

        return root;
    }

    private ObjectReference _space;

    // ISO 32000-2, 14.7.4: a type without a namespace is one of PDF 1.7.
    private void WriteNamespace()
    {
        if (_namespaces)
        {
            using var dictionary = _objects.Dictionary(_space);
            dictionary.Name("Type"u8, "Namespace"u8);
            dictionary.Bytes("NS"u8, "http://iso.org/pdf2/ssn"u8);
        }
    }

    private void WriteRole(DictionaryWriter dictionary, StructureRole role)
    {
        dictionary.Name("S"u8, _namespaces ? RoleNames.Of20(role) : RoleNames.Of(role));
        if (_namespaces && RoleNames.Is20(role))
        {
            dictionary.Reference("NS"u8, _space);
        }
    }

    // A call refers to its note and a note to its call (ISO 14289-2, 8.2.5.14).
    private void WriteCounterpart(DictionaryWriter dictionary, StructureElement element)
    {
        if (_namespaces && element.Counterpart >= 0 && !_elements[element.Counterpart].IsNone)
        {
            using var others = dictionary.Array("Ref"u8);
            others.Reference(_elements[element.Counterpart]);
        }
    }

    private bool HoldsAnnotation(int element)
    {
        var kids = _content.KidsOf(element);
        return kids.Length > 0 && kids[^1].Kind == KidKind.Annotation;
    }

    private void WriteElement(int index, ObjectReference root)
    {
        var element = _tree.Elements[index];
        var kids = _content.KidsOf(index);
        var inner = _inner[index];
        using (var dictionary = _objects.Dictionary(_elements[index]))
        {
            WriteRole(dictionary, element.Role);
            dictionary.Reference("P"u8, element.Parent < 0 ? root : _elements[element.Parent]);
            WriteCounterpart(dictionary, element);
            if (_ids[index] is { } id)
            {
                dictionary.Bytes("ID"u8, Encoding.UTF8.GetBytes(id));
            }

            dictionary.OptionalText("Lang"u8, element.Language);
            dictionary.OptionalText("Alt"u8, element.AlternativeText);
            dictionary.OptionalText("ActualText"u8, element.ActualText);
            dictionary.OptionalText("E"u8, element.Expansion);
            dictionary.OptionalText("T"u8, element.Title);
            ElementAttributes.Write(dictionary, element, StandsInLine(element), _figures.Of(index));
            if (inner.IsNone)
            {
                WriteKids(dictionary, kids);
            }
            else
            {
                dictionary.Reference("K"u8, inner);
            }
        }

        if (!inner.IsNone)
        {
            using var link = _objects.Dictionary(inner);
            WriteRole(link, StructureRole.Link);
            link.Reference("P"u8, _elements[index]);
            WriteKids(link, kids);
        }
    }

    private bool StandsInLine(StructureElement element) => element.Parent >= 0 && _tree.Elements[element.Parent].Role is
        StructureRole.P or StructureRole.Span or StructureRole.Link or StructureRole.Reference or StructureRole.Caption or StructureRole.Lbl or (>= StructureRole.H1 and <= StructureRole.H6);

    private void WriteKids(DictionaryWriter dictionary, ReadOnlySpan<Kid> kids)
    {
        if (kids.IsEmpty)
        {
            return;
        }

        // The page of most content is said once.
        var page = -1;
        foreach (ref readonly var kid in kids)
        {
            if (kid.Kind == KidKind.Content)
            {
                page = kid.Page;
                dictionary.Reference("Pg"u8, _pages[page]);
                break;
            }
        }

        if (kids.Length == 1 && kids[0].Kind != KidKind.Annotation)
        {
            if (kids[0].Kind == KidKind.Element)
            {
                dictionary.Reference("K"u8, _elements[kids[0].Value]);
            }
            else
            {
                dictionary.Integer("K"u8, kids[0].Value);
            }

            return;
        }

        using var array = dictionary.Array("K"u8);
        foreach (ref readonly var kid in kids)
        {
            switch (kid.Kind)
            {
                case KidKind.Element:
                    array.Reference(_elements[kid.Value]);
                    break;
                case KidKind.Content when kid.Page == page:
                    array.Integer(kid.Value);
                    break;
                case KidKind.Content:
                    using (var reference = array.Dictionary())
                    {
                        reference.Name("Type"u8, "MCR"u8);
                        reference.Reference("Pg"u8, _pages[kid.Page]);
                        reference.Integer("MCID"u8, kid.Value);
                    }

                    break;
                default:
                    using (var reference = array.Dictionary())
                    {
                        reference.Name("Type"u8, "OBJR"u8);
                        reference.Reference("Pg"u8, _pages[kid.Page]);
                        reference.Reference("Obj"u8, _links[kid.Value].Annotation);
                    }

                    break;
            }
        }
    }

    // Keys: the pages' indexes, then the links in order (they carry the same numbers as StructParents and StructParent).
    private ObjectReference WriteParentTree()
    {
        var keys = new List<int>();
        for (var page = 0; page < _contents.Count; page++)
        {
            if (_contents[page].Marks.Length > 0)
            {
                keys.Add(page);
            }
        }

        for (var i = 0; i < _links.Count; i++)
        {
            keys.Add(_contents.Count + i);
        }

        return Trees.WriteNumbers(_objects, keys, (array, i) =>
        {
            var key = keys[i];
            if (key >= _contents.Count)
            {
                array.Reference(HolderOf(_links[key - _contents.Count].Element));
                return;
            }

            using var elements = array.Array();
            foreach (var mark in _contents[key].Marks)
            {
                elements.Reference(HolderOf(mark.Element));
            }
        });
    }

    private ObjectReference HolderOf(int element) => _inner[element].IsNone ? _elements[element] : _inner[element];

    private ObjectReference WriteIds()
    {
        var named = new List<(byte[] Id, int Element)>();
        for (var i = 0; i < _ids.Length; i++)
        {
            if (_ids[i] is { } id && !_elements[i].IsNone)
            {
                named.Add((Encoding.UTF8.GetBytes(id), i));
            }
        }

        if (named.Count == 0)
        {
            return default;
        }

        named.Sort((a, b) => a.Id.AsSpan().SequenceCompareTo(b.Id));
        return Trees.WriteNames(_objects, [.. named.Select(pair => pair.Id)], (array, i) => array.Reference(_elements[named[i].Element]));
    }
}

/// <summary>A link annotation and the element it is content of.</summary>
/// <param name="Annotation">The annotation.</param>
/// <param name="Element">Index of the element.</param>
/// <param name="Page">Index of its page.</param>
internal readonly record struct TaggedLink(ObjectReference Annotation, int Element, int Page);
