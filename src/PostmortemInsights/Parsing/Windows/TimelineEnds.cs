using System.Buffers;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Timelines;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>Which entries of a timeline tell of the first sign of impact and of full restoration.</summary>
internal static partial class TimelineEnds
{
    private const double LongestPause = 12 * 60;
    private const int MostCompared = 100;
    private const int Rounded = 30;

    /// <summary>One of these stands in every entry that tells of it.</summary>
    private static readonly SearchValues<string> ReopeningWords = SearchValues.Create(["opened", "back", "recurred", "again", "returned"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The two entries, null where the timeline has none; and the last restoration where it tells that the incident was reopened.</summary>
    public static (TimelineEntry? Start, TimelineEntry? End, TimelineEntry? Reopened) Find(Timeline timeline)
    {
        var stamped = timeline.Entries.Where(static e => e.At is not null).ToList();
        if (stamped.Count == 0)
            return (null, null, null);
        if (IsNewestFirst(stamped))
            stamped.Reverse();
        var again = stamped.FindIndex(static e => e.Text.AsSpan().ContainsAny(ReopeningWords) && Reopening().IsMatch(e.Text));
        var (first, last) = (FirstSign(stamped), Restored(stamped));
        return (first, ReferenceEquals(first, last) ? null : last, again < 0 ? null : stamped.FindLast(static e => Restoration().IsMatch(e.Text)));
    }

    /// <summary>
    /// The two entries that lie <paramref name="minutes"/> apart: the first sign and another, else the only two, if the minutes are not
    /// rounded; null if there are none.
    /// </summary>
    public static (TimelineEntry Start, TimelineEntry End)? Apart(Timeline timeline, double minutes)
    {
        var first = Find(timeline).Start;
        var timed = timeline.Entries.Where(static e => e.At is { Time: not null }).Take(MostCompared).ToList();
        var pairs = timed.SelectMany(start => timed.Where(end => start.At!.Value.MinutesTo(end.At!.Value) is { } apart && Math.Abs(apart - minutes) < 1).Select(end => (Start: start, End: end))).ToList();
        var known = pairs.FindIndex(pair => ReferenceEquals(pair.Start, first));
        return known >= 0 ? pairs[known] : pairs is [var only] && minutes % Rounded != 0 ? only : null;
    }

    /// <summary>Minutes from the first entry to the last; null where they don't tell.</summary>
    public static double? Extent(Timeline timeline)
    {
        var stamped = timeline.Entries.Where(static e => e.At is { Time: not null }).ToList();
        return stamped.Count > 1 && Stretch.Between(stamped[0].At!.Value, stamped[^1].At!.Value) is { } minutes and not 0 ? Math.Abs(minutes) : null;
    }

    /// <summary>Whether an entry says that something fails.</summary>
    public static bool TellsOfFailure(TimelineEntry entry) => Symptom().IsMatch(entry.Text) && !Preparation().IsMatch(entry.Text);

    /// <summary>Whether an entry says that service is back.</summary>
    public static bool TellsOfRestoration(TimelineEntry entry) => Restoration().IsMatch(entry.Text);

    /// <summary>Whether the entries stand with the newest first, as on a status page.</summary>
    public static bool IsNewestFirst(IReadOnlyList<TimelineEntry> entries) =>
        entries.Count > 1 && entries[0].At is { } first && entries[^1].At is { } last && last.MinutesTo(first) > 0
        && entries.Zip(entries.Skip(1)).All(static pair => pair is { First.At: { } newer, Second.At: { } older } && older.MinutesTo(newer) is null or >= 0);

    private static TimelineEntry FirstSign(List<TimelineEntry> entries)
    {
        var before = entries.TakeWhile(static e => Preparation().IsMatch(e.Text) && !Symptom().IsMatch(e.Text)).Count();
        return before < entries.Count ? entries[before] : entries[0];
    }

    /// <summary>The last entry that tells of restoration; what comes after a pause of twelve hours behind one is follow-up. Among times of day, entries with a date only don't count.</summary>
    private static TimelineEntry? Restored(List<TimelineEntry> entries)
    {
        var timed = entries.FindAll(static e => e.At!.Value.Time is not null);
        if (timed.Count * 2 > entries.Count)
            entries = timed;
        var pause = entries.Zip(entries.Skip(1)).ToList().FindIndex(static pair => pair.First.At!.Value.MinutesTo(pair.Second.At!.Value) > LongestPause && Restoration().IsMatch(pair.First.Text));
        if (pause >= 0)
            entries = entries[..(pause + 1)];
        for (var i = entries.Count - 1; i > 0; i--)
        {
            if (Restoration().IsMatch(entries[i].Text) && !Review().IsMatch(entries[i].Text))
                return entries[i];
        }

        var last = entries.FindLast(static e => !Review().IsMatch(e.Text));
        return entries.Count > 1 ? last : null;
    }

    [GeneratedRegex(@"\A\W*re-?opened\b|\b(?:(?:incident|issue|ticket|case|outage|alert)\b[^.]*\bre-?opened|re-?opened (?:the |this )?(?:incident|issue|ticket|case|outage)|failures are back|recurred|came back|outage (?:again|returned)|down again|failing again)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reopening();

    [GeneratedRegex(@"\A(?:\S+\s){0,8}(?:deploy\w*|release\w*|push(?:ed|es)?|merge[ds]?|upgrad\w*|updates?|updated|rollout|rolled out|migrat\w+|maintenance|reconfiguration|launched|kick(?:ed|s) off|renamed|modified|changed|added|enabled|reduced|installed|switched)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Preparation();

    [GeneratedRegex(@"\b(?:outage|error\w*|fail\w*|down|alert\w*|complain\w*|unavailable|crash\w*|slow\w*|timeouts?|unreachable|drops?|issues?|incident|spike|problems?|stop(?:s|ped|ping)?|unable|cannot|can't|can’t|could ?n[o']t|couldn’t|could not|unrespons\w*|inaccessib\w*|degrad\w*|[45]\d\d|expire[sd]?|broken?|not\s(?:\w+\s)?as expected)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Symptom();

    [GeneratedRegex(@"\b(?:restor\w*|resolved(?: (?:by|at|after|and|with|when|the|successfully|completely|fully))?\b|resolves?\b|resolution|(?:can|able to)\b[^.]*\b(?:again|successfully|now|normally)|recover(?:ed|y complete|s)|recovery\s?(?::|\z)|back (?:online|up|to normal|in service|(?:to|in) (?:\w+ )?order)|fully (?:operational|functional|back|online)|functional|operational again|(?:okay|ok|fine|well|smooth|fast|healthy|available|reachable|usable|complete) again|running smoothly|normal(?:ly)?|stable|stabili[sz]ed|works? again|working again|is (?:now )?working|up and running|online|fixed|200|all[ -]clear|end of the incident|(?:incident|impact|outage) (?:closed|ends?|over)|clos(?:es|ed|ing) (?:the )?(?:impact|incident|outage)|no (?:new|more|further) (?:calls|complaints|errors|tickets|alerts|reports|failures|drops)|services? (?:is|are|was|were) back|loaded properly|live)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Restoration();

    [GeneratedRegex(@"\b(?:post-?\s?mortem|post-incident|retrospective|review (?:initiated|began|begins|held|meeting|completed)|lessons|root cause analysis (?:began|begins|started|completed)|follow-up|code review|debrief|report published|still|not (?:yet )?(?:resolved|restored|fixed|working|back))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Review();
}
