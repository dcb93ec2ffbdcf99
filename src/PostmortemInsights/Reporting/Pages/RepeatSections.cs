using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>What keeps coming back: causes and action items.</summary>
internal static class RepeatSections
{
    private const int ShownItems = 3;
    private const int ShownGaps = 6;

    public static IEnumerable<Section> Of(Repeats repeats) => [Causes(repeats), Actions(repeats)];

    private static Section Causes(Repeats repeats)
    {
        var known = $"{Figures.Of(new(repeats.WithCause, repeats.Incidents), "incident")}{Scope(repeats.Period)} state a root cause that is known.";
        if (repeats.Causes.Length == 0)
            return new Section("Root causes that came back", new Paragraph($"{known} {(repeats.Period.IsUnlimited ? "No two of them say the same." : "None of those in the period was stated before.")}"));
        var within = Figures.Count(repeats.Causes.Sum(static c => c.Incidents.Length));
        return new Section(
            "Root causes that came back",
            new Paragraph($"{known} {Figures.Count(repeats.Causes.Length, "cause")}{InPeriod(repeats.Period)} came back at least once; {within} of these incidents had one of them."),
            new Table(
                $"Causes that more than one of {Figures.Count(repeats.WithCause, "incident")} states",
                ["what is common", Column.Figure("incidents"), "first and last", Column.Figure("total duration"), "promised, and back", Column.Below("where")],
                [.. repeats.Causes.Select(Cause)]));
    }

    /// <summary>A review of a period looks back for what its incidents have in common with earlier ones.</summary>
    private static string Scope(ReviewPeriod period) => period.To is { } last ? $" until {Figures.Day(last)}" : "";

    private static string InPeriod(ReviewPeriod period) => period.IsUnlimited ? "" : $" seen in this period ({period.Name})";

    private static Row Cause(RepeatedCause c) => new(
        CauseSentence.Of(c), Figures.Count(c.Incidents.Length), (Span(c.First, c.Last), Gaps(c.DaysBetween)),
        c.DurationKnown > 0 ? (Figures.Minutes(c.TotalMinutes), $"n={Figures.Count(c.DurationKnown)}") : Figures.None,
        Promise(c.Promises), c.Incidents);

    private static string Span(LocalDate? first, LocalDate? last) =>
        first is null ? "no date" : first == last ? Figures.Day(first) : $"{Figures.Day(first)} to {Figures.Day(last)}";

    private static string Gaps(ImmutableArray<int> days)
    {
        if (days.Length == 0)
            return "";
        var more = days.Length > ShownGaps ? " …" : "";
        return $"{string.Join(", ", days.Take(ShownGaps).Select(Figures.Plain))}{more} {(days is [1] ? "day" : "days")} between";
    }

    private static Cell Promise(ImmutableArray<BrokenPromise> promises)
    {
        if (promises.Length == 0)
            return "no earlier action was aimed at it";
        return string.Join("; ", promises.GroupBy(static p => (p.Promised, p.CameBack)).Select(static same => Between([.. same])));
    }

    private static string Between(ImmutableArray<BrokenPromise> same)
    {
        var more = same.Length > 1 ? $" and {Figures.Count(same.Length - 1)} more" : "";
        return $"promised {same[0].Promised}, came back {same[0].CameBack}: “{same[0].Action.Text}”{more}";
    }

    private static Section Actions(Repeats repeats)
    {
        var known = $"{Figures.Of(new(repeats.WithActions, repeats.Incidents), "incident")}{Scope(repeats.Period)} name action items.";
        if (repeats.Actions.Length == 0)
            return new Section("Action items that came back", new Paragraph($"{known} {(repeats.Period.IsUnlimited ? "None was asked for by more than one." : "None of those in the period was asked for before.")}"));
        return new Section(
            "Action items that came back",
            new Paragraph($"{known} {Figures.Count(repeats.Actions.Length, "thing")} to do {(repeats.Actions.Length == 1 ? "was" : "were")} asked for by more than one{InPeriod(repeats.Period)}."),
            new Table(
                $"Things to do that more than one of {Figures.Count(repeats.WithActions, "incident")} asked for, in whatever words",
                ["to do", Column.Figure("incidents"), "first and last", "without owner or date", "in their words", Column.Below("where")],
                [.. repeats.Actions.Select(Action)]));
    }

    private static Row Action(RecurringAction a) => new(
        (a.What, $"to {Purpose(a.Kind)}"), Figures.Count(a.Incidents), Span(a.First, a.Last),
        ($"{Figures.Count(a.WithoutOwner)} of {Figures.Count(a.Items.Length)} without owner", $"{Figures.Count(a.WithoutDue)} without date"),
        string.Join("; ", a.Items.Take(ShownItems).Select(static i => $"“{i.Text}”")),
        a.Items.Select(static i => i.Incident).ToImmutableArray());

    private static string Purpose(ActionKind kind) => kind switch
    {
        ActionKind.Process => "change how people work",
        ActionKind.Training => "train",
        ActionKind.Documentation => "write down",
        _ => IncidentJson.Name(kind),
    };
}
