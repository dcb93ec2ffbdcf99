using System.Globalization;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Keeps a second writer out. The system lifts it when the process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    private const string FileName = "store.lock";

    // A locked file can't be read by others, so the process is named in one beside it.
    private const string HolderName = "store.pid";

    // EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] LockedCodes = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of the store in <paramref name="directory"/>, which is made if it does not exist.</summary>
    /// <exception cref="StoreBusyException">Another process holds it.</exception>
    /// <exception cref="StoreException">The folder can't be written, or is not a store's.</exception>
    public static StoreLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            RefuseForeign(directory);
            var file = new FileStream(Path.Join(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            return SignedBy(file, Path.Join(directory, HolderName));
        }
        catch (IOException problem) when (SaysLocked(problem))
        {
            throw new StoreBusyException(
                $"{HolderOf(directory)} is writing to the store in {directory}. Wait until it is done, or name another folder for the store.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The store in {directory} can't be written: {problem.Message} Name another folder for the store.", problem);
        }
    }

    /// <summary>When a store was last brought up to date; null for a folder that is no store.</summary>
    public static DateTime? LastTakenUtc(string directory) =>
        File.Exists(Path.Join(directory, FileName)) && File.Exists(Path.Join(directory, HolderName))
            ? File.GetLastWriteTimeUtc(Path.Join(directory, HolderName))
            : null;

    public void Dispose() => _file.Dispose();

    // Whoever names the wrong folder must not find a stranger's files among his own, or his manifest gone.
    private static void RefuseForeign(string directory)
    {
        var isOurs = !Directory.EnumerateFileSystemEntries(directory).Any()
            || File.Exists(Path.Join(directory, FileName))
            || StoreManifest.IsThere(directory);
        if (!isOurs)
            throw new StoreException($"{directory} holds other files and is no store. Name an empty folder, or one that does not exist yet.");
    }

    private static StoreLock SignedBy(FileStream file, string holder)
    {
        try
        {
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new StoreLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // Only the failed attempt itself can tell: by the time of a second look the other may be done.
    private static bool SaysLocked(IOException problem) => Array.IndexOf(LockedCodes, problem.HResult) >= 0;

    private static string HolderOf(string directory)
    {
        try
        {
            return $"Process {File.ReadAllText(Path.Join(directory, HolderName))}";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "Another process";
        }
    }
}
