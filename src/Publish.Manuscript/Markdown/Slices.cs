using Markdig.Helpers;

namespace Publish.Manuscript;

/// <summary>Slices without the white space at their ends.</summary>
internal static class Slices
{
    /// <summary>Without spaces and tabs at both ends.</summary>
    public static StringSlice Trimmed(this StringSlice slice)
    {
        while (slice.Start <= slice.End && slice.Text[slice.Start] is ' ' or '\t')
        {
            slice.Start++;
        }

        return slice.TrimmedEnd();
    }

    /// <summary>Without spaces and tabs at the end.</summary>
    public static StringSlice TrimmedEnd(this StringSlice slice)
    {
        while (slice.End >= slice.Start && slice.Text[slice.End] is ' ' or '\t')
        {
            slice.End--;
        }

        return slice;
    }
}
