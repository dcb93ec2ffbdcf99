using System.Collections.Immutable;
using PostmortemInsights.Reading;
using YamlDotNet.RepresentationModel;

namespace PostmortemInsights.Classifying;

/// <summary>Reads <c>taxonomy.yml</c>: for each facet a list of entries with <c>id</c>, <c>description</c>, <c>names</c>,
/// <c>cues</c> and <c>renames</c>.</summary>
public static class TaxonomyFile
{
    /// <summary>The file's name when it stands beside a corpus.</summary>
    public const string Name = "taxonomy.yml";

    private const string EmbeddedName = "Classifying/taxonomy.yml";

    /// <summary>Reads a team's own file on top of the built-in taxonomy: a new id adds a category, a known id adds its cues to that category,
    /// and <c>renames: old-id</c> gives a category another name, under which labels with the old one are read as well.</summary>
    /// <exception cref="FormatException">The file is no such list; the message has the file and the line.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static Taxonomy Read(string path)
    {
        using var reader = File.OpenText(path);
        return Read(reader, path, Taxonomy.Default);
    }

    /// <summary>The file beside a corpus if there is one, else the built-in taxonomy.</summary>
    /// <exception cref="FormatException">The file is malformed.</exception>
    public static Taxonomy ReadBeside(string corpus)
    {
        var path = Path.Combine(corpus, Name);
        return File.Exists(path) ? Read(path) : Taxonomy.Default;
    }

    internal static Taxonomy ReadBuiltIn()
    {
        using var stream = typeof(TaxonomyFile).Assembly.GetManifestResourceStream(EmbeddedName)
            ?? throw new InvalidOperationException($"The library has no embedded file '{EmbeddedName}'.");
        using var reader = new StreamReader(stream);
        return Read(reader, EmbeddedName, new Taxonomy([], [], []));
    }

    internal static Taxonomy Read(TextReader reader, string file, Taxonomy onto) =>
        YamlSettings.Root(reader, file) is { } root ? new TaxonomyReader(file).Read(root, onto) : onto;
}

/// <summary>Lays one file's entries over a taxonomy.</summary>
internal sealed class TaxonomyReader(string file)
{
    private static readonly ImmutableArray<string> EntryKeys = ["id", "description", "names", "cues", "renames"];

    public Taxonomy Read(YamlNode root, Taxonomy onto)
    {
        foreach (var (key, value) in Mapping(root, "the file holds the keys causes, components and triggers"))
        {
            var entries = Sequence(value, $"{key} is a list of entries");
            onto = key switch
            {
                "causes" => onto with { Causes = Merge(onto.Causes, entries) },
                "components" => onto with { Components = Merge(onto.Components, entries) },
                "triggers" => onto with { Triggers = Merge(onto.Triggers, entries) },
                _ => throw Bad(value, $"'{key}' is none of causes, components, triggers"),
            };
        }

        return onto;
    }

    private ImmutableArray<Category> Merge(ImmutableArray<Category> known, YamlSequenceNode entries)
    {
        foreach (var node in entries)
            known = Merge(known, node, Mapping(node, "an entry has the keys " + string.Join(", ", EntryKeys)));
        return known;
    }

    private ImmutableArray<Category> Merge(ImmutableArray<Category> known, YamlNode node, SortedDictionary<string, YamlNode> entry)
    {
        foreach (var key in entry.Keys.Where(k => !EntryKeys.Contains(k)))
            throw Bad(entry[key], $"'{key}' is none of " + string.Join(", ", EntryKeys));
        var id = Id(entry.GetValueOrDefault("id") ?? throw Bad(node, "an entry needs an id"));
        var renames = entry.TryGetValue("renames", out var old) ? Scalar(old) : null;
        var at = known.IndexOf(known.FirstOrDefault(c => c.Id == (renames ?? id))!);
        if (renames is not null && at < 0)
            throw Bad(old!, $"there is no category '{renames}' to rename");
        var before = at < 0 ? new Category(id, "", [], [], null) : known[at];
        var after = before with
        {
            Id = id,
            FormerId = renames ?? before.FormerId,
            Description = entry.TryGetValue("description", out var text) ? Scalar(text) : before.Description,
            Names = entry.TryGetValue("names", out var names) ? Union(before.Names, names) : before.Names,
            Cues = entry.TryGetValue("cues", out var cues) ? Union(before.Cues, cues) : before.Cues,
        };
        return at < 0 ? known.Add(after) : known.SetItem(at, after);
    }

    private ImmutableArray<string> Union(ImmutableArray<string> before, YamlNode cues) =>
        [.. before.Concat(Sequence(cues, "names and cues are lists").Select(Phrase)).Distinct(StringComparer.Ordinal)];

    private string Phrase(YamlNode node) => NamedKinds.Knows(Scalar(node)) ? Scalar(node) : throw Bad(node, $"'{Scalar(node)}' has a place for an unknown kind of name: write {{provider}} or {{product}}");

    private string Id(YamlNode node)
    {
        var id = Scalar(node);
        return id.Length > 0 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? id
            : throw Bad(node, $"'{id}' is no id: use lower-case letters, digits and hyphens");
    }

    private SortedDictionary<string, YamlNode> Mapping(YamlNode node, string expected)
    {
        if (node is not YamlMappingNode mapping)
            throw Bad(node, expected);
        var entries = new SortedDictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping)
            entries[Scalar(key)] = value;
        return entries;
    }

    private YamlSequenceNode Sequence(YamlNode node, string expected) => node as YamlSequenceNode ?? throw Bad(node, expected);

    private string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Bad(node, "a single value is expected here");

    private FormatException Bad(YamlNode node, string what) => YamlSettings.Bad(file, node, what);
}
