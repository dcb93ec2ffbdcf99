using System.Security.Cryptography;
using System.Text;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;
using YamlDotNet.RepresentationModel;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>
/// Reads <c>sections.yml</c>, in which a team says what it calls its sections: for each kind (<c>timeline</c>, <c>root-cause</c>,
/// <c>actions</c> …) a list of names. A star in a name stands for any words.
/// </summary>
public static class SectionNamesFile
{
    /// <summary>The file's name when it stands beside postmortems.</summary>
    public const string Name = "sections.yml";

    private const string EmbeddedName = "Parsing/Outlining/sections.txt";

    private static readonly SortedDictionary<string, PassageKind> Kinds = new(
        Enum.GetValues<PassageKind>().Where(static kind => kind != PassageKind.Title).ToDictionary(IdOf), StringComparer.Ordinal);

    /// <summary>The names of the file beside postmortems on top of the shipped ones, or those alone if there is no such file.</summary>
    /// <param name="folder">The folder of the postmortems.</param>
    /// <exception cref="FormatException">The file is no such list; the message has the file and the line.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static SectionNames ReadBeside(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? Read(path) : SectionNames.Default;
    }

    /// <summary>A team's own names on top of the shipped ones: what it names itself goes first.</summary>
    /// <exception cref="FormatException">The file is no such list; the message has the file and the line.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static SectionNames Read(string path)
    {
        var text = File.ReadAllText(path);
        return new SectionNames(ReadOwn(text, path).Concat(ReadBuiltIn()))
        {
            Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16],
        };
    }

    /// <summary>The shipped list: <c>[Kind]</c> lines, then one name a line, in which <c>a/b</c> is either word and <c>a?</c> may be left out.</summary>
    internal static IEnumerable<(string Name, PassageKind Kind)> ReadBuiltIn()
    {
        var kind = PassageKind.Other;
        foreach (var line in EmbeddedText.Lines(EmbeddedName))
        {
            if (line.StartsWith('['))
                kind = Enum.Parse<PassageKind>(line.Trim('[', ']'));
            foreach (var name in line.StartsWith('[') ? [] : Spellings(line))
                yield return (name, kind);
        }
    }

    /// <summary>Every name that a line of the shipped list stands for.</summary>
    private static IEnumerable<string> Spellings(string line) =>
        line.Split(' ').Aggregate((IEnumerable<string>)[""], static (names, word) => [.. names.SelectMany(name => Choices(word).Select(choice => $"{name} {choice}".Trim()))]).Select(Spelled);

    private static IEnumerable<string> Choices(string word) =>
        word.EndsWith('?') ? word[..^1].Split('/').Append("") : word.Split('/');

    /// <summary>A name as headings are compared with it, its stars left in place.</summary>
    private static string Spelled(string text) => string.Join('*', text.Split('*').Select(SectionNames.Normalize));

    private static IEnumerable<(string Name, PassageKind Kind)> ReadOwn(string text, string file) =>
        YamlSettings.Root(new StringReader(text), file) is { } root ? Names(root, file) : [];

    private static IEnumerable<(string Name, PassageKind Kind)> Names(YamlNode root, string file)
    {
        if (root is not YamlMappingNode sections)
            throw YamlSettings.Bad(file, root, $"the file holds kinds of sections ({string.Join(", ", Kinds.Keys)}), each with a list of names");
        foreach (var (key, names) in sections)
        {
            var kind = Kinds.TryGetValue((key as YamlScalarNode)?.Value ?? "", out var known)
                ? known
                : throw YamlSettings.Bad(file, key, $"'{key}' is none of {string.Join(", ", Kinds.Keys)}");
            foreach (var name in names as YamlSequenceNode ?? throw YamlSettings.Bad(file, names, $"{key} is a list of names"))
                yield return (NameIn(name, file), kind);
        }
    }

    private static string NameIn(YamlNode node, string file)
    {
        var text = (node as YamlScalarNode)?.Value ?? throw YamlSettings.Bad(file, node, "a name is expected here");
        return text.Any(char.IsLetter) ? Spelled(text) : throw YamlSettings.Bad(file, node, $"'{text}' is no name: it has no letter");
    }

    // RootCause is root-cause in the file.
    private static string IdOf(PassageKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
