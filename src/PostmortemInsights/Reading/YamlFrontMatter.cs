using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PostmortemInsights.Reading;

/// <summary>Reads YAML front matter by its events, which know their places; what YAML refuses is read line by line.</summary>
internal static partial class YamlFrontMatter
{
    public static List<FrontMatterEntry> Read(string text, SourceSpan body)
    {
        try
        {
            return ReadEvents(text, body);
        }
        catch (Exception problem) when (IsRefusal(problem))
        {
            return ReadLines(text, body);
        }
    }

    // A key over several lines, such as a wrapped link, makes the scanner give up with an exception of another kind.
    private static bool IsRefusal(Exception problem) => problem is YamlException or InvalidOperationException;

    private static List<FrontMatterEntry> ReadEvents(string text, SourceSpan body)
    {
        var entries = new List<FrontMatterEntry>();
        var parser = new Parser(new StringReader(text[body.Start..body.End]));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
            return entries;

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var hasName = parser.TryConsume<Scalar>(out var key);
            if (!hasName)
                parser.SkipThisAndNestedEvents();
            var values = ReadValues(parser);
            if (hasName && values.Count > 0)
                entries.Add(EntryOf(text, body.Start, key!.Value, values));
        }

        return entries;
    }

    private static List<Scalar> ReadValues(Parser parser)
    {
        var values = new List<Scalar>();
        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
                ReadScalar(parser, values);
        }
        else
        {
            ReadScalar(parser, values);
        }

        return values;
    }

    private static void ReadScalar(Parser parser, List<Scalar> values)
    {
        if (!parser.TryConsume<Scalar>(out var value))
            parser.SkipThisAndNestedEvents();
        else if (!string.IsNullOrWhiteSpace(value.Value))
            values.Add(value);
    }

    private static FrontMatterEntry EntryOf(string text, int offset, string key, List<Scalar> values)
    {
        var span = new SourceSpan(SpanOf(text, offset, values[0]).Start, SpanOf(text, offset, values[^1]).End);
        return new FrontMatterEntry(key, [.. values.Select(static v => v.Value.Trim())], span);
    }

    private static SourceSpan SpanOf(string text, int offset, Scalar value)
    {
        var quotes = value.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var start = (int)value.Start.Index + offset + quotes;
        var end = (int)value.End.Index + offset - quotes;
        if (value.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            start = text.IndexOf('\n', start, end - start) + 1;
        start = end - text.AsSpan(start, end - start).TrimStart().Length;
        return new SourceSpan(start, start + text.AsSpan(start, end - start).TrimEnd().Length);
    }

    // "title: Postmortem: the outage" is no YAML, but everybody writes it. Mostly keys it must be: two rules may frame prose.
    private static List<FrontMatterEntry> ReadLines(string text, SourceSpan body)
    {
        var entries = new List<FrontMatterEntry>();
        var others = 0;
        for (var line = Line().Match(text, body.Start, body.Length); line.Success; line = line.NextMatch())
        {
            var value = line.Groups["value"];
            if (!line.Groups["key"].Success)
                others++;
            else if (value.Length > 0)
                entries.Add(new FrontMatterEntry(line.Groups["key"].Value.TrimEnd(), [value.Value], new SourceSpan(value.Index, value.Index + value.Length)));
        }

        return others >= entries.Count ? [] : entries;
    }

    // Lines at the margin that are no comment and no list item.
    [GeneratedRegex("""^(?![\s#-])(?:(?<key>[A-Za-z_][\w .-]{0,40}):(?:[ \t]+(?<quote>["']?)(?<value>[^\n]*?)\k<quote>[ \t]*)?|[^\n]+)$""", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
