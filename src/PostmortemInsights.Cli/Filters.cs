using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Cli;

/// <summary>The filters that every command over many incidents takes.</summary>
internal static class Filters
{
    private static readonly Option<string[]> Cause = Category("--cause", "Only incidents with this cause; several: any of them.");
    private static readonly Option<string[]> Component = Category("--component", "Only incidents in this component; several: any of them.");
    private static readonly Option<string[]> Trigger = Category("--trigger", "Only incidents set off by this; several: any of them.");

    private static readonly Option<string[]> DetectedBy = new Option<string[]>("--detected-by")
    {
        Description = "Only incidents that were noticed by these.",
    }.AcceptOnlyFromAmong(StringComparer.Ordinal, "monitoring", "customer", "staff");

    private static readonly Option<double?> MinDuration = Duration("--min-duration", "Only incidents that lasted at least so long: 90, 30m, 2h, 1d.");
    private static readonly Option<double?> MaxDuration = Duration("--max-duration", "Only incidents that lasted at most so long.");

    /// <summary>First day.</summary>
    public static readonly Option<LocalDate?> From = Day("--from", "Only incidents that began on or after this day, month, quarter or year.", period => period.First);

    /// <summary>Last day.</summary>
    public static readonly Option<LocalDate?> To = Day("--to", "Only incidents that began before the end of this day, month, quarter or year.", period => period.Last);

    /// <summary>Adds all filters to a command.</summary>
    public static T WithFilters<T>(this T command)
        where T : Command
    {
        foreach (var option in new Option[] { Cause, Component, Trigger, From, To, MinDuration, MaxDuration, DetectedBy })
            command.Options.Add(option);
        return command;
    }

    /// <summary>The filters that were given.</summary>
    public static SearchFilters Read(ParseResult parsed) => new()
    {
        Causes = Given(parsed, Cause),
        Components = Given(parsed, Component),
        Triggers = Given(parsed, Trigger),
        DetectedBy = Given(parsed, DetectedBy),
        From = parsed.GetValue(From),
        To = parsed.GetValue(To),
        MinDurationMinutes = parsed.GetValue(MinDuration),
        MaxDurationMinutes = parsed.GetValue(MaxDuration),
    };

    private static ImmutableArray<string> Given(ParseResult parsed, Option<string[]> option) => [.. parsed.GetValue(option) ?? []];

    private static Option<string[]> Category(string name, string description) => new(name) { Description = description, HelpName = "CATEGORY" };

    private static Option<double?> Duration(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var minutes = DurationText.Minutes(result.Tokens[0].Value);
            if (minutes is null)
                result.AddError($"{name} takes a duration like 90, 30m, 2h or 1d, not '{result.Tokens[0].Value}'.");
            return minutes;
        },
    };

    private static Option<LocalDate?> Day(string name, string description, Func<(LocalDate First, LocalDate Last), LocalDate> edge) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (DateText.Period(result.Tokens[0].Value) is { } period)
                return edge(period);
            result.AddError($"{name} takes a date like 2024-04-15, 2024-04, 2024-Q2 or 2024, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };
}
