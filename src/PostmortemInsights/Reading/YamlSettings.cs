using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PostmortemInsights.Reading;

/// <summary>Loads the YAML files in which a team lays its own names over the shipped ones.</summary>
internal static class YamlSettings
{
    /// <summary>The root of the first document; null if the file holds none.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">What messages call the file.</param>
    /// <exception cref="FormatException">The text is not YAML; the message has the file and the line.</exception>
    public static YamlNode? Root(TextReader reader, string file)
    {
        var parser = new Parser(reader);
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            return yaml.Documents is [{ RootNode: var root }, ..] ? root : null;
        }
        catch (YamlException refusal)
        {
            throw NotYaml(file, refusal.Start.Line, refusal.Message, refusal);
        }
        catch (InvalidOperationException refusal)
        {
            // A key over several lines makes the scanner give up without saying where, so the last place that it could read is named.
            throw NotYaml(file, parser.Current?.End.Line ?? 1, "what follows it can't be read, perhaps a key over several lines.", refusal);
        }
    }

    /// <summary>The error for a node that is not what the file should hold there.</summary>
    public static FormatException Bad(string file, YamlNode node, string what) => new($"{file}, line {node.Start.Line}: {what}.");

    private static FormatException NotYaml(string file, long line, string why, Exception refusal) =>
        new($"{file}, line {line}: this is not YAML: {why}", refusal);
}
