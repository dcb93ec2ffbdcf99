using System.Globalization;
using System.Text;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>Where the store of a corpus lies that was given without one: in the user's cache.</summary>
public static class StoreLocation
{
    /// <summary>So many days a cached store is kept after it was asked last.</summary>
    public const int KeptDays = 90;

    private const string FolderName = "postmortem-insights";

    /// <summary>
    /// The folder for the store of <paramref name="paths"/>, the same each time: below <c>$XDG_CACHE_HOME</c> or the cache folder of the
    /// user, or, if that can't be written, below the folder for temporary files.
    /// </summary>
    public static string ForCorpus(IEnumerable<string> paths) => ForCorpus(paths, CacheFolder());

    /// <summary>Deletes the cached stores that no command has asked for <see cref="KeptDays"/> days, but not those that somebody writes to.</summary>
    public static void RemoveUnused() => RemoveUnused(CacheFolder(), DateTime.UtcNow);

    internal static void RemoveUnused(string cacheFolder, DateTime now)
    {
        var cache = new DirectoryInfo(Path.Join(cacheFolder, FolderName));
        foreach (var store in cache.Exists ? cache.GetDirectories() : [])
        {
            if (StoreLock.LastTakenUtc(store.FullName) is { } taken && now - taken > TimeSpan.FromDays(KeptDays))
                Remove(store);
        }
    }

    internal static string ForCorpus(IEnumerable<string> paths, string cacheFolder)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var cache = Path.Join(cacheFolder, FolderName);
        return Path.Join(CanWrite(cache) ? cache : Path.Join(Path.GetTempPath(), $"{FolderName}-{Environment.UserName}"), NameOf(paths));
    }

    private static void Remove(DirectoryInfo store)
    {
        try
        {
            StoreLock.Take(store.FullName).Dispose();
            store.Delete(recursive: true);
        }
        catch (Exception problem) when (problem is StoreException or IOException or UnauthorizedAccessException)
        {
            // In use, or not ours to delete: it is only room that is lost.
        }
    }

    // The paths as given belong to it, because the records name their sources so.
    private static string NameOf(IEnumerable<string> paths)
    {
        var names = paths.Select(static path => Path.TrimEndingDirectorySeparator(path)).SelectMany(static path => new[] { path, Path.GetFullPath(path) });
        var hash = DocumentEntry.HashOf(Encoding.UTF8.GetBytes(string.Join('\0', names)));
        return hash.ToString("x32", CultureInfo.InvariantCulture)[..16];
    }

    private static string CacheFolder()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } given && Path.IsPathFullyQualified(given))
            return given;
        return OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Join(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
