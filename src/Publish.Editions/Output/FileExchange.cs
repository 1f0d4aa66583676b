using System.Runtime.InteropServices;

namespace Publish.Editions;

/// <summary>
/// Lets two files change places in one step (renameat2(2), RENAME_EXCHANGE). Moving a file over another makes a file system write the first to the disk at once and
/// take the other apart, while somebody waits; here neither is done before it is asked for.
/// </summary>
internal static partial class FileExchange
{
    // AT_FDCWD, RENAME_EXCHANGE.
    private const int WorkingFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Exchanges two files; false, and nothing is changed, where one isn't a file or the system can't.</summary>
    public static bool Try(string one, string other)
    {
        if (FileStamp.Of(one) is not { IsFile: true } || FileStamp.Of(other) is not { IsFile: true })
        {
            return false;
        }

        try
        {
            return RenameAt(WorkingFolder, one, WorkingFolder, other, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);
}
