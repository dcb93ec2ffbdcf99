using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds who or what noticed the incident first, and when.</summary>
internal static class DetectionReader
{
    private const string Monitoring = "Monitoring";
    private const string Customer = "Customer";
    private const string Employee = "Employee";
    private const string Staff = "Staff";
    private const string Plan = "Plan";

    /// <summary>Stands before a kind whose words count only where the text says that it tells who noticed.</summary>
    private const string FieldHint = "Field ";

    /// <summary>Stands before a kind whose words count only in the first entries of a timeline.</summary>
    private const string EntryHint = "Entry ";
    private const int FirstEntries = 5;

    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/detection.txt");

    /// <summary>A statement that says that somebody or something noticed.</summary>
    internal sealed record Notice(Statement Statement, DetectionMethod? Method, SourceSpan Evidence, int Order);

    /// <summary>Who or what noticed first.</summary>
    public static Found<DetectionMethod>? Method(IEnumerable<Notice> notices)
    {
        var first = notices.Where(static n => n.Method is not null).MinBy(static n => n.Order);
        return first is null ? null : new Found<DetectionMethod>(first.Method!.Value, first.Evidence);
    }

    /// <summary>When it was noticed: the time of the first entry or sentence that says so.</summary>
    public static Found<Moment>? At(IEnumerable<Notice> notices, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock)
    {
        foreach (var notice in notices.OrderBy(static n => n.Order))
        {
            if (TimeOf(notice.Statement, timeline, clock) is { } at)
                return at;
        }

        return null;
    }

    /// <summary>What in the story says that somebody or something noticed.</summary>
    public static IEnumerable<Notice> Notices(IReadOnlyList<Statement> story)
    {
        var (searching, troubled) = (false, false);
        foreach (var statement in story)
        {
            var said = List.In(statement.Words);
            searching &= statement.InTimeline;
            if (!said.Exists(static w => w.Kind == Plan) && Read(statement, said, searching) is { } notice)
                yield return notice;
            troubled |= statement.InTimeline && said.Exists(static w => w.Kind == "Trouble");
            searching |= statement.InTimeline && troubled && said.Exists(static w => w.Kind == "Search");
        }
    }

    /// <summary>The notice in a statement; once the search has begun, what the searchers notice is none.</summary>
    private static Notice? Read(Statement statement, List<Wording> said, bool searching)
    {
        var field = IsField(statement);
        var who = Who(said, "") ?? Who(said, field ? FieldHint : statement is { InTimeline: true, Entry: < FirstEntries } ? EntryHint : null);
        if (who is { Kind: Staff } && statement.Section is PassageKind.RootCause or PassageKind.Resolution)
            return null;
        var byOthers = who is { Kind: not Staff };
        if (!byOthers && !field && (searching || (who is null && !said.Exists(static w => w.Kind == "Noticed"))))
            return null;
        var evidence = who is { } w ? statement.Text.SpanOf(statement.Words.StartOf(w.First), statement.Words.EndOf(w.End - 1)) : statement.Text.Span;
        return new Notice(statement, who is null ? null : MethodOf(who.Value.Kind), evidence, OrderOf(statement, field));
    }

    private static DetectionMethod MethodOf(string kind) => kind switch
    {
        Monitoring => DetectionMethod.Monitoring,
        Customer => DetectionMethod.Customer,
        _ => DetectionMethod.Staff,
    };

    /// <summary>Whether a timeline entry says who noticed.</summary>
    public static bool TellsWho(TextWords entry)
    {
        var said = List.In(entry);
        return !said.Exists(static w => w.Kind == Plan) && (Who(said, "") ?? Who(said, EntryHint)) is not null;
    }

    /// <summary>The machine or the customer, whichever is named first; staff only if neither is.</summary>
    /// <param name="said">The wordings of a sentence.</param>
    /// <param name="hint">The lists to look in: those for any sentence, those of a field or those of the first entries; none if null.</param>
    private static Wording? Who(List<Wording> said, string? hint)
    {
        if (hint is null)
            return null;
        var index = said.FindIndex(w => w.Kind == hint + Monitoring || w.Kind == hint + Customer || w.Kind == hint + Employee);
        if (index < 0)
            index = said.FindIndex(w => w.Kind == hint + Staff);
        return index < 0 ? null : said[index] with { Kind = said[index].Kind[hint.Length..] };
    }

    private static bool IsField(Statement statement) =>
        statement.Section == PassageKind.Detection || IsField(statement.Label) || (IsPair(statement) && IsField(statement.Block.Cells[0])) || IsField(statement.Block.Under);

    /// <summary>Whether it is a row of a table that gives each field a row, such as <c>| Detected | 2024-05-02 10:00 |</c>.</summary>
    private static bool IsPair(Statement statement) => !statement.InTimeline && statement.Block is { Kind: BlockKind.Row, Cells.Count: 2 };

    private static bool IsField(CleanText label) => List.In(label.Terms).Exists(static w => w.Kind == "Field");

    /// <summary>What is said under Detection counts first, then the timeline, then the summary, then the rest.</summary>
    private static int OrderOf(Statement statement, bool field)
    {
        var rank = field ? 0 : statement.InTimeline ? 1 : statement.Section switch
        {
            PassageKind.Summary => 2,
            PassageKind.Lessons => 4,
            _ => 3,
        };
        return (rank * 1_000_000) + Math.Min(statement.Index, 999_999);
    }

    private static Found<Moment>? TimeOf(Statement statement, IReadOnlyList<TimelineEntry> timeline, IncidentClock clock)
    {
        if (statement.InTimeline && timeline[statement.Entry] is { At: { } at } entry)
            return new Found<Moment>(at, entry.Span);
        return TimeIn(statement.Text, clock) ?? TimeIn(statement.Block.Under, clock);
    }

    private static Found<Moment>? TimeIn(CleanText text, IncidentClock clock)
    {
        var mentions = TimeScanner.Scan(text);
        var mention = mentions.Find(static m => m.Time is not null) ?? mentions.Find(static m => m.Date is not null);
        if (mention is null)
            return null;
        var at = clock.Resolve(mention, clock.Calendar.Incident);
        return at is { Date: null, Time: null } ? null : new Found<Moment>(at, text.SpanOf(mention.Start, mention.End));
    }
}
