using System.Collections.Immutable;
using System.CommandLine;
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

    private static readonly Option<string?> MinDuration = Duration("--min-duration", "Only incidents that lasted at least so long: 90, 30m, 2h, 1d.");
    private static readonly Option<string?> MaxDuration = Duration("--max-duration", "Only incidents that lasted at most so long.");
    private static readonly Option<string?> From = Day("--from", "Only incidents that began on or after this day, month, quarter or year.");
    private static readonly Option<string?> To = Day("--to", "Only incidents that began before the end of this day, month, quarter or year.");

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
        From = parsed.GetValue(From) is { } from ? DateText.Period(from)?.First : null,
        To = parsed.GetValue(To) is { } to ? DateText.Period(to)?.Last : null,
        MinDurationMinutes = Minutes(parsed, MinDuration),
        MaxDurationMinutes = Minutes(parsed, MaxDuration),
    };

    private static double? Minutes(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } given ? DurationText.Minutes(given) : null;

    private static ImmutableArray<string> Given(ParseResult parsed, Option<string[]> option) => [.. parsed.GetValue(option) ?? []];

    private static Option<string[]> Category(string name, string description) => new(name) { Description = description, HelpName = "CATEGORY" };

    private static Option<string?> Duration(string name, string description) => Readable(
        new(name) { Description = description, HelpName = "TIME" },
        static text => DurationText.Minutes(text) is not null,
        "a duration like 90, 30m, 2h or 1d");

    private static Option<string?> Day(string name, string description) => Readable(
        new(name) { Description = description, HelpName = "DATE" },
        static text => DateText.Period(text) is not null,
        "a date like 2024-04-15, 2024-04, 2024-Q2 or 2024");

    private static Option<string?> Readable(Option<string?> option, Predicate<string> canBeRead, string wanted)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given, ..] && !canBeRead(given.Value))
                result.AddError($"{option.Name} takes {wanted}, not '{given.Value}'.");
        });
        return option;
    }
}
