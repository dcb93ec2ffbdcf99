using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>What keeps coming back as a page of its own.</summary>
internal static class RepeatsPage
{
    public static Page Of(Repeats repeats) => new("What keeps coming back", [], [.. RepeatSections.Of(repeats)]);
}
