using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;
using PostmortemInsights.Tests.Reporting;

namespace PostmortemInsights.Tests.Analyzing.Excerpts;

/// <summary>An excerpt gives back what it was given.</summary>
public sealed class ReviewExcerptTests
{
    [Fact]
    public void Whatever_a_record_holds_comes_back() => Prop.ForAll(Records().ToArbitrary(), AssertComesBack).QuickCheckThrowOnFailure();

    [Fact]
    public void Records_of_a_small_company_come_back() => Assert.All(SmallCorpus.Incidents, AssertComesBack);

    [Fact]
    public void Records_of_the_corpus_come_back() => Assert.All(
        Corpus.Read([Repository.Path("corpus")], TestContext.Current.CancellationToken).OfType<ReadDocument>().Select(static read => PostmortemParser.Parse(read.Document)),
        AssertComesBack);

    [Fact]
    public void Words_have_the_numbers_of_the_vocabulary_that_is_given()
    {
        var words = new Vocabulary();
        Assert.Equal(0, words.NumberOf("door"));
        var record = Sample.Incident("a.md").Promised("Paint the shed").Promised("Paint the door");

        var actions = new ExcerptReader(words.NumberOf).Read(ReviewExcerpt.Of(record)).Incident!.Actions;

        Assert.Equal(["paint shed", "paint door"], actions.Select(action => string.Join(' ', action.Words.Select(word => words[word]))));
    }

    [Fact]
    public void A_document_without_an_incident_leaves_no_more_than_its_hash()
    {
        var excerpt = ReviewExcerpt.Of(Sample.Incident("a.md").Promised("Paint the shed") with { IsPostmortem = false });

        Assert.Equal(33, excerpt.Length);
        Assert.Null(new ExcerptReader(new Vocabulary().NumberOf).Read(excerpt).Incident);
    }

    [Fact]
    public void Bytes_that_end_too_early_are_refused()
    {
        var excerpt = ReviewExcerpt.Of(SmallCorpus.Incidents[0]);
        Assert.All(Enumerable.Range(0, excerpt.Length), length =>
            Assert.Throws<InvalidDataException>(() => new ExcerptReader(new Vocabulary().NumberOf).Read(excerpt.AsSpan(0, length))));
    }

    // Every property of what is read must be set, so what is written again shows all of it.
    private static void AssertComesBack(Incident record)
    {
        var excerpt = ReviewExcerpt.Of(record);
        var words = new Vocabulary();
        Assert.Equal(excerpt, ReviewExcerpt.Write(new ExcerptReader(words.NumberOf).Read(excerpt), words));
    }

    private static Gen<Incident> Records() =>
        from texts in ArbMap.Default.GeneratorFor<string?>().Select(static text => text ?? "").ListOf(6)
        from minutes in Gen.Choose(-90, 3_000).ListOf(4)
        from holds in Gen.Choose(0, 1).Select(static bit => bit == 1).ListOf(6)
        select Record([.. texts], [.. minutes], [.. holds]);

    private static Incident Record(string[] texts, int[] minutes, bool[] holds)
    {
        var record = Sample.Incident(
            $"{texts[0]}.md", holds[0] ? "2024-02-29T23:30" : null, minutes[0], holds[1] ? "capacity;expiry" : null, holds[2] ? "network" : null, texts[1]);
        if (holds[3])
            record = record.Because(texts[2]).Detected(minutes[1]).Warned(texts[3], texts[4], Math.Abs(minutes[2]));
        if (holds[4])
            record = record.Misled(holds[5] ? "traffic" : null, minutes[2], minutes[3], texts[3]).Entry(minutes[3], TimelineKind.Mitigation, texts[5]);
        return holds[5] ? record.Promised(texts[4], ActionKind.Detect, texts[5]).Promised(texts[2], due: texts[3]) : record with { Title = null };
    }
}
