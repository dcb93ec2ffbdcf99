using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>A data file of the store.</summary>
/// <param name="Name">Its name in the store's folder.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Checksum">Its CRC-32C.</param>
internal sealed record StoreFile(string Name, long Length, uint Checksum);

/// <summary>The one file that says which others make up the store; it is replaced whole, the others never change.</summary>
internal sealed record StoreManifest(
    string Engine, string Pipeline, int Generation, int Count, ImmutableArray<StoreFile> Records, StoreFile Table, StoreFile Documents, StoreFile Index)
{
    public const string FileName = "manifest.txt";

    // Formats 1 and 2 had their manifest here.
    public const string OlderFileName = "manifest.json";

    /// <summary>Version of the store's layout; every change to a file's form raises it.</summary>
    public const int Format = 3;

    private const string Signature = "checksum ";

    public IEnumerable<StoreFile> Files => [.. Records, Table, Documents, Index];

    /// <summary>The manifest in <paramref name="directory"/>; null if there is none.</summary>
    /// <exception cref="StoreDamagedException">It was changed, or written by another version.</exception>
    public static StoreManifest? Read(string directory)
    {
        var path = Path.Join(directory, FileName);
        if (!File.Exists(path))
            return File.Exists(Path.Join(directory, OlderFileName)) ? throw new StoreDamagedException(Path.Join(directory, OlderFileName), $"has an older format, and this version reads format {Format}") : null;
        try
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
            var manifest = Parse(path, text.Split('\n'));
            return text == Signed(text[..text.AsSpan().LastIndexOf(Signature)])
                ? manifest
                : throw new StoreDamagedException(path, "is damaged: its checksum differs");
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            throw new StoreDamagedException(path, "is damaged: it is no manifest", problem);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether <paramref name="directory"/> holds a manifest that can be read.</summary>
    public static bool IsThere(string directory)
    {
        try
        {
            return Read(directory) is not null;
        }
        catch (StoreDamagedException)
        {
            return false;
        }
    }

    /// <summary>The manifest as text, a line a value and a line a file, with the checksum of all that at the end.</summary>
    public byte[] ToBytes()
    {
        var head = string.Create(
            CultureInfo.InvariantCulture, $"format {Format}\nengine {Engine}\npipeline {Pipeline}\ngeneration {Generation}\ncount {Count}\n");
        var files = Files.Select(static file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.Checksum}\n"));
        return Encoding.UTF8.GetBytes(Signed(head + string.Concat(files)));
    }

    private static string Signed(string text) =>
        text + Signature + Checksum.Of(Encoding.UTF8.GetBytes(text)).ToString(CultureInfo.InvariantCulture) + "\n";

    private static StoreManifest Parse(string path, string[] lines)
    {
        if (Number(lines[0]) is var format && format != Format)
            throw new StoreDamagedException(path, $"has format {format}, and this version reads format {Format}");
        var files = Array.ConvertAll(lines[5..^2], ParseFile);
        return new StoreManifest(Value(lines[1]), Value(lines[2]), Number(lines[3]), Number(lines[4]), [.. files[..^3]], files[^3], files[^2], files[^1]);
    }

    private static StoreFile ParseFile(string line) => line.Split(' ') is [var name, var length, var checksum]
        ? new StoreFile(name, long.Parse(length, CultureInfo.InvariantCulture), uint.Parse(checksum, CultureInfo.InvariantCulture))
        : throw new FormatException("A file has a name, a length and a checksum.");

    // What stands behind the name of a line.
    private static string Value(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static int Number(string line) => int.Parse(Value(line), CultureInfo.InvariantCulture);
}
