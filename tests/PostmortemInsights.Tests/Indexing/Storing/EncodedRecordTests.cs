using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;
using PostmortemInsights.Tests.Incidents;

namespace PostmortemInsights.Tests.Indexing.Storing;

/// <summary>A store gives back the records that it was given.</summary>
public sealed class EncodedRecordTests
{
    [Fact]
    public void Every_record_of_the_corpus_comes_back_as_it_was()
    {
        foreach (var document in Corpus.Read([Repository.Path("corpus")], TestContext.Current.CancellationToken).OfType<ReadDocument>())
            AssertComesBack(PostmortemParser.Parse(document.Document));
    }

    [Fact]
    public void Every_field_comes_back()
    {
        var span = new SourceSpan(1, 4);
        var evidence = new Evidence("a full disk", span);
        AssertComesBack(new Incident
        {
            Source = "a/b.md",
            Id = "0123456789ab",
            Text = "Über 1 disk",
            IsPostmortem = true,
            Title = "",
            Start = new Moment(new LocalDate(2024, 2, 29), new LocalTime(23, 59, 58), Offset.FromHoursAndMinutes(-3, -30)),
            End = new Moment(null, new LocalTime(0, 5), null),
            DateAmbiguous = true,
            TimeZone = "UTC",
            DurationMinutes = 0.1,
            StatedDurationMinutes = 1e9,
            UsersAffectedPercent = 0,
            DetectionMethod = (DetectionMethod)0,
            DetectedAt = new Moment(new LocalDate(1969, 12, 31), null, null),
            Timeline = [new TimelineEntry(null, "a", span, TimelineKind.Detection, Derived: true, Vindicated: true)],
            MisleadingPaths = [new MisleadingPath("b", null, "c", 2.5, MisleadingPathKind.Implicit, span)],
            Escalated = true,
            RootCause = "d",
            Resolution = "e",
            ActionItems = [new ActionItem("f", "g", null, ActionKind.Mitigate, span)],
            Causes = [new Label("h", 0.25, [evidence, evidence])],
            Components = [new Label("i", 1, [])],
            Trigger = new Label("j", 0.75, [evidence]),
            Contradictions = ["k"],
            Warnings = [new Warning("l", "m", 7), new Warning("n", "o", null)],
            Spans = FieldMap.Of<SourceSpan>([new("title", [span, span])]),
            Metadata = FieldMap.Of<string>([new("team", ["p", "q"])]),
            Passages = [new Passage(PassageKind.Lessons, span)],
        });
    }

    [Fact]
    public void A_moment_of_which_nothing_is_known_comes_back_as_none()
    {
        var record = EncodedRecord.Of(new Incident { Source = "", Id = "", Text = "", Start = new Moment(null, null, null) }, []);
        Assert.Null(EncodedRecord.Decode(record.Head.Span, record.Text.Span).Start);
    }

    [Fact]
    public void Half_a_surrogate_pair_comes_back_as_a_replacement()
    {
        var record = EncodedRecord.Of(new Incident { Source = "", Id = "", Text = "", Title = "Cut \ud83d" }, []);
        Assert.Equal("Cut \ufffd", EncodedRecord.Decode(record.Head.Span, record.Text.Span).Title);
    }

    private static void AssertComesBack(Incident incident)
    {
        var record = EncodedRecord.Of(incident, []);
        var back = EncodedRecord.Decode(record.Head.Span, record.Text.Span);
        Assert.Equal(JsonRecord.Of(incident), JsonRecord.Of(back));
        Assert.Equal(incident.Text, back.Text);
        Assert.Equal(incident.Passages, back.Passages.AsEnumerable());
    }
}
