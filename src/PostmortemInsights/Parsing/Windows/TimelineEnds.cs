using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Timelines;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>Which entries of a timeline tell of the first sign of impact and of full restoration.</summary>
internal static partial class TimelineEnds
{
    private const double LongestPause = 12 * 60;
    private const int MostCompared = 100;
    private const int Rounded = 30;

    /// <summary>What led up to the trouble is said among so many first words.</summary>
    private const int FirstWords = 9;

    private static readonly Wordings Said = Wordings.Load("Parsing/Windows/ends.txt");

    /// <summary>What <see cref="Timeline.Ends"/> keeps.</summary>
    public static (TimelineEntry? Start, TimelineEntry? End, TimelineEntry? Reopened) Find(Timeline timeline)
    {
        var stamped = timeline.Entries.Where(static e => e.At is not null).ToList();
        if (stamped.Count == 0)
            return (null, null, null);
        if (IsNewestFirst(stamped))
            stamped.Reverse();
        var again = stamped.FindIndex(TellsOfReopening);
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
        var pairs = timed.SelectMany(start => timed.Where(end => start.At!.Value.MinutesTo(end.At!.Value) is { } apart && Math.Abs(apart - minutes) < 1 && !IsAfterwards(TextWords.Terms(end.Text))).Select(end => (Start: start, End: end))).ToList();
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
    public static bool TellsOfFailure(TimelineEntry entry) => TextWords.Terms(entry.Text) is var words && Says(words, "Failing") && !Prepares(words);

    /// <summary>Whether a sentence of an entry says that service is back, and not that it is still to be.</summary>
    public static bool TellsOfRestoration(TimelineEntry entry) => Restorations(entry).Any();

    /// <summary>Whether one does so of which it is not only said that others were told.</summary>
    private static bool SeesRestoration(TimelineEntry entry) => Restorations(entry).Any(static sentence => !Says(sentence, "Told to others"));

    private static IEnumerable<TextWords> Restorations(TimelineEntry entry) => InSearch().IsMatch(entry.Text)
        ? []
        : Sentences.Of(entry.Text).Select(TextWords.Terms).Where(static sentence => SaysRestored(sentence) && !IsAfterwards(sentence));

    /// <summary>Whether the entries stand with the newest first, as on a status page.</summary>
    public static bool IsNewestFirst(IReadOnlyList<TimelineEntry> entries) =>
        entries.Count > 1 && entries[0].At is { } first && entries[^1].At is { } last && last.MinutesTo(first) > 0
        && entries.Zip(entries.Skip(1)).All(static pair => pair is { First.At: { } newer, Second.At: { } older } && older.MinutesTo(newer) is null or >= 0);

    /// <summary>The entry that says that the impact begins, else the first that is no mere preparation of it.</summary>
    private static TimelineEntry FirstSign(List<TimelineEntry> entries)
    {
        if (entries.Find(static e => Begins().IsMatch(e.Text)) is { } beginning)
            return beginning;
        var before = entries.TakeWhile(static e => TextWords.Terms(e.Text) is var words && Prepares(words) && !Says(words, "Failing")).Count();
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
        if ((entries.FindLast(SeesRestoration) ?? entries.FindLast(TellsOfRestoration)) is { } restored && !ReferenceEquals(restored, entries[0]))
            return restored;
        return entries.Count > 1 ? entries.FindLast(static e => TextWords.Terms(Sentences.Of(e.Text).FirstOrDefault("")) is var told && !IsAfterwards(told) && !Says(told, "Aftermath")) ?? entries[^1] : null;
    }

    private static List<TimelineEntry> BeforePause(List<TimelineEntry> entries)
    {
        var over = false;
        var last = Enumerable.Range(1, entries.Count - 1).LastOrDefault(i => IsPause(entries, i));
        for (var i = 1; i <= last; i++)
        {
            over = TellsOfRestoration(entries[i - 1]) || (over && !Says(TextWords.Terms(entries[i - 1].Text), "Ongoing"));
            if (over && IsPause(entries, i))
                return entries[..i];
        }

        return entries;
    }

    private static bool IsPause(List<TimelineEntry> entries, int next) => entries[next - 1].At!.Value.MinutesTo(entries[next].At!.Value) > LongestPause;

    private static bool IsAfterwards(TextWords words) => Says(words, "Not the end");

    private static bool Says(TextWords words, string kind) => Said.In(words).Exists(said => said.Kind == kind);

    private static bool SaysRestored(TextWords words) => Said.In(words).Exists(said => said.Kind == "Restored" || (said.Kind == "Restored at last" && EndsClause(words, said)));

    private static bool EndsClause(TextWords words, Wording said) => said.End == words.Count || !words.GoOn(said.End, said.End);

    private static bool Prepares(TextWords words) => Said.In(words).Exists(static said => said is { Kind: "Preparing", First: < FirstWords });

    private static bool TellsOfReopening(TimelineEntry entry) =>
        Said.In(TextWords.Terms(entry.Text)).Exists(static said => said is { Kind: "Reopened" } or { Kind: "Reopened at once", First: 0 });

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
}
