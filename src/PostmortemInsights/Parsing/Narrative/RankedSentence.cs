using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>A sentence with its place in the document and how clearly it says what is looked for.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Under">The heading or label that its section goes by.</param>
/// <param name="Order">Number of the sentence in the document.</param>
/// <param name="Score">Zero when it says nothing of it.</param>
internal sealed partial record RankedSentence(CleanText Text, Block Block, string Under, int Order, int Score)
{
    private const int Clear = 3;
    private const int ShortSentence = 12;
    private const int Bonus = 2;

    /// <summary>The sentences of an outline without code and headings, in order; a summary speaks of the matter, lessons (but for a conclusion) beside it.</summary>
    public static List<RankedSentence> Of(Outline outline, WeightedWordings wordings)
    {
        var found = new List<RankedSentence>();
        var under = "";
        foreach (var block in outline.Blocks)
        {
            var named = NamesSection(block);
            if (named || block.Kind == BlockKind.Heading)
                under = named ? block.Label!.Value : block.Text.Value;
            if (block.Kind == BlockKind.Code || (block.Kind == BlockKind.Heading && !named) || !block.Text.Value.Any(char.IsLetter))
                continue;
            var bonus = block.Section switch { PassageKind.Summary => 1, PassageKind.Lessons when !Conclusion().IsMatch(under) => -2, _ => 0 };
            foreach (var sentence in Sentences.Of(named ? block.Content : Told(block)))
            {
                var score = wordings.Score(sentence.Words);
                found.Add(new RankedSentence(sentence, block, under, found.Count, score >= Clear ? score + bonus : score));
            }
        }

        return found;
    }

    /// <summary>What a block tells: of a table row with a stamp, the cell that goes with it.</summary>
    private static CleanText Told(Block block) => block.Kind == BlockKind.Row && block.Cells.Any(static cell => TimeScanner.IsMoment(cell))
        ? block.Cells.MaxBy(static cell => cell.Value.Length)!
        : block.Text;

    /// <summary>The sentences of entries of a timeline but for wrong turns; those of entries <paramref name="about"/> what is looked for count more.</summary>
    public static List<RankedSentence> Of(Outline outline, IEnumerable<TimelineEntry> timeline, WeightedWordings wordings, TimelineKind about)
    {
        var found = new List<RankedSentence>();
        foreach (var entry in timeline.Where(static entry => entry.Kind != TimelineKind.Misleading))
        {
            var text = CleanText.Join(outline.Document, [entry.Span]);
            var block = new Block(BlockKind.Item, text, 0, 0, 0);
            var bonus = entry.Kind == about ? Bonus : 0;
            foreach (var sentence in Sentences.Of(text))
                found.Add(new RankedSentence(sentence, block, "", found.Count, wordings.Score(sentence.Words) + bonus));
        }

        return found;
    }

    private static bool NamesSection(Block block) => block.LabelNames.Kind == block.Section;

    /// <summary>The <paramref name="count"/> clearest sentences, in the order of the document.</summary>
    public static List<RankedSentence> Best(IEnumerable<RankedSentence> sentences, int count) =>
        [.. sentences.OrderByDescending(static s => s.Score).ThenBy(static s => s.Order).Take(count).OrderBy(static s => s.Order)];

    /// <summary>Sentences of a few words with those that follow them in <paramref name="all"/> in the same block: they complete what the short one begins.</summary>
    public static List<RankedSentence> RunOn(List<RankedSentence> found, List<RankedSentence> all)
    {
        var passages = new List<RankedSentence>();
        foreach (var sentence in found)
        {
            if (passages.Count == 0 || passages[^1].Order < sentence.Order)
                passages.Add(sentence);
            if (sentence.Words < ShortSentence && all.Find(next => next.Order > sentence.Order) is { } next && ReferenceEquals(next.Block, sentence.Block) && next.Order > passages[^1].Order)
                passages.Add(next);
        }

        return passages;
    }

    private int Words => Text.Value.AsSpan().Count(' ') + 1;

    /// <summary>The sentences as passages, neighbours of one block together, joined by line breaks; null without any.</summary>
    public static Found<string>? Join(IReadOnlyList<RankedSentence> sentences)
    {
        if (sentences.Count == 0)
            return null;
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<SourceSpan>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var follows = i > 0 && ReferenceEquals(sentences[i].Block, sentences[i - 1].Block) && sentences[i].Order == sentences[i - 1].Order + 1;
            if (i > 0)
                text.Append(follows ? ' ' : '\n');
            text.Append(sentences[i].Text.Value);
            if (follows)
                spans[^1] = new SourceSpan(spans[^1].Start, sentences[i].Text.Span.End);
            else
                spans.Add(sentences[i].Text.Span);
        }

        return new Found<string>(text.ToString(), spans.ToImmutable());
    }

    [GeneratedRegex(@"\A\W*conclusions?\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conclusion();
}
