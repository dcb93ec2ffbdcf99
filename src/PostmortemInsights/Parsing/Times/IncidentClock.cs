using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Times;

/// <summary>What a document says of days, clocks and zones as a whole, and how a single mention is read in the light of it.</summary>
internal sealed partial class IncidentClock
{
    private const int Context = 60;
    private const int LastOfHead = 8;

    private readonly bool _isMail;

    /// <summary>Reads every mention of the document.</summary>
    public IncidentClock(SourceDocument document, Outline outline, Found<string>? title)
    {
        Title = title?.Value;
        _isMail = outline.Blocks.Take(LastOfHead).Count(static b => b.Label is { } label && MailHead().IsMatch(label.Value)) > 1;
        var all = new List<TimeMention>();
        if (Title is not null)
            all.AddRange(TimeScanner.Scan(Title));
        foreach (var block in outline.Text)
            all.AddRange(TimeScanner.Scan(block.Text));
        Mentions = all;
        Zone = ZoneOf(outline);
        Calendar = new Calendar(all, PublishedOn(document), Zone?.Zone, YearNamed(outline));
        Day = DayOf(outline, title);
    }

    /// <summary>Every mention in order, the title's first.</summary>
    public IReadOnlyList<TimeMention> Mentions { get; }

    /// <summary>The days.</summary>
    public Calendar Calendar { get; }

    /// <summary>The day that the document is about: labelled as the incident's, else the title's, else the first that is not the report's own.</summary>
    public LocalDate? Day { get; }

    /// <summary>The first zone that the document names with its place; null if none.</summary>
    public (Zone Zone, SourceSpan Span)? Zone { get; }

    private string? Title { get; }

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

    /// <summary>Whether a block is the line of a mail's head that says when it was sent.</summary>
    public bool IsSent(Block block) => _isMail && block.Label is { } label && Sent().IsMatch(label.Value);

    /// <summary>The one year that headings and heads of tables name by itself: <c>Outage of January 2020</c>, <c>| Date (2020) | … |</c>.</summary>
    private static int? YearNamed(Outline outline)
    {
        var heads = outline.Blocks.Where(static b => b.Kind == BlockKind.Heading || b is { Kind: BlockKind.Row, Header.Count: 0 });
        var years = heads.SelectMany(static b => YearAlone().Matches(b.Text.Value)).Select(static match => Numerals.Whole(match.Groups["year"].ValueSpan)).Distinct().Take(2).ToList();
        return years is [var only] ? only : null;
    }

    private LocalDate? DayOf(Outline outline, Found<string>? title)
    {
        var days = Days(outline).ToList();
        if (days.Find(static told => told.OfIncident) is { Block: not null } labelled)
            return labelled.Day;
        var written = title is { } known ? TimeScanner.Scan(known.Value).Find(static m => m.Date is not null)?.Date : null;
        LocalDate? head = days.Find(told => IsIn(told.Block, title)) is { Block: not null } above ? above.Day : null;
        LocalDate? text = days.Find(told => !IsIn(told.Block, title)) is { Block: not null } below ? below.Day : null;
        var titled = (written is { } date ? Calendar.Resolve(date) : null) ?? head;
        return IsReportedOn(titled, text) ? text : titled ?? text ?? Calendar.Incident;
    }

    /// <summary>The days that the text names, but for those of the report itself, and whether a label says that it is the incident's.</summary>
    private IEnumerable<(LocalDate Day, Block Block, bool OfIncident)> Days(Outline outline)
    {
        foreach (var (i, block) in outline.Text.Index().Where(told => !IsSent(told.Item)))
        {
            foreach (var mention in TimeScanner.Scan(block.Text))
            {
                if (mention.Date is { } date && Calendar.Resolve(date) is { } day && !OfTheReport().IsMatch(block.Text.Value[Math.Max(0, mention.Start - Context)..mention.Start]))
                    yield return (day, block, IsOfIncident(outline, i));
            }
        }
    }

    private static bool IsOfIncident(Outline outline, int at) =>
        outline.Text[at].Label is { } label && (OfTheIncident().IsMatch(label.Value) || (IsBareDate(label) && at + 1 < outline.Text.Length && NamesBeginning(outline.Text[at + 1])));

    private static bool IsBareDate(CleanText label) => label.Value.Equals("date", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line gives the time of the beginning: the date above it is the incident's, not the report's.</summary>
    private static bool NamesBeginning(Block block) => block.Label is { } label && OfBeginning().IsMatch(label.Value);

    private static bool IsIn(Block block, Found<string>? title) => title is { } known && known.Spans.Any(block.Text.Span.Overlaps);

    /// <summary>Whether a title has the day of the report: the text begins with the day before.</summary>
    private static bool IsReportedOn(LocalDate? titled, LocalDate? told) => told is { } day && titled == day.PlusDays(1);

    /// <summary>The first zone named; the <c>Z</c> or <c>+0200</c> of a stamp that a machine wrote only where there is no other.</summary>
    private static (Zone, SourceSpan)? ZoneOf(Outline outline) =>
        ZoneOf(outline, static zone => zone.Name != "Z" && char.IsLetter(zone.Name[0])) ?? ZoneOf(outline, static _ => true);

    private static (Zone, SourceSpan)? ZoneOf(Outline outline, Func<Zone, bool> counts)
    {
        foreach (var block in outline.Text)
        {
            if (TimeScanner.Scan(block.Text).Find(m => m.Zone is { } zone && counts(zone) && !HttpHeader().IsMatch(block.Text.Value[Math.Max(0, m.Start - Context)..m.End])) is { } mention)
                return (mention.Zone!, block.Text.SpanOf(mention.Start, mention.End));
            if (ZoneNotes.In(block.Text) is { } note)
                return note;
            if (ZoneNotes.Spelled(block.Text) is { } spelled)
                return spelled;
        }

        return null;
    }

    [GeneratedRegex(@"(?:\(|\b(?:in|of|from|during|early|late|january|february|march|april|may|june|july|august|september|october|november|december)\s)(?<year>(?:199|20[0-4])\d)\b(?![./:-]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"\b(?:due|published|posted|written|updated|reviewed|review|report|held|created|author\w*|date of (?:the )?(?:post-?\s?mortem|report|review)|as of|by the end of)\b[^.]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheReport();

    [GeneratedRegex(@"\A(?:incident|outage|issue|event)\s(?:date|day|window|start|from)|\Adate of (?:the )?(?:incident|outage|issue|event)\b|\A(?:outage |incident )?duration\b|\Adate (?:and|&) time\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheIncident();

    [GeneratedRegex(@"\A(?:time\sof\s)?(?:start|begin|onset|outage start|incident start)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfBeginning();

    [GeneratedRegex(@"\A(?:from|to|cc|subject|sent|date|de|para|asunto|fecha|von|an|betreff|datum)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailHead();

    [GeneratedRegex(@"\A(?:sent|date|fecha|datum|gesendet)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    /// <summary>What a server says of its own clock, which is always GMT.</summary>
    [GeneratedRegex(@"\b(?:Date|Last-Modified|Expires): (?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d GMT\z", RegexOptions.CultureInvariant)]
    private static partial Regex HttpHeader();

    private static LocalDate? PublishedOn(SourceDocument document)
    {
        if (document.FrontMatter?.Find("date", "published", "publishDate", "pubDate", "start", "started") is not { } entry)
            return null;
        var date = TimeScanner.Scan(entry.Value).Find(static m => m.Date is { Year: not null })?.Date;
        return date is { } d ? new Calendar([], null).Resolve(d) : null;
    }
}
