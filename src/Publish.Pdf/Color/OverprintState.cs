using Publish.Pdf.Syntax;

namespace Publish.Pdf.Color;

/// <summary>
/// The graphics states of a file for the press (ISO 32000-1, 8.6.7): with the first, black prints over what lies under it and leaves the other plates alone
/// (mode 1, which DeviceCMYK alone knows, so that black is written in it); with the second, a colour knocks out what lies under it.
/// </summary>
internal static class OverprintState
{
    /// <summary>Writes the dictionary of both.</summary>
    public static ObjectReference Write(ObjectTable objects)
    {
        var number = objects.Reserve();
        using var states = objects.Dictionary(number);
        Write(states, "O1"u8, overprint: true);
        Write(states, "O0"u8, overprint: false);
        return number;
    }

    private static void Write(DictionaryWriter states, ReadOnlySpan<byte> name, bool overprint)
    {
        using var state = states.Dictionary(name);
        state.Name("Type"u8, "ExtGState"u8);
        state.Boolean("OP"u8, overprint);
        state.Boolean("op"u8, overprint);
        state.Integer("OPM"u8, overprint ? 1 : 0);
    }
}
