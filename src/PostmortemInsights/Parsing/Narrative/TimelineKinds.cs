using PostmortemInsights.Incidents;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Tells what each timeline entry is about: detection, investigation, escalation, identification, mitigation, resolution.</summary>
internal static class TimelineKinds
{
    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/timeline-kinds.txt");

    private static readonly TimelineKind[] Precedence =
    [
        TimelineKind.Escalation,
        TimelineKind.Identification,
        TimelineKind.Resolution,
        TimelineKind.Mitigation,
    ];

    /// <summary>
    /// What the entry tells, from its words alone: an escalation, an identified cause, a restored service or a fix before all; else
    /// what it names first. Wrong turns need the whole story: see <see cref="Investigation.Mark"/>.
    /// </summary>
    public static TimelineKind Of(string text)
    {
        var told = List.In(Words.Of(text)).ConvertAll(static w => Enum.Parse<TimelineKind>(w.Kind));
        foreach (var kind in Precedence)
        {
            if (told.Contains(kind))
                return kind;
        }

        return told.FirstOrDefault();
    }
}
