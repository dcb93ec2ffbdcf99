using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Analyzing.Excerpts;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Storing;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Parsing;

/// <summary>What holds for every text: it ends, nothing throws, spans are in bounds, the same text gives the same record.</summary>
public sealed class ParserPropertyTests
{
    private static readonly ImmutableArray<SourceDocument> Corpus =
        [.. PostmortemInsights.Reading.Corpus.Read([Repository.Path("corpus", "fictional")]).OfType<ReadDocument>().Select(static r => r.Document)];

    public static TheoryData<string> Sources => [.. Corpus.Select(static d => Path.GetFileName(d.Source))];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_field_has_its_evidence_in_the_text(string name)
    {
        var incident = PostmortemParser.Parse(Corpus.Single(d => Path.GetFileName(d.Source) == name));
        CheckSpans(incident);
        if (!incident.IsPostmortem)
            return;
        CheckWritten(incident, "title", incident.Title);
        CheckWritten(incident, "timeZone", incident.TimeZone);
        Assert.Equal(incident.Start is not null, !incident.Spans["start"].IsEmpty);
        Assert.Equal(incident.End is not null, !incident.Spans["end"].IsEmpty);
        Assert.Equal(incident.DurationMinutes is not null, !incident.Spans["durationMinutes"].IsEmpty);
        Assert.Equal(incident.UsersAffectedPercent is not null, !incident.Spans["usersAffectedPercent"].IsEmpty);
        foreach (var entry in incident.Timeline)
            Assert.Equal(Words(entry.Text).Take(5), Words(entry.Span.Of(incident.Text).ToString()).Take(5));
        if (incident.StatedDurationMinutes is not null)
            Assert.Contains(incident.Spans["statedDurationMinutes"], span => Words(span.Of(incident.Text).ToString()).Count > 0);
    }

    [Fact]
    public void Mutated_documents_are_read_to_the_end_with_spans_in_bounds_and_no_empty_moments()
    {
        var documents = Gen.Elements(Corpus.Select(static d => d.Text).ToArray());
        var mutated = from text in documents
                      from kind in Gen.Choose(0, 5)
                      from seed in Gen.Choose(0, int.MaxValue)
                      select Mutate(text, kind, seed);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(mutated.ToArbitrary(), static text =>
        {
            var incident = Parse(text);
            CheckSpans(incident);
            CheckMoments(incident);
        }));
    }

    [Fact]
    public void Any_string_is_read_and_gives_the_same_record_twice() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll<string>(static text =>
        {
            text ??= "";
            var first = Record(Parse(text));
            Assert.Equal(first, Record(Parse(text)));
        }));

    public static TheoryData<string, string> Hostile => new()
    {
        { "a megabyte in one line", new string('a', 1_000_000) },
        { "a megabyte of words in one line", string.Concat(Enumerable.Repeat("at 10:00 the server, ", 50_000)) },
        { "ten thousand nested bullets", string.Concat(Enumerable.Range(0, 10_000).Select(static i => new string(' ', i % 200) + "- entry " + i.ToString(CultureInfo.InvariantCulture) + "\n")) },
        { "ten thousand headings", string.Concat(Enumerable.Repeat("# Timeline\n", 10_000)) },
        { "ten thousand stamps", "Timeline:\n" + string.Concat(Enumerable.Repeat("10:00: x\n", 10_000)) },
        { "unclosed marks", string.Concat(Enumerable.Repeat("[(*_`<{{", 20_000)) },
        { "a hundred thousand pipes", new string('|', 100_000) },
        { "open links", string.Concat(Enumerable.Repeat("[a](", 50_000)) },
        { "dates without end", string.Concat(Enumerable.Repeat("5 May 2024 ", 20_000)) },
        { "percent signs", string.Concat(Enumerable.Repeat("50% of users ", 20_000)) },
        { "durations", string.Concat(Enumerable.Repeat("lasted 5 minutes ", 20_000)) },
        { "fences", string.Concat(Enumerable.Repeat("```\ncode\n", 10_000)) },
        { "digits of another script", "# Sales stopped\n\nEvery \u0663rd shop failed from \u0661\u0660:00 to 11:\u0663\u0660 UTC+\u0663 on \u0663 May 202\u0664, for \u0663 hours. \u0664\u0660% of users saw it.\n\n## Timeline of 202\u0664\n\n- T+\u0663 min: errors\n" },
        { "blank", "\n\n \t\n" },
        { "empty", "" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_read_to_the_end(string name, string text)
    {
        Assert.NotEmpty(name);
        CheckSpans(Parse(text));
    }

    private static Incident Parse(string text) =>
        PostmortemParser.Parse(new SourceDocument("mutated.md", text, DocumentFormat.Markdown, "utf-8", null));

    private static void CheckSpans(Incident incident)
    {
        var spans = incident.Spans.Fields.SelectMany(static field => field.Values)
            .Concat(incident.Timeline.Select(static e => e.Span))
            .Concat(incident.MisleadingPaths.Select(static p => p.Span))
            .Concat(incident.ActionItems.Select(static a => a.Span))
            .Concat(incident.Passages.Select(static p => p.Span));
        foreach (var span in spans)
            Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= incident.Text.Length, $"{span} lies outside of the {incident.Text.Length} characters.");
        var lines = incident.Text.Count(static c => c == '\n') + 1;
        Assert.All(incident.Warnings, warning => Assert.True(warning.Line is null or >= 1 && (warning.Line ?? 1) <= lines));
    }

    private static void CheckMoments(Incident incident)
    {
        Moment?[] told = [incident.Start, incident.End, incident.DetectedAt, .. incident.Timeline.Select(static e => e.At), .. incident.MisleadingPaths.Select(static p => p.At)];
        Assert.All(told, static moment => Assert.False(moment is { Date: null, Time: null }));
    }

    private static void CheckWritten(Incident incident, string field, string? value)
    {
        if (value is not null)
            Assert.Contains(incident.Spans[field], span => Words(span.Of(incident.Text).ToString()).Any(word => Words(value).Contains(word, StringComparer.Ordinal)));
    }

    private static List<string> Words(string text) =>
        [.. new string([.. text.Select(static c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Mutate(string text, int kind, int seed)
    {
        var random = new System.Random(seed);
        var lines = text.Split('\n');
        switch (kind)
        {
            case 0:
                return text[..random.Next(text.Length)];
            case 1:
                random.Shuffle(lines);
                return string.Join('\n', lines);
            case 2:
                return text.Insert(random.Next(text.Length), char.ConvertFromUtf32(random.Next(0x10000, 0x10FFFF)) + "\u202E\u0301");
            case 3:
                return string.Join(' ', lines);
            case 4:
                return string.Concat(lines.Select(line => new string(' ', random.Next(12)) + line + "\n"));
            default:
                return text.Remove(random.Next(text.Length / 2), random.Next(text.Length / 2));
        }
    }

    private static byte[] Record(Incident incident)
    {
        var record = EncodedRecord.Of(incident, ReviewExcerpt.Of(incident));
        return [.. record.Excerpt.Span, .. record.Head.Span, .. record.Text.Span];
    }
}
