using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What in a document says that an incident is told.</summary>
/// <param name="Name">What the title says: that it is a report, that something failed, or both.</param>
/// <param name="Fields">Whether the front matter has fields that only incidents have.</param>
/// <param name="Sentences">How many sentences of three words and more there are.</param>
/// <param name="Past">How many of them tell of something that happened.</param>
/// <param name="Trouble">How many of them tell of something that went wrong.</param>
/// <param name="Advice">How many sentences outside the follow-ups speak to the reader.</param>
/// <param name="Clocks">How many clock times it gives outside code.</param>
/// <param name="Dates">How many dates it gives outside code and front matter, which in any article holds the day it was published.</param>
/// <param name="Sections">How many kinds of section of a report it fills.</param>
/// <param name="Clocked">Whether a timeline gives clock times.</param>
internal readonly record struct IncidentEvidence(int Name, bool Fields, int Sentences, int Past, int Trouble, int Advice, int Clocks, int Dates, int Sections, bool Clocked)
{
    private const int LongestDocument = 600;
    private const int LongestBlock = 4000;
    private const int LongestHead = 200;
    private const int FirstBlocks = 3;
    private const int FewestWords = 3;
    private const int ShortestRegularPast = 5;

    private static readonly Wordings Told = Wordings.Load("Parsing/Narrative/Genres/told.txt");

    /// <summary>
    /// Points for a report. They are the weights of a logistic regression, rounded, over two thousand documents, most of them what stands beside
    /// reports in repositories: exercises, runbooks, decisions, minutes, release notes.
    /// </summary>
    public int Score =>
        Name + (Fields ? 5 : 0) + Level(Past, 10, 30, 50) + Level(Trouble, 4, 10, 20, 35) + Steps(Trouble, 3) - Level(Advice, 15, 30, 50)
        + (3 * Level(Clocks, 2, 8)) + (2 * Steps(Dates, 1, 3)) + Steps(Sections, 1, 2, 3) + (Clocked ? 4 : 0);

    /// <summary>Points against a report with so many marks of another kind of document.</summary>
    public int Against(int marks) => 2 * Level(marks, 12, 25, 40, 60);

    /// <summary>As much of a document as it takes to judge it.</summary>
    public static IEnumerable<Block> Sample(Outline outline) => outline.Text.Take(LongestDocument);

    /// <summary>The beginning of a block, for the same reason.</summary>
    public static CleanText Opening(Block block) => block.Text.Value.Length <= LongestBlock ? block.Text : block.Text.Slice(0, LongestBlock);

    /// <summary>The evidence in a document.</summary>
    public static IncidentEvidence Of(SourceDocument document, Outline outline)
    {
        var blocks = Sample(outline).ToList();
        var text = blocks.FindAll(static block => block.Kind != BlockKind.Heading);
        var sentences = text.SelectMany(static block => Parsing.Sentences.Of(Opening(block)), static (block, sentence) => Sentence.Of(block, sentence)).ToList();
        var times = blocks.SelectMany(static block => TimeScanner.Scan(Opening(block))).ToList();
        return new IncidentEvidence(
            NameIn(document, outline),
            document.FrontMatter?.Find("severity", "sev", "affected", "resolved", "started", "ended") is not null,
            sentences.Count(static sentence => sentence.Counts),
            sentences.Count(static sentence => sentence.Past),
            sentences.Count(static sentence => sentence.Trouble),
            sentences.Count(static sentence => sentence.Advice),
            times.Count(static time => time.Time is not null),
            times.Count(static time => time.Time is null),
            text.Where(static block => IsReport(block.Section)).Select(static block => block.Section).Distinct().Count(),
            text.Count(static block => block.Section == PassageKind.Timeline && TimeScanner.Scan(Opening(block)).Exists(static mention => mention.Time is not null)) > 1);
    }

    /// <summary>How many of the steps, in percent of the sentences, a count reaches.</summary>
    private int Level(int count, params ReadOnlySpan<int> steps) => Steps(count * 100 / Math.Max(1, Sentences), steps);

    private static int Steps(int value, params ReadOnlySpan<int> steps)
    {
        var reached = 0;
        foreach (var step in steps)
            reached += value >= step ? 1 : 0;
        return reached;
    }

    private static bool IsReport(PassageKind kind) =>
        kind is not (PassageKind.Other or PassageKind.Title or PassageKind.Summary or PassageKind.Code or PassageKind.Lessons);

    private static int NameIn(SourceDocument document, Outline outline)
    {
        List<string> heads = [.. outline.Blocks.Take(FirstBlocks).Select(static block => block.Text.Value).Where(static head => head.Length < LongestHead && !TitleWords.IsToBeFilledIn(head))];
        if (document.FrontMatter?.Find("title") is { } title)
            heads.Add(title.Value);
        return (heads.Exists(TitleWords.NamesAReport) ? 3 : 0) + (heads.Exists(TitleWords.NamesAFailure) ? 2 : 0);
    }

    /// <summary>What one sentence says.</summary>
    private readonly record struct Sentence(bool Counts, bool Past, bool Trouble, bool Advice)
    {
        public static Sentence Of(Block block, CleanText text)
        {
            var words = text.Terms;
            if (words.Count < FewestWords)
                return default;
            var said = Told.In(words);
            var asks = text.Value.EndsWith('?') || said.Exists(static w => w is { Kind: "Opening", First: 0 });
            var (maybe, advice) = (Says(said, "Maybe"), Says(said, "Advice"));
            var past = !asks && !maybe && (Says(said, "Past") || HasRegularPast(words));
            return new Sentence(true, past, past && !advice && Says(said, "Trouble"), TellsOfNow(block) && (maybe || advice));
        }

        /// <summary>Follow-ups and lessons say what is to be done in any report.</summary>
        private static bool TellsOfNow(Block block) => block.Section is not (PassageKind.Actions or PassageKind.Lessons);

        private static bool Says(List<Wording> said, string kind) => said.Exists(w => w.Kind == kind);

        private static bool HasRegularPast(TextWords words)
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (words[i].Length >= ShortestRegularPast && words[i].EndsWith("ed", StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }
}
