using System.Collections.Immutable;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>The five sentences that a manager can read out.</summary>
internal static class Headlines
{
    public static ImmutableArray<string> Of(ReliabilityReview review) => review.Coverage.Incidents == 0
        ? [Nothing(review)]
        : [Read(review), Lasted(review), Caused(review), Misled(review), Returned(review)];

    private static string Nothing(ReliabilityReview review) => review.Coverage switch
    {
        { Documents: 0 } => "There were no documents to read, so there is nothing to report.",
        { Undated: > 0, OtherDates: 0 } c => $"No incident can be placed in {review.Period.Name}: "
            + $"{Figures.Count(c.Undated, "postmortem")} of {Figures.Count(c.Documents, "document")} give no date.",
        var c => $"None of the {Figures.Count(c.Documents, "document")} reports an incident in this period ({review.Period.Name}).",
    };

    private static string Read(ReliabilityReview review)
    {
        var c = review.Coverage;
        var d = review.Durations.Single(static d => d.Phase == Phase.Resolve.Name);
        var period = review.Period switch
        {
            { IsUnlimited: true } => "",
            { Quarter: null, From: not null, To: not null } p => $" from {p.Name}",
            { Quarter: null } p => $" {p.Name}",
            var p => $" in {p.Name}",
        };
        var contradictory = d.Contradictory > 0 ? $"; the times of {Figures.Count(d.Contradictory)} contradict each other" : "";
        return $"{Figures.Count(c.Documents, "document")} {(c.Documents == 1 ? "was read and reports" : "were read and report")} "
            + $"{Figures.Count(c.Incidents, "incident")}{period}, and {Figures.Count(d.Known)} of {Figures.Count(c.Incidents)} "
            + $"{(d.Known == 1 ? "tells how long it" : "tell how long they")} lasted{contradictory}.";
    }

    private static string Lasted(ReliabilityReview review)
    {
        var d = review.Durations.Single(static d => d.Phase == Phase.Resolve.Name);
        if (d.Median is not { } median)
            return "None of them tells how long it lasted, so nothing can be said about durations.";
        var interval = median.Low is null ? "too few for an interval" : $"95% interval {Figures.Interval(median)}";
        var half = d.Known == 1
            ? $"The one incident with a known duration lasted {Figures.Minutes(median.Value)}"
            : $"Half of these {Figures.Count(d.Known)} were over within {Figures.Minutes(median.Value)} ({interval})";
        return $"{half}{Change(review.Trend.Latest)}.";
    }

    private static string Change(QuarterComparison? latest)
    {
        if (latest?.Phases.Single(static p => p.Phase == Phase.Resolve.Name) is not { } change)
            return "";
        var sizes = $"n={Figures.Count(change.Known)} against {Figures.Count(change.KnownBefore)}";
        if (change.Ratio is not { } ratio)
            return latest.IncidentsBefore > 0 ? $"; {latest.Quarter} and {latest.Before} cannot be compared ({sizes})" : "";
        return change.IsDistinguishable
            ? $"; in {latest.Quarter} they took {Figures.Factor(ratio)} times as long as in {latest.Before} ({sizes}, p {Figures.PValue(change.PValue)})"
            : $"; {latest.Quarter} and {latest.Before} are not distinguishable ({sizes})";
    }

    private static string Caused(ReliabilityReview review)
    {
        var known = review.Categories.Causes.Where(static c => Categories.IsKnown(c.Category)).ToList();
        var unknown = review.Coverage.Incidents - known.Sum(static c => c.Incidents.Count);
        if (known.Count == 0)
            return $"None of the {Figures.Count(review.Coverage.Incidents, "incident")} has a known cause.";
        var rest = unknown > 0 ? $"; for {Figures.Count(unknown)} the cause is not known" : "";
        return $"{MostFrequent(known)}{rest}.";
    }

    private static string MostFrequent(List<CategoryCount> known)
    {
        var (first, count) = (Figures.Words(known[0].Category), Figures.Of(known[0].Incidents));
        if (known.Count == 1)
            return $"The cause was {first} in {count}";
        var second = Figures.Words(known[1].Category);
        return known.Count(c => c.Incidents.Count == known[0].Incidents.Count) switch
        {
            1 => $"The most frequent cause is {first}, with {count}, then {second}, with {Figures.Count(known[1].Incidents.Count)}",
            2 => $"The most frequent causes are {first} and {second}, each with {count}",
            var alike => $"No cause stands out: {Figures.Count(alike)} causes have {count} each",
        };
    }

    private static string Misled(ReliabilityReview review)
    {
        var l = review.Ledger;
        if (l.Paths == 0)
            return $"None of the {Figures.Count(review.Coverage.Incidents, "incident")} tells of a wrong path in the investigation.";
        var blamed = l.Rows.FirstOrDefault(static r => Categories.IsKnown(r.Blamed));
        var most = blamed is null ? "" : $", most often {Figures.Words(blamed.Blamed)} ({Figures.Count(blamed.Paths)} of {Figures.Count(l.Paths, "wrong path")})";
        return $"In {Figures.Of(l.Incidents, "incident")} something else was blamed first{most}; {Cost(l)}.";
    }

    private static string Cost(MisleadingLedger l) => l.Timed == 0
        ? "the documents do not tell how long that took"
        : $"the clock tells of {Figures.Count(l.Timed)} of {Figures.Count(l.Paths)} that {(l.Timed == 1 ? "it" : "they")} took {Figures.Minutes(l.TotalMinutes)}{(l.Timed == 1 ? "" : " in all")}";

    private static string Returned(ReliabilityReview review)
    {
        var (actions, repeats) = (review.Actions, review.Repeats);
        var promised = actions.Items == 0
            ? "No action was promised"
            : $"{Figures.Count(actions.Items, "action")} {(actions.Items == 1 ? "was" : "were")} promised, {Figures.Of(actions.WithoutOwner)} without an owner";
        return $"{promised}; {CameBack(repeats)}.";
    }

    private static string CameBack(Repeats repeats)
    {
        var causes = repeats.Causes.Length;
        if (causes == 0)
            return "no root cause came back";
        var aimed = repeats.Causes.Count(static c => c.Promises.Length > 0);
        return $"{Figures.Count(causes, "root cause")} came back, {Figures.Count(aimed)} of {Figures.Count(causes)} in spite of a promised action";
    }
}
