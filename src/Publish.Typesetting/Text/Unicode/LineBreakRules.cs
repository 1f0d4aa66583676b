using static Publish.Typesetting.Text.Unicode.LineBreakClass;

namespace Publish.Typesetting.Text.Unicode;

/// <summary>What stands between two characters.</summary>
internal enum LineBreakAction : byte
{
    /// <summary>No break.</summary>
    None,

    /// <summary>A line may end.</summary>
    Allowed,

    /// <summary>A line must end.</summary>
    Mandatory,
}

/// <summary>The default rules of Unicode Standard Annex #14 (revision 50, Unicode 15.0), untailored.</summary>
internal static class LineBreakRules
{
    /// <summary>Finds what stands before each UTF-16 unit and at the end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="actions">Receives an action for each offset from 0 to the length of <paramref name="text"/>; inside surrogate pairs and at 0 it is None.</param>
    public static void Find(ReadOnlySpan<char> text, Span<LineBreakAction> actions)
    {
        actions[0] = LineBreakAction.None;
        var state = default(State);
        for (var i = 0; i < text.Length;)
        {
            var codePoint = (int)text[i];
            var length = 1;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                codePoint = char.ConvertToUtf32(text[i], text[i + 1]);
                length = 2;
            }

            // LB3 is the caller's: "sot ×" by the None at 0.
            var next = LineBreakClasses.Of(codePoint);
            var nextIsNumber = false;
            if (next is OP or OPW or HY && i + length < text.Length)
            {
                var after = char.IsHighSurrogate(text[i + length]) && i + length + 1 < text.Length ? char.ConvertToUtf32(text[i + length], text[i + length + 1]) : text[i + length];
                nextIsNumber = LineBreakClasses.Of(after) == NU;
            }

            actions[i] = i == 0 ? LineBreakAction.None : state.Before(next, nextIsNumber);
            state.Take(next);
            if (length == 2)
                actions[i + 1] = LineBreakAction.None;
            i += length;
        }

        if (text.Length > 0)
            actions[text.Length] = LineBreakAction.Mandatory;
    }

    private struct State
    {
        private bool any;
        private LineBreakClass last; // last character that is not a space, marks folded into their base (LB9, LB10)
        private LineBreakClass raw; // last character as it is
        private LineBreakClass before; // what stood directly before `last`; SP where nothing or a space did
        private bool spaces; // spaces follow `last`
        private bool oddIndicators;
        private bool number; // `last` belongs to NU (NU|SY|IS)*
        private bool closed; // `last` is the closing mark of such a number

        public readonly LineBreakAction Before(LineBreakClass next, bool numberFollows)
        {
            // LB4–LB6
            if (raw is BK or LF or NL || (raw == CR && next != LF))
                return LineBreakAction.Mandatory;
            if (raw == CR || next is BK or CR or LF or NL)
                return LineBreakAction.None;

            return Allows(next, numberFollows) ? LineBreakAction.Allowed : LineBreakAction.None;
        }

        private readonly bool Allows(LineBreakClass next, bool numberFollows)
        {
            if (next is SP or ZW)
                return false; // LB7
            if (last == ZW)
                return true; // LB8
            if (raw == ZWJ)
                return false; // LB8a
            if (next is CM or ZWJ)
            {
                if (!spaces && last is not (BK or CR or LF or NL or SP or ZW))
                    return false; // LB9
                next = AL; // LB10
            }

            if (next == WJ || (last == WJ && !spaces))
                return false; // LB11
            if (last == GL && !spaces)
                return false; // LB12
            if (next == GL && !spaces && last is not (BA or HY))
                return false; // LB12a
            if (next is CL or CP or CPW or EX or IS or SY)
                return false; // LB13
            if (last is OP or OPW)
                return false; // LB14
            if (last == QU && (next is OP or OPW))
                return false; // LB15
            if (last is CL or CP or CPW && next == NS)
                return false; // LB16
            if (last == B2 && next == B2)
                return false; // LB17
            if (spaces || last == SP)
                return true; // LB18
            return AllowsAdjacent(next, numberFollows);
        }

        private readonly bool AllowsAdjacent(LineBreakClass next, bool numberFollows)
        {
            if (next == QU || last == QU)
                return false; // LB19
            if (next == CB || last == CB)
                return true; // LB20
            if (next is BA or HY or NS || last == BB)
                return false; // LB21
            if (before == HL && (last is HY or BA))
                return false; // LB21a
            if (last == SY && next == HL)
                return false; // LB21b
            if (next == IN)
                return false; // LB22
            var letter = next is AL or HL;
            var lastLetter = last is AL or HL;
            if ((lastLetter && next == NU) || (last == NU && letter))
                return false; // LB23
            var lastIdeograph = last is ID or EB or EM or EPN;
            var ideograph = next is ID or EB or EM or EPN;
            if ((last == PR && ideograph) || (lastIdeograph && next == PO))
                return false; // LB23a
            if ((last is PR or PO && letter) || (lastLetter && (next is PR or PO)))
                return false; // LB24
            if (InNumber(next, numberFollows))
                return false; // LB25
            var hangul = next is JL or JV or JT or H2 or H3;
            var lastHangul = last is JL or JV or JT or H2 or H3;
            if ((last == JL && (next is JL or JV or H2 or H3)) || (last is JV or H2 && next is JV or JT) || (last is JT or H3 && next == JT))
                return false; // LB26
            if ((lastHangul && next == PO) || (last == PR && hangul))
                return false; // LB27
            if (lastLetter && letter)
                return false; // LB28
            if (last == IS && letter)
                return false; // LB29
            if (((lastLetter || last == NU) && next == OP) || (last == CP && (letter || next == NU)))
                return false; // LB30
            if (last == RI && next == RI && oddIndicators)
                return false; // LB30a
            if (last is EB or EPN && next == EM)
                return false; // LB30b
            return true; // LB31
        }

        /// <summary>
        /// LB25 in the form of example 7 of section 8.2, which the conformance test uses: no break inside (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?.
        /// </summary>
        private readonly bool InNumber(LineBreakClass next, bool numberFollows)
        {
            if (last is PR or PO && (next == NU || (next is OP or OPW or HY && numberFollows)))
                return true;
            if (last is OP or OPW or HY && next == NU)
                return true;
            if (number && (next is NU or SY or IS or CL or CP or CPW))
                return true;
            return (number || closed) && (next is PR or PO);
        }

        public void Take(LineBreakClass next)
        {
            if (next is CM or ZWJ)
            {
                if (any && !spaces && raw is not (BK or CR or LF or NL or SP or ZW))
                {
                    raw = next; // LB9: it goes with its base
                    return;
                }

                Advance(AL);
                raw = next;
                return;
            }

            if (next == SP)
            {
                if (!any || last is BK or CR or LF or NL)
                {
                    Advance(SP);
                }

                spaces = true;
                raw = SP;
                any = true;
                return;
            }

            Advance(next);
            raw = next;
        }

        private void Advance(LineBreakClass next)
        {
            before = any && !spaces ? last : SP;
            var inNumber = number && !spaces;
            closed = inNumber && (next is CL or CP or CPW);
            number = next == NU || (inNumber && (next is SY or IS));
            oddIndicators = next == RI && !(before == RI && oddIndicators);
            last = next;
            spaces = false;
            any = true;
        }
    }
}
