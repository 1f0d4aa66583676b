namespace Publish.Document;

/// <summary>What the program brings along: fonts, house styles, hyphenation patterns, colour profiles.</summary>
public interface IAssets
{
    /// <summary>Reads an asset.</summary>
    /// <param name="path">Relative to the folder of assets, forward slashes: <c>fonts/eb-garamond/EBGaramond-Regular.ttf</c>.</param>
    /// <param name="data">The bytes of the file, whole.</param>
    /// <returns>False where there is none.</returns>
    bool TryRead(string path, out ReadOnlyMemory<byte> data);

    /// <summary>The files directly in a folder, as paths relative to the folder of assets, in ordinal order.</summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>The folders directly in a folder, as paths relative to the folder of assets, in ordinal order.</summary>
    IReadOnlyList<string> Folders(string folder);

    /// <summary>In words, where assets are looked for, for a diagnostic.</summary>
    string Location { get; }
}
