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

    /// <summary>What <see cref="Timeline.Ends"/> keeps.</summary>
    public static (TimelineEntry? Start, TimelineEntry? End, TimelineEntry? Reopened) Find(Timeline timeline)
    {
        var stamped = timeline.Entries.Where(static e => e.At is not null).ToList();
        if (stamped.Count == 0)
            return (null, null, null);
        if (IsNewestFirst(stamped))
            stamped.Reverse();
        var again = stamped.FindIndex(static e => e.Text.AsSpan().ContainsAny(ReopeningWords) && Reopening().IsMatch(e.Text));
        var timed = Timed(stamped);
        var first = FirstSign(timed);
        var last = Restored(timed[timed.IndexOf(first)..]);
        return (first, ReferenceEquals(first, last) ? null : last, again < 0 ? null : stamped.FindLast(TellsOfRestoration));
    }

    /// <summary>
    /// The two entries that lie <paramref name="minutes"/> apart: the first sign and another, else the only two, if the minutes are not
    /// rounded; null if there are none.
    /// </summary>
    public static (TimelineEntry Start, TimelineEntry End)? Apart(Timeline timeline, double minutes)
    {
        var first = timeline.Ends.Start;
        var timed = timeline.Entries.Where(static e => e.At is { Time: not null }).Take(MostCompared).ToList();
        var pairs = timed.SelectMany(start => timed.Where(end => start.At!.Value.MinutesTo(end.At!.Value) is { } apart && Math.Abs(apart - minutes) < 1 && !IsAfterwards(end.Text)).Select(end => (Start: start, End: end))).ToList();
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

    /// <summary>Whether a sentence of an entry says that service is back, and not that it is still to be.</summary>
    public static bool TellsOfRestoration(TimelineEntry entry) =>
        Restoration().IsMatch(entry.Text) && !InSearch().IsMatch(entry.Text) && Sentences.Of(entry.Text).Any(static sentence => Restoration().IsMatch(sentence) && !IsAfterwards(sentence));

    /// <summary>Whether the entries stand with the newest first, as on a status page.</summary>
    public static bool IsNewestFirst(IReadOnlyList<TimelineEntry> entries) =>
        entries.Count > 1 && entries[0].At is { } first && entries[^1].At is { } last && last.MinutesTo(first) > 0
        && entries.Zip(entries.Skip(1)).All(static pair => pair is { First.At: { } newer, Second.At: { } older } && older.MinutesTo(newer) is null or >= 0);

    /// <summary>The entry that says that the impact begins, else the first that is no mere preparation of it.</summary>
    private static TimelineEntry FirstSign(List<TimelineEntry> entries)
    {
        if (entries.Find(static e => Begins().IsMatch(e.Text)) is { } beginning)
            return beginning;
        var before = entries.TakeWhile(static e => Preparation().IsMatch(e.Text) && !Symptom().IsMatch(e.Text)).Count();
        return before < entries.Count ? entries[before] : entries[0];
    }

    /// <summary>The entries; among times of day, those with a date only don't count.</summary>
    private static List<TimelineEntry> Timed(List<TimelineEntry> entries) =>
        entries.FindAll(static e => e.At!.Value.Time is not null) is var timed && timed.Count * 2 > entries.Count ? timed : entries;

    /// <summary>The last entry that tells of restoration; what comes after a pause of twelve hours once there was one is follow-up.</summary>
    private static TimelineEntry? Restored(List<TimelineEntry> entries)
    {
        if (entries.FindLast(static e => Ends().IsMatch(e.Text)) is { } end && !ReferenceEquals(end, entries[0]))
            return end;
        entries = BeforePause(entries);
        if (entries.FindLast(TellsOfRestoration) is { } restored && !ReferenceEquals(restored, entries[0]))
            return restored;
        return entries.Count > 1 ? entries.FindLast(static e => Sentences.Of(e.Text).FirstOrDefault("") is var told && !IsAfterwards(told) && !Aftermath().IsMatch(told)) ?? entries[^1] : null;
    }

    private static List<TimelineEntry> BeforePause(List<TimelineEntry> entries)
    {
        var over = false;
        var last = Enumerable.Range(1, entries.Count - 1).LastOrDefault(i => IsPause(entries, i));
        for (var i = 1; i <= last; i++)
        {
            over = TellsOfRestoration(entries[i - 1]) || (over && !Ongoing().IsMatch(entries[i - 1].Text));
            if (over && IsPause(entries, i))
                return entries[..i];
        }

        return entries;
    }

    private static bool IsPause(List<TimelineEntry> entries, int next) => entries[next - 1].At!.Value.MinutesTo(entries[next].At!.Value) > LongestPause;

    private static bool IsAfterwards(string text) => Review().IsMatch(text);

    [GeneratedRegex(@"\A\W*re-?opened\b|\b(?:(?:incident|issue|ticket|case|outage|alert)\b[^.]{0,200}\bre-?opened|re-?opened (?:the |this )?(?:incident|issue|ticket|case|outage)|failures are back|recurred|came back|outage (?:again|returned)|down again|failing again)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reopening();

    /// <summary>The states of a status page in which nothing is restored yet.</summary>
    [GeneratedRegex(@"\A(?:investigating|identified)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InSearch();

    private const string Mark = @"(?:\A|[(\[.:;–—-]\s?)(?:the )?(?:outage|impact|downtime|disruption|degradation|interruption) (?:is |was |has |officially )?";

    /// <summary>The words that a template has for the entry: <c>OUTAGE BEGINS</c>, <c>(outage starts)</c>.</summary>
    [GeneratedRegex(Mark + @"(?:begins?|began|begun|starts?|started)\b|[<(\[*]\s?(?:start|beginning) of (?:the )?(?:outage|impact|incident)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    /// <summary>The same for its end, and a monitor's <c>Recovery for: …</c>.</summary>
    [GeneratedRegex(Mark + @"(?:ends?|ended|over|mitigated)\b|\A(?:\w+\s){0,2}recover(?:y|ed) (?:alerts? |notifications? )?for\b|[<(\[*]\s?end of (?:the )?(?:outage|impact|incident)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\A(?:\S+\s){0,8}(?:deploy\w*|release\w*|push(?:ed|es)?|merge[ds]?|upgrad\w*|updates?|updated|rollout|rolled out|migrat\w+|maintenance|reconfiguration|launched|kick(?:ed|s) off|renamed|modified|changed|added|enabled|reduced|installed|switched|uploaded|approved|funds?|funded|created|applied|set up|introduced|flipped|turned on|turn(?:s|ed)? (?:\w+ )?(?:off|back)|rotated|tested|tests|testing|bumped|commit(?:s|ted)?|pull request|scheduled|made \S+ available|new version)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preparation();

    [GeneratedRegex(@"\b(?:outage|error\w*|fail\w*|down|alert\w*|complain\w*|unavailable|crash\w*|slow\w*|timeouts?|unreachable|drops?|issues?|incident|spike|problems?|stop(?:s|ped|ping)?|unable|cannot|can't|can’t|could ?n[o']t|couldn’t|could not|unrespons\w*|inaccessib\w*|degrad\w*|[45]\d\d|expire[sd]?|broken?|faulty|not\s(?:\w+\s)?as expected)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Symptom();

    [GeneratedRegex(@"\b(?:restor\w*|resolved(?: (?:by|at|after|and|with|when|the|successfully|completely|fully))?\b|resolves?\b|resolution|(?:can|able to)\b[^.]{0,200}\b(?:again|successfully|now|normally)|recover(?:ed|y complete|s)|back (?:online|up|to normal|in service|(?:to|in) (?:\w+ )?order)|fully (?:operational|functional|back|online)|functional|(?:services?|systems?|site|everything) (?:\w+ ){0,2}operational|operational again|(?:okay|ok|fine|well|smooth|fast|healthy|available|reachable|usable|complete|created|produced|processed|delivered|served|accepted|answered|printed|sold) again|running smoothly|normal(?:ly)?|stable|stability|stabili[sz]ed|works? again|working again|is (?:now )?working|up and running|(?:back|is|are|was|were|now|again|came|comes|coming|brought|fully|all) (?:back )?online|online again|fixed|200 (?:ok|status|responses?)|(?:status|code|return(?:s|ed|ing)?|http) (?:code )?200|all[ -]clear|all good|re-?enabled|as usual|usual (?:rate|speed|level|pace)|end of the incident|(?:incident|impact|outage) (?:closed|ends?|over)|clos(?:es|ed|ing) (?:the )?(?:impact|incident|outage)|no (?:new|more|further) (?:calls|complaints|errors|tickets|alerts|reports|failures|drops)|services? (?:is|are|was|were) back|loaded properly|resum(?:ed|es)|(?:all|turn(?:s|ed)|back to|everything) (?:\w+ )?(?:green|healthy)|(?:green|healthy) again|(?:incident|issue|alert|alarm|outage|page) (?:\w+ )?cleared|cleared (?:the )?(?:incident|alert|alarm)|back (?:alive|again|into service|in operation|in production)|solved|no longer (?:fail\w*|see\w*|affect\w*|return\w*|throw\w*|show\w*|occur\w*|impact\w*)|(?:errors?|failures?|alerts?|alarms?|timeouts?|complaints?|latency|symptoms?)(?: rates?)? (?:\w+ )?(?:clear(?:s|ed)?|stop(?:s|ped)?|ceas(?:e|es|ed)|subsid(?:e|es|ed)|disappear(?:s|ed)?|gone|drop(?:s|ped)? (?:back )?to (?:zero|0))|work(?:s|ing) (?:as (?:expected|intended|designed|before)|properly|correctly|fine|well)|(?:is|are|was|were|went|goes|back|now|again|patch|fix|hotfix) live|(?:fix|patch|hotfix|hot fix) (?:(?:was|is|has been|got) )?(?:successfully )?(?:(?:deployed|released|shipped|rolled out) (?:to|on|in|into) (?:all|every|prod\w*|live)|verified|confirmed))\b|\b(?:recovery\s?(?::|\z)|online\W*\z)|\b(?:came|comes|coming|is|are|was|were|all|site|fully) (?:back )?up(?: again)?\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restoration();

    [GeneratedRegex(@"\b(?:post-?\s?mortem|post-incident|retrospective|review (?:initiated|began|begins|held|meeting|completed)|lessons|root cause analysis (?:began|begins|started|completed)|follow-up|code review|debrief|report published|(?:is|are|was|were) (?:notified|informed) of|(?:despite|although|even though)\b.{0,60}\b(?:recovered|restored|resolved|fixed)|(?:attempt|try|tries|tried|trying|plan|decide|start|began|begin|begun|working|works?|how|options?|necessary|needed|required|steps|unable)\w* to (?:resolve|restore|fix|recover)|(?:restore|restoring|restoration|recovery)(?: [\w'’-]+){0,6} (?:begins?|began|begun|starts?|started|initiated|in progress|under\s?way|ongoing)|still|(?:does|did|do|has|have|had|was|were|is|are)(?:n't|n’t| not)(?: yet| fully| (?:appear|seem) to(?: have| be)?)? (?:resolved?|restored?|fix(?:ed)?|solved?|work(?:ing)?|back|recover(?:ed)?|healthy|up)|not (?:yet )?(?:resolved|restored|fixed|solved|working|back|stable|up))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Review();

    [GeneratedRegex(@"\b(?:fail\w*|crash\w*|continu\w+|persist\w*|recurr\w*|still|same (?:error|issue|problem|symptoms?|thing)|(?:down|broken|slow|unavailable|unreachable) again)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ongoing();

    /// <summary>What is done once service is back.</summary>
    [GeneratedRegex(@"\b(?:incident report|(?:report|post|blog|statement|apology|announcement)\b.{0,20}\b(?:written|published|sent|shared|posted|drafted)|documented|documentation|apologi[sz]\w+|(?:to|and) prevent|prevent(?:ive|ative|ion)|recurrence|future|improvements?|lessons|monitoring (?:was|is|were)? ?(?:set|added|put|improved|enhanced|implemented|configured)|review(?:ed|s|ing)?|meeting|discuss\w*|scheduled|planned|planning|follow(?:ed|s|ing)? up)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aftermath();
}
