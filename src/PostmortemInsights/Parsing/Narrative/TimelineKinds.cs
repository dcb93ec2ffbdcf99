using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Tells what each timeline entry is about: detection, investigation, wrong turn, escalation, identification, mitigation, resolution.</summary>
internal static class TimelineKinds
{
    /// <summary>What the entry tells, from its words alone.</summary>
    public static TimelineKind Of(string text) => TimelineKind.Other;
}
