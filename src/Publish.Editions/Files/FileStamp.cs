using System.Runtime.InteropServices;

namespace Publish.Editions;

/// <summary>
/// What a file system says of a file or folder without its content being read (statx(2)): while it says the same, nothing was written there. It counts time in ticks, so that of what
/// was written just now it proves nothing: see <see cref="Rests"/>.
/// </summary>
/// <param name="Device">The file system.</param>
/// <param name="Node">Its number there.</param>
/// <param name="Mode">What it is: the file type and rights of stat(2).</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Written">When its content was written last, in nanoseconds since 1970.</param>
/// <param name="Changed">When anything of it was changed last, which nobody can set, in nanoseconds since 1970.</param>
internal readonly partial record struct FileStamp(ulong Device, ulong Node, int Mode, ulong Length, long Written, long Changed)
{
    // File systems count in ticks of up to two seconds (FAT).
    private const long Tick = 3_000_000_000;

    private const int FileType = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    // AT_FDCWD, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS.
    private const int WorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const uint Basic = 0x7FF;

    /// <summary>Whether it is a file, and no link to one.</summary>
    public bool IsFile => (Mode & FileType) == RegularFile;

    /// <summary>Whether it is a folder, and no link to one.</summary>
    public bool IsFolder => (Mode & FileType) == Folder;

    /// <summary>Whether it was changed so long before a time that a change after it would show.</summary>
    /// <param name="now">The time.</param>
    public bool Rests(DateTimeOffset now) => Changed < ((now - DateTimeOffset.UnixEpoch).Ticks * 100) - Tick;

    /// <summary>What is said of a path; null where there is nothing, or where the system has no such call.</summary>
    public static unsafe FileStamp? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // struct statx of linux/stat.h, the same on every machine: 256 bytes.
        var said = stackalloc byte[256];
        try
        {
            if (StatX(WorkingFolder, path, NoFollow, Basic, said) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        return new FileStamp(
            ((ulong)*(uint*)(said + 136) << 32) | *(uint*)(said + 140), *(ulong*)(said + 32), *(ushort*)(said + 28), *(ulong*)(said + 40), Time(said + 112), Time(said + 96));
    }

    private static unsafe long Time(byte* time) => unchecked((*(long*)time * 1_000_000_000) + *(uint*)(time + 8));

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int folder, string path, int flags, uint mask, byte* said);
}
