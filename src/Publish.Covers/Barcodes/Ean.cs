namespace Publish.Covers.Barcodes;

/// <summary>
/// The bars of an EAN-13 and of its add-on of five digits (GS1 General Specifications, 5.2: "EAN/UPC symbology"), as modules that are dark or light.
/// </summary>
internal static class Ean
{
    // Set A (odd parity), widths light-dark-light-dark; set C is the same the other way round in colour, set B is set C read backwards (table 5.2.1.2-1).
    private static readonly string[] SetA = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"];

    // Which of the six digits at the left are of set B, by the first digit, which has no bars of its own (table 5.2.1.2.1-1).
    private static readonly string[] First = ["AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"];

    // The sets of the five digits by the check sum (table 5.2.2.2-1).
    private static readonly string[] FiveDigits = ["BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB"];

    /// <summary>Modules of an EAN-13, without quiet zones.</summary>
    public const int Modules = 95;

    /// <summary>Modules of the add-on of five digits.</summary>
    public const int AddOnModules = 47;

    /// <summary>Whether thirteen digits end in the check digit the others ask for.</summary>
    public static bool IsValid(string digits) => digits.Length == 13 && digits.All(char.IsAsciiDigit) && Check(digits) == digits[12] - '0';

    /// <summary>The 95 modules of thirteen digits: true is dark.</summary>
    public static bool[] Encode(string digits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(IsValid(digits), true);
        var bits = "101";
        for (var i = 1; i <= 6; i++)
        {
            bits += Digit(digits[i], First[digits[0] - '0'][i - 1]);
        }

        bits += "01010";
        for (var i = 7; i <= 12; i++)
        {
            bits += Digit(digits[i], 'C');
        }

        return Dark(bits + "101");
    }

    /// <summary>The 47 modules of an add-on of five digits.</summary>
    public static bool[] EncodeAddOn(string digits)
    {
        var sum = ((digits[0] + digits[2] + digits[4] - (3 * '0')) * 3) + ((digits[1] + digits[3] - (2 * '0')) * 9);
        var sets = FiveDigits[sum % 10];
        var bits = "1011";
        for (var i = 0; i < 5; i++)
        {
            bits += (i > 0 ? "01" : "") + Digit(digits[i], sets[i]);
        }

        return Dark(bits);
    }

    private static int Check(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return (10 - (sum % 10)) % 10;
    }

    private static string Digit(char digit, char set)
    {
        var a = SetA[digit - '0'];
        if (set == 'A')
        {
            return a;
        }

        var c = string.Concat(a.Select(bit => bit == '0' ? '1' : '0'));
        return set == 'C' ? c : string.Concat(c.Reverse());
    }

    private static bool[] Dark(string bits) => [.. bits.Select(bit => bit == '1')];
}
