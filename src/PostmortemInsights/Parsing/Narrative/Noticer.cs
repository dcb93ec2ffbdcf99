using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Who or what a sentence says to have noticed, by the wordings of <c>detection.txt</c>.</summary>
/// <param name="Kind">One of the kinds below.</param>
/// <param name="First">Index of the first word that says so.</param>
/// <param name="End">Index after the last one.</param>
internal readonly record struct Noticer(string Kind, int First, int End)
{
    /// <summary>A machine.</summary>
    public const string Monitoring = "Monitoring";

    /// <summary>Those whom the service is for.</summary>
    public const string Customer = "Customer";

    /// <summary>Those who work there and use it themselves.</summary>
    public const string Employee = "Employee";

    /// <summary>Those who run it.</summary>
    public const string Staff = "Staff";

    /// <summary>Somebody who called or wrote: whoever the service is for.</summary>
    public const string Told = "Told";

    /// <summary>Those who write: weaker than all others, for they tell everything.</summary>
    public const string Self = "Self";

    /// <summary>Somebody who saw it.</summary>
    public const string Saw = "Saw";

    /// <summary>Stands before a kind whose words count only where the text says that it tells who noticed.</summary>
    public const string InField = "Field ";

    /// <summary>Stands before a kind whose words count only in the first entries of a timeline.</summary>
    public const string InEntry = "Entry ";

    /// <summary>Whether it is neither those who run it nor anybody who may be one of them.</summary>
    public bool IsOther => Kind is Monitoring or Customer or Employee;

    /// <summary>
    /// The machine or the customer, whichever is named first; staff if neither is; else somebody who called or wrote, those who write, or
    /// somebody who saw it.
    /// </summary>
    /// <param name="said">The wordings of the sentence.</param>
    /// <param name="place">What the kinds begin with whose words count here besides those that count anywhere; null if none do.</param>
    public static Noticer? In(List<Wording> said, string? place) =>
        Named(said, "") ?? (place is null ? null : Named(said, place) ?? Of(said, place, Told))
        ?? Of(said, "", Told) ?? (place is null ? Of(said, "", Saw) : Of(said, place, Self));

    /// <summary>How it was noticed.</summary>
    /// <param name="inHouse">Whether the service is for those who work there.</param>
    public DetectionMethod Method(bool inHouse) => Kind switch
    {
        Monitoring => DetectionMethod.Monitoring,
        Customer => DetectionMethod.Customer,
        Told when !inHouse => DetectionMethod.Customer,
        _ => DetectionMethod.Staff,
    };

    private static Noticer? Named(List<Wording> said, string place) => Of(said, place, Monitoring, Customer, Employee) ?? Of(said, place, Staff);

    private static Noticer? Of(List<Wording> said, string place, params ReadOnlySpan<string> kinds)
    {
        foreach (var wording in said)
        {
            if (wording.Kind.StartsWith(place, StringComparison.Ordinal) && kinds.Contains(wording.Kind[place.Length..]))
                return new Noticer(wording.Kind[place.Length..], wording.First, wording.End);
        }

        return null;
    }
}
