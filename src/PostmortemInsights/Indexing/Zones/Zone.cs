namespace PostmortemInsights.Indexing.Zones;

/// <summary>A part of a postmortem that counts by a weight of its own in the ranking.</summary>
public enum Zone
{
    /// <summary>Text that no rule knows.</summary>
    Other,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The summary.</summary>
    Summary,

    /// <summary>Who was affected, how, how much.</summary>
    Impact,

    /// <summary>How it was noticed.</summary>
    Detection,

    /// <summary>The timeline up to the point where the cause was found or repair began: what people saw.</summary>
    Early,

    /// <summary>The rest of the timeline.</summary>
    Late,

    /// <summary>Wrong turns of the investigation.</summary>
    Misleading,

    /// <summary>Why it broke.</summary>
    Cause,

    /// <summary>How it was fixed, and to whom it was raised.</summary>
    Fix,

    /// <summary>What is to be done so that it does not happen again.</summary>
    Action,

    /// <summary>What went well, what went wrong, where they got lucky.</summary>
    Lesson,

    /// <summary>Code, logs, error messages.</summary>
    Code,

    /// <summary>Front matter: company, product, services, tags.</summary>
    Metadata,
}
