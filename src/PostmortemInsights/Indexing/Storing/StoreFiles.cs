using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>The data files in a store's folder: their names, and how they are opened and checked.</summary>
internal static partial class StoreFiles
{
    public const string Records = "records";
    public const string Table = "table";
    public const string Documents = "documents";
    public const string Index = "index";

    /// <summary>The name of a data file; every writing of the store has a number of its own, so no file is ever changed.</summary>
    public static string NameOf(string kind, int generation) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{generation}.dat");

    /// <summary>The number in a data file's name; null for files that are not a store's.</summary>
    public static int? GenerationOf(string name) =>
        Name().Match(name) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            ? generation
            : null;

    /// <summary>Opens a data file and checks its length, which costs no reading.</summary>
    /// <exception cref="StoreDamagedException">It is missing or has another length.</exception>
    public static SafeFileHandle Open(string directory, StoreFile file)
    {
        var path = Path.Join(directory, file.Name);
        try
        {
            var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
            var length = RandomAccess.GetLength(handle);
            if (length == file.Length)
                return handle;
            handle.Dispose();
            throw new StoreDamagedException(path, string.Create(CultureInfo.InvariantCulture, $"is damaged: it has {length} bytes instead of {file.Length}"));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreDamagedException(path, "is missing", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{path} can't be read: {problem.Message}", problem);
        }
    }

    /// <summary>Opens a data file and checks every byte.</summary>
    /// <exception cref="StoreDamagedException">It is missing or differs from what was written.</exception>
    public static SafeFileHandle OpenChecked(string directory, StoreFile file)
    {
        var handle = Open(directory, file);
        if (Checksum.Of(handle) == file.Checksum)
            return handle;
        handle.Dispose();
        throw new StoreDamagedException(Path.Join(directory, file.Name), "is damaged: its checksum differs");
    }

    public static bool ReadFully(SafeFileHandle file, Span<byte> target, long offset)
    {
        while (!target.IsEmpty)
        {
            var read = RandomAccess.Read(file, target, offset);
            if (read == 0)
                return false;
            target = target[read..];
            offset += read;
        }

        return true;
    }

    [GeneratedRegex(@"^(?:records|table|documents|index)-([0-9]{1,9})\.dat$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
