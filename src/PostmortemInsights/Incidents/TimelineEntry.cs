namespace PostmortemInsights.Incidents;

/// <summary>One entry of the timeline.</summary>
/// <param name="At">When, as far as the text tells; null when not known.</param>
/// <param name="Text">What happened, without the time stamp, markup and bullet.</param>
/// <param name="Span">Where the text stands.</param>
/// <param name="Kind">What the entry tells.</param>
/// <param name="Derived">True when read out of prose instead of a list or table.</param>
/// <param name="Vindicated">True for a hypothesis that proved right.</param>
public sealed record TimelineEntry(
    Moment? At, string Text, SourceSpan Span, TimelineKind Kind = TimelineKind.Other, bool Derived = false, bool Vindicated = false);

/// <summary>What a timeline entry tells.</summary>
public enum TimelineKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Somebody or something noticed.</summary>
    Detection,

    /// <summary>A look into the matter.</summary>
    Investigation,

    /// <summary>A wrong turn.</summary>
    Misleading,

    /// <summary>Raised to others.</summary>
    Escalation,

    /// <summary>The cause was found.</summary>
    Identification,

    /// <summary>A step towards restoring service.</summary>
    Mitigation,

    /// <summary>Service is back.</summary>
    Resolution,
}

/// <summary>A wrong hypothesis or fruitless line of investigation that the responders followed or considered.</summary>
/// <param name="Text">The passage that says so.</param>
/// <param name="At">When it was taken up, null when not said.</param>
/// <param name="Hypothesis">What was blamed: a component, a cause, or <c>traffic</c>, <c>deployment</c>, <c>attack</c>; null when not clear.</param>
/// <param name="MinutesLost">Minutes to the next pivot of the investigation; null when the clock does not tell.</param>
/// <param name="Kind">How the text marks it.</param>
/// <param name="Span">Where the passage stands.</param>
public sealed record MisleadingPath(
    string Text, Moment? At, string? Hypothesis, double? MinutesLost, MisleadingPathKind Kind, SourceSpan Span);

/// <summary>How a text marks a wrong turn.</summary>
public enum MisleadingPathKind
{
    /// <summary>The author calls it misleading, a red herring, a dead end.</summary>
    Labelled,

    /// <summary>A suspicion with its refutation, a fix that did not help, a look that found nothing.</summary>
    Implicit,
}

/// <summary>A follow-up named after the fact.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Owner">Who does it; null when not said.</param>
/// <param name="Due">By when, as written; null when not said.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ActionItem(string Text, string? Owner, string? Due, ActionKind Kind, SourceSpan Span);

/// <summary>What a follow-up is for.</summary>
public enum ActionKind
{
    /// <summary>Keeps it from happening again.</summary>
    Prevent,

    /// <summary>Notices it sooner.</summary>
    Detect,

    /// <summary>Makes it shorter or smaller.</summary>
    Mitigate,

    /// <summary>Changes how people work.</summary>
    Process,

    /// <summary>Teaches.</summary>
    Training,

    /// <summary>Writes down.</summary>
    Documentation,
}

/// <summary>A category that a classifier gave, with what decided it.</summary>
/// <param name="Category">The category's id in the taxonomy.</param>
/// <param name="Probability">Calibrated probability, 0 to 1.</param>
/// <param name="Evidence">The passages and terms that decided.</param>
public sealed record Label(string Category, double Probability, System.Collections.Immutable.ImmutableArray<Evidence> Evidence);

/// <summary>A piece of text that decided something.</summary>
/// <param name="Text">The words.</param>
/// <param name="Span">Where they stand.</param>
public sealed record Evidence(string Text, SourceSpan Span);

/// <summary>Something a reader of the record should know.</summary>
/// <param name="Code">A code from the documented list.</param>
/// <param name="Message">A sentence: what is wrong, and what was assumed.</param>
/// <param name="Line">The line in the document, from 1; null when the whole document is meant.</param>
public sealed record Warning(string Code, string Message, int? Line);
