using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Windows;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>A statement that says that somebody or something noticed.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Method">Who or what; null when it does not say.</param>
/// <param name="Evidence">The words that say who, or all of them.</param>
/// <param name="Order">Among several the least counts.</param>
internal sealed record Notice(Statement Statement, DetectionMethod? Method, SourceSpan Evidence, int Order);

/// <summary>Finds who or what noticed the incident first.</summary>
internal static class DetectionReader
{
    private const string By = "By";
    private const int FirstEntries = 5;

    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/detection.txt");

    /// <summary>Who or what noticed first.</summary>
    public static Found<DetectionMethod>? Method(IEnumerable<Notice> notices)
    {
        var first = notices.Where(static n => n.Method is not null).MinBy(static n => n.Order);
        return first is null ? null : new Found<DetectionMethod>(first.Method!.Value, first.Evidence);
    }

    /// <summary>What in the story says that somebody or something noticed.</summary>
    public static IEnumerable<Notice> Notices(IReadOnlyList<Statement> story, IReadOnlyList<TimelineEntry> timeline)
    {
        var newestFirst = TimelineEnds.IsNewestFirst(timeline);
        var inHouse = IsInHouse(story);
        var (searching, troubled, told) = (false, false, false);
        foreach (var (order, statement) in Chronological(story, newestFirst).Index())
        {
            var said = List.In(statement.Words);
            searching &= statement.InTimeline;
            var early = statement.InTimeline && (newestFirst ? timeline.Count - 1 - statement.Entry : statement.Entry) < FirstEntries;
            var (who, field) = Who(statement, said, early);
            if (!Has(said, "Plan") && IsNotice(statement, said, who, field, statement.InTimeline ? searching : told))
            {
                told |= field && who is not null;
                yield return new Notice(statement, who?.Method(inHouse), Evidence(statement, who), OrderOf(statement, field, who, order));
            }

            troubled |= statement.InTimeline && Has(said, "Trouble");
            searching |= statement.InTimeline && troubled && Has(said, "Search");
        }
    }

    private static IEnumerable<Statement> Chronological(IReadOnlyList<Statement> story, bool newestFirst) =>
        newestFirst ? story.OrderBy(static statement => -statement.Entry) : story;

    /// <summary>Whether the service is for those who work there: the story speaks more of them than of anybody else.</summary>
    private static bool IsInHouse(IReadOnlyList<Statement> story)
    {
        var said = story.SelectMany(static statement => List.In(statement.Words)).ToList();
        return said.Count(static w => w.Kind == "Inside") > said.Count(static w => w.Kind == "Outside");
    }

    private static (Noticer? Who, bool Field) Who(Statement statement, List<Wording> said, bool early)
    {
        var asked = AsksForPerson(statement) || said.Exists(static w => w is { Kind: By, First: 0 });
        var (field, fact) = (asked || IsField(statement), IsFact(statement));
        var who = Noticer.In(said, field ? Noticer.InField : early || fact ? Noticer.InEntry : null);
        return (who ?? (asked ? Person(statement, said) : null), field || fact);
    }

    /// <summary>Where the text asks for a person, one who is neither machine nor customer works there.</summary>
    private static Noticer? Person(Statement statement, List<Wording> said) =>
        statement.Block.Content.IsEmpty || Has(said, "Nobody") ? null : new Noticer(Noticer.Staff, 0, statement.Words.Count);

    /// <summary>Whether a statement tells of noticing; once the search has begun, what the searchers notice is none.</summary>
    private static bool IsNotice(Statement statement, List<Wording> said, Noticer? who, bool field, bool searching)
    {
        if (!statement.IsEntry && said.Exists(w => w is { Kind: "Field" or By, First: 0 } && w.End >= statement.Words.Count - 1))
            return false;
        if (who is { IsOther: true })
            return true;
        if (who is not null && statement.Section is PassageKind.RootCause or PassageKind.Resolution)
            return false;
        return field || (who is null ? Has(said, "Noticed") && !(searching && statement.InTimeline) : !searching);
    }

    private static SourceSpan Evidence(Statement statement, Noticer? who) =>
        who is { } w ? statement.Text.SpanOf(statement.Words.StartOf(w.First), statement.Words.EndOf(w.End - 1)) : statement.Text.Span;

    /// <summary>Whether a timeline entry says who noticed.</summary>
    public static bool TellsWho(TextWords entry)
    {
        var said = List.In(entry);
        return !Has(said, "Plan") && Noticer.In(said, Noticer.InEntry) is not null;
    }

    private static bool Has(List<Wording> said, params ReadOnlySpan<string> kinds)
    {
        foreach (var wording in said)
        {
            if (kinds.Contains(wording.Kind))
                return true;
        }

        return false;
    }

    /// <summary>Whether a statement says that it was noticed as soon as it began.</summary>
    public static bool IsAtOnce(Statement statement) => Has(List.In(statement.Words), "AtOnce");

    /// <summary>Whether a statement says how long after the beginning it was noticed.</summary>
    public static bool IsBehind(Statement statement) => Has(List.In(statement.Words), "Behind");

    /// <summary>Whether a statement is a field that holds how long it took to notice.</summary>
    public static bool IsDelay(Statement statement) => Has(List.In(FieldOf(statement).Terms), "Delay");

    private static CleanText FieldOf(Statement statement) => IsPair(statement) ? statement.Block.Cells[0] : statement.Label;

    private static bool IsField(Statement statement) =>
        statement.Section == PassageKind.Detection || IsField(statement.Label) || IsField(FieldOf(statement)) || IsField(statement.Block.Under);

    /// <summary>Whether it stands among the key facts as what was identified, which tells as shortly as an entry does.</summary>
    private static bool IsFact(Statement statement) =>
        !statement.InTimeline && statement.Label.Terms is { Count: 1 } label && Has(List.In(label), "Fact");

    /// <summary>Whether it is a row of a table that gives each field a row, such as <c>| Detected | 2024-05-02 10:00 |</c>.</summary>
    private static bool IsPair(Statement statement) => !statement.InTimeline && statement.Block is { Kind: BlockKind.Row, Cells.Count: 2 };

    private static bool IsField(CleanText label) => Has(List.In(label.Terms), "Field", By);

    private static bool AsksForPerson(Statement statement) => Has(List.In(FieldOf(statement).Terms), By);

    /// <summary>What is said under Detection counts first, then the timeline, then the summary, then the rest; last that somebody saw something.</summary>
    private static int OrderOf(Statement statement, bool field, Noticer? who, int order)
    {
        var rank = field ? 0 : who is { Kind: Noticer.Saw } ? 5 : statement.InTimeline ? 1 : statement.Section switch
        {
            PassageKind.Summary => 2,
            PassageKind.Lessons => 4,
            _ => 3,
        };
        return (rank * 1_000_000) + Math.Min(order, 999_999);
    }
}
