using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Analyzing;

/// <summary>
/// The pairs in <c>action-pairs.csv</c> and <c>cause-pairs.csv</c> were labelled by reading. The folds <c>tune</c> and <c>hold</c> were
/// labelled before the grouping was written; <c>fresh</c> was labelled later, unseen by the tables until it had been scored once.
/// </summary>
public class GroupingTests
{
    private const string Same = "same";
    private const double Rounding = 1e-6;

    [Fact]
    public void Action_items_are_grouped_as_a_reader_groups_them()
    {
        var pairs = LabelledPairs.Read("action-pairs.csv");
        var sentences = pairs.SelectMany(static p => new[] { p[2], p[3] }).Distinct(StringComparer.Ordinal).ToList();
        var groups = sentences.Zip(GroupsOf(sentences)).ToDictionary(static x => x.First, static x => x.Second, StringComparer.Ordinal);
        var f1 = LabelledPairs.F1(pairs.Select(p => (p[0] == Same, groups[p[2]] == groups[p[3]])));
        Assert.True(f1 >= 0.80, $"pairwise F1 of action items is {f1:0.000}");
    }

    [Fact]
    public void Root_causes_are_grouped_as_a_reader_groups_them()
    {
        var pairs = LabelledPairs.Read("cause-pairs.csv");
        var labels = LabelledPairs.Csv(LabelledPairs.CorpusPath("labels.csv")).ToDictionary(static l => l[0], StringComparer.Ordinal);
        var sentences = pairs.SelectMany(static p => new[] { (File: p[2], Text: p[3]), (File: p[4], Text: p[5]) }).Distinct().ToList();
        var words = new Vocabulary();
        var statements = sentences.ConvertAll(s => CauseStatement.Of(s.Text, Labels(labels[s.File][1]), Labels(labels[s.File][2]), words));
        var groups = sentences.Zip(RepeatedCause.GroupsOf(statements, words)).ToDictionary(static x => x.First, static x => x.Second);
        var f1 = LabelledPairs.F1(pairs.Select(p => (p[0] == Same, groups[(p[2], p[3])] == groups[(p[4], p[5])])));
        Assert.True(f1 >= 0.85, $"pairwise F1 of root causes is {f1:0.000}");
    }

    [Fact]
    public void Labelled_sentences_stand_in_the_corpus()
    {
        var corpus = string.Join('\n', Directory.EnumerateFiles(LabelledPairs.CorpusPath("."), "*", SearchOption.AllDirectories)
            .Select(static file => LabelledPairs.Flat(File.ReadAllText(file))));
        var sentences = LabelledPairs.Read("action-pairs.csv").SelectMany(static p => new[] { p[2], p[3] })
            .Concat(LabelledPairs.Read("cause-pairs.csv").SelectMany(static p => new[] { p[3], p[5] }));
        Assert.All(sentences, s => Assert.Contains(s, corpus, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_wordings_of_one_thing_to_do_are_one_group()
    {
        var groups = GroupsOf(["Add monitoring for failover", "Set up alerts on replication", "Add monitoring for disk space"]);
        Assert.Equal(groups[0], groups[1]);
        Assert.NotEqual(groups[0], groups[2]);
    }

    [Fact]
    public void Sentences_that_no_table_knows_are_grouped_by_their_words()
    {
        var groups = GroupsOf(["Paint the bicycle shed green", "The bicycle shed: paint it green", "Paint the fence white", "Order lunch"]);
        Assert.Equal(groups[0], groups[1]);
        Assert.Equal(3, groups.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_group_is_missed_for_want_of_comparing_all_pairs() => Prop.ForAll(
        Gen.Choose(0, 30).Select(static word => $"w{word}").NonEmptyListOf().ListOf(60).ToArbitrary(),
        static sentences =>
        {
            var words = new Vocabulary();
            var numbered = sentences.Select(words.NumbersOf).ToList();
            return WordGroups.Of(numbered, words, 0.5).SequenceEqual(ByAllPairs(numbered, words, 0.5));
        }).QuickCheckThrowOnFailure();

    /// <summary>The same grouping the slow way: each sentence that has not come before is compared with the first of every group.</summary>
    private static int[] ByAllPairs(List<ImmutableArray<int>> sentences, Vocabulary words, double threshold)
    {
        var weights = new WordWeights(sentences, words);
        var first = new List<WeighedSentence>();
        var seen = new Dictionary<WeighedSentence, int>();
        foreach (var sentence in sentences.Select(weights.Weigh).Where(sentence => !seen.ContainsKey(sentence)))
        {
            var (best, likeness) = (first.Count, threshold - Rounding);
            var spread = new float[weights.Words];
            sentence.SpreadTo(spread);
            for (var group = 0; group < first.Count; group++)
            {
                var cosine = first[group].Cosine(spread);
                if (cosine > likeness + Rounding || (best == first.Count && cosine >= likeness))
                    (best, likeness) = (group, cosine);
            }

            seen[sentence] = best;
            if (best == first.Count)
                first.Add(sentence);
        }

        return [.. sentences.Select(sentence => seen[weights.Weigh(sentence)])];
    }

    [Fact]
    public void Remedies_name_mechanisms_and_works_that_exist()
    {
        var mechanisms = CueTable.Load("cause-mechanisms.txt").Names.ToHashSet(StringComparer.Ordinal);
        var works = CueTable.Load("action-works.txt").Names.ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Remedies.Mechanisms.Except(mechanisms, StringComparer.Ordinal));
        Assert.Empty(Remedies.Works.Select(static w => w.Split(':')[0]).Except(works, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Don't restart nodes", "do not restart node")]
    [InlineData("We WON’T page at 30°C", "we wo not page at 30 degre c")]
    [InlineData("n't", "not")]
    [InlineData(" - ", "")]
    public void A_sentence_is_compared_by_stems_with_its_negations_spelled_out(string text, string stems) =>
        Assert.Equal(stems, string.Join(' ', Stems.Of(text)));

    [Theory]
    [InlineData("Improve monitoring")]
    [InlineData("Be more careful.")]
    [InlineData("Better communication between teams")]
    public void Items_that_do_not_say_what_to_do_are_vague(string text) => Assert.True(ActionWording.IsVague(Stems.Of(text)));

    [Theory]
    [InlineData("Improve monitoring of disk space")]
    [InlineData("Second cooling unit")]
    public void Items_that_say_what_to_do_are_not(string text) => Assert.False(ActionWording.IsVague(Stems.Of(text)));

    private static IReadOnlyList<string> GroupsOf(List<string> sentences)
    {
        var words = new Vocabulary();
        return RecurringAction.GroupsOf(
            sentences.ConvertAll(s => WordedAction.Of(new PromisedAction(s, ActionKind.Prevent, null, null, Nowhere), words)), words);
    }

    private static readonly IncidentReference Nowhere = new("id", "a.md", null, "a", null);

    private static ImmutableArray<Label> Labels(string categories) =>
        [.. categories.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static category => new Label(category, 1, []))];
}
