using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using PostmortemInsights.Incidents;

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
    public const string FileName = "manifest.json";

    /// <summary>Version of the store's layout; every change to a file's form raises it.</summary>
    public const int Format = 3;

    public IEnumerable<StoreFile> Files => [.. Records, Table, Documents, Index];

    /// <summary>The manifest in <paramref name="directory"/>; null if there is none.</summary>
    /// <exception cref="StoreDamagedException">It was changed, or written by another version.</exception>
    public static StoreManifest? Read(string directory)
    {
        var path = Path.Join(directory, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            var manifest = Parse(path, bytes);
            return bytes.AsSpan().SequenceEqual(manifest.ToBytes()) ? manifest : throw new StoreDamagedException(path, "is damaged: its checksum differs");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
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

    /// <summary>The manifest as JSON, with its own checksum at the end.</summary>
    public byte[] ToBytes() => Write(Checksum.Of(Write(0)));

    private static StoreManifest Parse(string path, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        if (json.GetProperty("format").GetInt32() is var format && format != Format)
            throw new StoreDamagedException(path, $"has format {format}, and this version reads format {Format}");
        return new StoreManifest(
            json.GetProperty("engine").GetString()!,
            json.GetProperty("pipeline").GetString()!,
            json.GetProperty("generation").GetInt32(),
            json.GetProperty("count").GetInt32(),
            [.. json.GetProperty("records").EnumerateArray().Select(ParseFile)],
            ParseFile(json.GetProperty("table")),
            ParseFile(json.GetProperty("documents")),
            ParseFile(json.GetProperty("index")));
    }

    private static StoreFile ParseFile(JsonElement json) => new(
        json.GetProperty("name").GetString()!, json.GetProperty("length").GetInt64(), json.GetProperty("checksum").GetUInt32());

    private byte[] Write(uint checksum)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, IncidentJson.WriterOptions(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("engine", Engine);
            json.WriteString("pipeline", Pipeline);
            json.WriteNumber("generation", Generation);
            json.WriteNumber("count", Count);
            json.WriteStartArray("records");
            foreach (var file in Records)
                WriteFile(json, file);
            json.WriteEndArray();
            json.WritePropertyName("table");
            WriteFile(json, Table);
            json.WritePropertyName("documents");
            WriteFile(json, Documents);
            json.WritePropertyName("index");
            WriteFile(json, Index);
            json.WriteNumber("checksum", checksum);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteFile(Utf8JsonWriter json, StoreFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteNumber("length", file.Length);
        json.WriteNumber("checksum", file.Checksum);
        json.WriteEndObject();
    }
}
