namespace Publish.Manuscript;

/// <summary>International Standard Book Numbers (ISO 2108).</summary>
internal static class Isbn
{
    /// <summary>Digits (and a closing X) only; null where it isn't an ISBN.</summary>
    public static string? Normalize(string written)
    {
        var digits = Digits(written);
        return digits is not null && digits.Length is 10 or 13 && CheckDigit(digits) == digits[^1] ? digits : null;
    }

    /// <summary>Why it isn't one, as part of a sentence.</summary>
    public static string WhatIsWrong(string written)
    {
        var digits = Digits(written);
        return digits is null ? "it has characters other than digits, hyphens and spaces"
            : digits.Length is not (10 or 13) ? $"it has {digits.Length} digits, not 10 or 13"
            : $"its check digit is {digits[^1]} and should be {CheckDigit(digits)}";
    }

    private static string? Digits(string written)
    {
        var digits = new string([.. written.Where(c => c is not ('-' or ' ' or '\u2010' or '\u2011'))]).ToUpperInvariant();
        for (var i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[i]) && !(digits[i] == 'X' && i == 9 && digits.Length == 10))
            {
                return null;
            }
        }

        return digits;
    }

    private static char CheckDigit(string digits)
    {
        var sum = 0;
        if (digits.Length == 13)
        {
            for (var i = 0; i < 12; i++)
            {
                sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
            }

            return (char)('0' + ((10 - (sum % 10)) % 10));
        }

        for (var i = 0; i < 9; i++)
        {
            sum += (digits[i] - '0') * (10 - i);
        }

        var check = (11 - (sum % 11)) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }
}
