using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What in a document says that an incident is told.</summary>
/// <param name="Times">How many dates and clock times it names outside code; enough to judge by, not all.</param>
/// <param name="Told">How many sentences tell of something that happened.</param>
/// <param name="Sentences">Of how many.</param>
/// <param name="Sections">How many kinds of section of a report it fills.</param>
/// <param name="Clocked">Whether a timeline gives clock times.</param>
/// <param name="Named">Whether the title or the front matter names an incident.</param>
internal readonly partial record struct IncidentEvidence(int Times, int Told, int Sentences, int Sections, bool Clocked, bool Named)
{
    private const int EnoughTimes = 20;
    private const int LongestDocument = 600;
    private const int LongestBlock = 4000;
    private const int FirstBlocks = 3;

    private static readonly Wordings TellingPhrases = Wordings.Load("Parsing/Narrative/Genres/told.txt");

    /// <summary>Zero to eleven; reports have four and more.</summary>
    public int Score => Level(Times, 1, 2, 4) + Level(Told * 100 / Math.Max(1, Sentences), 4, 10, 25) + Level(Sections, 1, 2, 3) + (Clocked ? 1 : 0) + (Named ? 1 : 0);

    /// <summary>As much of a document as it takes to judge it.</summary>
    public static IEnumerable<Block> Sample(Outline outline) => outline.Text.Take(LongestDocument);

    /// <summary>The beginning of a block, for the same reason.</summary>
    public static CleanText Opening(Block block) => block.Text.Value.Length <= LongestBlock ? block.Text : block.Text.Slice(0, LongestBlock);

    /// <summary>The evidence in a document.</summary>
    public static IncidentEvidence Of(SourceDocument document, Outline outline)
    {
        var text = Sample(outline).Where(static block => block.Kind != BlockKind.Heading).ToList();
        var sentences = text.SelectMany(static block => Parsing.Sentences.Of(Opening(block))).ToList();
        return new IncidentEvidence(
            CountTimes(document, outline),
            sentences.Count(static sentence => TellingPhrases.AnyIn(sentence.Words) && !IsQuestion(sentence.Value)),
            sentences.Count,
            text.Where(static block => IsReport(block.Section)).Select(static block => block.Section).Distinct().Count(),
            text.Count(static block => block.Section == PassageKind.Timeline && TimeScanner.Scan(Opening(block)).Exists(static mention => mention.Time is not null)) > 1,
            IsNamed(document, outline));
    }

    private static int Level(int value, params ReadOnlySpan<int> steps)
    {
        var level = 0;
        foreach (var step in steps)
            level += value >= step ? 1 : 0;
        return level;
    }

    private static int CountTimes(SourceDocument document, Outline outline)
    {
        var times = document.FrontMatter?.Entries.Sum(static entry => entry.Values.Sum(static value => TimeScanner.Scan(value).Count)) ?? 0;
        foreach (var block in Sample(outline))
        {
            times += TimeScanner.Scan(Opening(block)).Count;
            if (times >= EnoughTimes)
                break;
        }

        return times;
    }

    private static bool IsReport(PassageKind kind) =>
        kind is not (PassageKind.Other or PassageKind.Title or PassageKind.Summary or PassageKind.Code or PassageKind.Lessons);

    private static bool IsNamed(SourceDocument document, Outline outline) =>
        document.FrontMatter?.Find("severity", "affected", "resolved") is not null
        || (document.FrontMatter?.Find("title") is { } title && TitleWords.NamesAnIncident(title.Value))
        || outline.Blocks.Take(FirstBlocks).Any(static block => TitleWords.NamesAnIncident(block.Text.Value));

    private static bool IsQuestion(string sentence) => sentence.EndsWith('?') || Question().IsMatch(sentence);

    [GeneratedRegex(@"\A\W*(?:what|when|how|which|who|why)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Question();
}
