namespace PostmortemInsights.Parsing;

/// <summary>The codes that warnings carry. Codes about time begin with <c>time-</c>.</summary>
public static class WarningCodes
{
    /// <summary>The document reports no incident; the message says what it is instead.</summary>
    public const string NotAPostmortem = "not-a-postmortem";

    /// <summary>Day and month could be swapped; day first was assumed, or month first where the text points to it.</summary>
    public const string AmbiguousDate = "time-ambiguous-date";

    /// <summary>No zone is named; times stay without an offset.</summary>
    public const string NoZone = "time-no-zone";

    /// <summary>The year is never given; clock times only are kept.</summary>
    public const string NoYear = "time-no-year";

    /// <summary>No time, or no date, was found for the start or the end.</summary>
    public const string Unknown = "time-unknown";

    /// <summary>The start or end was inferred from the timeline, or from a start and a stated duration.</summary>
    public const string Inferred = "time-inferred";

    /// <summary>A weekday does not fit its date.</summary>
    public const string WeekdayMismatch = "time-weekday-mismatch";

    /// <summary>The stated duration and the times differ.</summary>
    public const string DurationMismatch = "time-duration-mismatch";

    /// <summary>The stated window and the timeline differ.</summary>
    public const string TimelineMismatch = "time-timeline-mismatch";

    /// <summary>The end lies before the start.</summary>
    public const string EndBeforeStart = "time-end-before-start";

    /// <summary>The timeline runs backwards.</summary>
    public const string TimelineBackwards = "time-timeline-backwards";

    /// <summary>Different zones are named.</summary>
    public const string MixedZones = "time-mixed-zones";

    /// <summary>A zone's name has several meanings.</summary>
    public const string AmbiguousZone = "time-ambiguous-zone";

    /// <summary>A clock time that there is not, such as 13:20pm; the 24-hour reading was taken.</summary>
    public const string OddClock = "time-odd-clock";

    /// <summary>Two different shares of users are given; the first was taken.</summary>
    public const string ShareMismatch = "share-mismatch";

    /// <summary>The file seems to hold more than one incident; single-valued fields describe the first.</summary>
    public const string SeveralIncidents = "several-incidents";

    /// <summary>No root cause is stated.</summary>
    public const string NoCause = "no-root-cause";

    /// <summary>Nothing was found that says how it was noticed.</summary>
    public const string NoDetection = "no-detection";
}
