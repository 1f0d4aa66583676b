using System.Collections.Immutable;

namespace Publish.Styles.Cascade;

/// <summary>Reads the selectors of a rule: type, class, id, <c>*</c>, descendant, child, adjacent sibling, :first-child, :last-child, :root, :not(), ::before, ::after.</summary>
internal static class SelectorReader
{
    /// <summary>Splits a selector list at its commas, not those inside parentheses.</summary>
    public static IEnumerable<string> Split(string list)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            switch (list[i])
            {
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case ',' when depth == 0:
                    yield return list[start..i].Trim();
                    start = i + 1;
                    break;
                default:
                    break;
            }
        }

        yield return list[start..].Trim();
    }

    /// <summary>Reads one selector.</summary>
    /// <returns>Null where it holds something outside the subset.</returns>
    public static Selector? Read(string text)
    {
        var compounds = ImmutableArray.CreateBuilder<Compound>();
        var combinators = ImmutableArray.CreateBuilder<Combinator>();
        var pseudo = PseudoElement.None;
        var specificity = 0;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            if (pseudo != PseudoElement.None || ReadCompound(text, ref at, ref pseudo, ref specificity) is not { } compound || (at == start))
            {
                return null;
            }

            compounds.Add(compound);
            var space = SkipSpace(text, ref at);
            if (at >= text.Length)
            {
                break;
            }

            var combinator = text[at] switch { '>' => Combinator.Child, '+' => Combinator.Adjacent, '~' => Combinator.None, _ => space ? Combinator.Descendant : Combinator.None };
            if (combinator == Combinator.None || (combinator == Combinator.Adjacent && combinators.Count > 0 && combinators[^1] is Combinator.Adjacent))
            {
                return null;
            }

            combinators.Add(combinator);
            if (combinator != Combinator.Descendant)
            {
                at++;
                SkipSpace(text, ref at);
            }
        }

        if (compounds.Count == 0 || combinators.Count != compounds.Count - 1)
        {
            return null;
        }

        combinators.Add(Combinator.None);
        return new Selector(compounds.ToImmutable(), combinators.ToImmutable(), pseudo, specificity);
    }

    private static Compound? ReadCompound(string text, ref int at, ref PseudoElement pseudo, ref int specificity)
    {
        var compound = new Compound();
        var any = false;
        if (at < text.Length && text[at] == '*')
        {
            at++;
            any = true;
        }
        else if (Identifier(text, ref at) is { } name)
        {
            compound.Name = name.ToLowerInvariant();
            specificity++;
            any = true;
        }

        while (at < text.Length)
        {
            switch (text[at])
            {
                case '.':
                    at++;
                    if (Identifier(text, ref at) is not { } className)
                    {
                        return null;
                    }

                    compound.Classes.Add(className);
                    specificity += 1000;
                    break;
                case '#':
                    at++;
                    if (Identifier(text, ref at) is not { } id)
                    {
                        return null;
                    }

                    compound.Id = id;
                    specificity += 1_000_000;
                    break;
                case ':':
                    if (!ReadPseudo(text, ref at, compound, ref pseudo, ref specificity))
                    {
                        return null;
                    }

                    break;
                default:
                    return any ? compound : null;
            }

            any = true;
        }

        return any ? compound : null;
    }

    private static bool ReadPseudo(string text, ref int at, Compound compound, ref PseudoElement pseudo, ref int specificity)
    {
        at++;
        var element = at < text.Length && text[at] == ':';
        if (element)
        {
            at++;
        }

        switch (Identifier(text, ref at)?.ToLowerInvariant())
        {
            case "before":
                pseudo = PseudoElement.Before;
                specificity++;
                return true;
            case "after":
                pseudo = PseudoElement.After;
                specificity++;
                return true;
            case "first-child" when !element:
                compound.First = true;
                specificity += 1000;
                return true;
            case "last-child" when !element:
                compound.Last = true;
                specificity += 1000;
                return true;
            case "root" when !element:
                compound.Root = true;
                specificity += 1000;
                return true;
            case "not" when !element && at < text.Length && text[at] == '(':
                var close = text.IndexOf(')', at);
                if (close < 0)
                {
                    return false;
                }

                foreach (var part in Split(text[(at + 1)..close]))
                {
                    if (Read(part) is not { Compounds.Length: 1, Pseudo: PseudoElement.None } inner)
                    {
                        return false;
                    }

                    compound.Not.Add(inner.Compounds[0]);
                    specificity += inner.Specificity;
                }

                at = close + 1;
                return true;
            default:
                return false;
        }
    }

    private static string? Identifier(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' || text[at] >= 0x80))
        {
            at++;
        }

        return at > start ? text[start..at] : null;
    }

    private static bool SkipSpace(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at > start;
    }
}
