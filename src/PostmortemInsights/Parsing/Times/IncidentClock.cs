using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Times;

/// <summary>What a document says of days, clocks and zones as a whole, and how a single mention is read in the light of it.</summary>
internal sealed class IncidentClock
{
    private readonly Dictionary<CleanText, List<TimeMention>> _mentions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads every mention of the document.</summary>
    public IncidentClock(SourceDocument document, Outline outline, Found<string>? title)
    {
        Title = title?.Value;
        var all = new List<TimeMention>();
        if (Title is not null)
            all.AddRange(TimeScanner.Scan(Title));
        foreach (var block in outline.Blocks.Where(static b => b.Kind != BlockKind.Code))
            all.AddRange(In(block.Text));
        Mentions = all;
        Calendar = new Calendar(all, PublishedOn(document));
        Zone = ZoneOf(outline);
    }

    /// <summary>Every mention in order, the title's first.</summary>
    public IReadOnlyList<TimeMention> Mentions { get; }

    /// <summary>The days.</summary>
    public Calendar Calendar { get; }

    /// <summary>The first zone that the document names with its place; null if none.</summary>
    public (Zone Zone, SourceSpan Span)? Zone { get; }

    private string? Title { get; }

    /// <summary>The mentions in <paramref name="text"/>.</summary>
    public List<TimeMention> In(CleanText text)
    {
        if (!_mentions.TryGetValue(text, out var mentions))
            _mentions[text] = mentions = TimeScanner.Scan(text.Value);
        return mentions;
    }

    /// <summary>
    /// The moment meant. A date not written here is <paramref name="day"/>; a zone not written here is <paramref name="zone"/>, else the
    /// document's.
    /// </summary>
    public Moment Resolve(TimeMention mention, LocalDate? day = null, Zone? zone = null)
    {
        var date = mention.Date is { } written ? Calendar.Resolve(written) : day;
        if (mention.Time is not { } time)
            return new Moment(date, null, null);
        var named = mention.Zone ?? zone ?? Zone?.Zone;
        return new Moment(date, time, date is null ? null : named?.OffsetAt(date, time));
    }

    private (Zone, SourceSpan)? ZoneOf(Outline outline)
    {
        foreach (var block in outline.Blocks.Where(static b => b.Kind != BlockKind.Code))
        {
            if (In(block.Text).Find(static m => m.Zone is not null) is { } mention)
                return (mention.Zone!, block.Text.SpanOf(mention.Start, mention.End));
            if (ZoneNotes.In(block.Text) is { } note)
                return note;
            if (ZoneNotes.Spelled(block.Text) is { } spelled)
                return spelled;
        }

        return null;
    }

    private static LocalDate? PublishedOn(SourceDocument document)
    {
        if (document.FrontMatter?.Find("date", "published", "publishDate", "pubDate") is not { } entry)
            return null;
        var date = TimeScanner.Scan(entry.Value).Find(static m => m.Date is { Year: not null })?.Date;
        return date is { } d ? new Calendar([], null).Resolve(d) : null;
    }
}
