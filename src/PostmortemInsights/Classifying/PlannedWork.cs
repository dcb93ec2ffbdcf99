using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>
/// Planned work named as the occasion where the cause is stated: <c>set during routine maintenance</c>. By the definition of the
/// trigger <c>maintenance</c> that decides, whatever was changed in the course of it.
/// </summary>
internal static partial class PlannedWork
{
    /// <summary>The trigger that it stands for.</summary>
    public const string Trigger = "maintenance";

    /// <summary>How often that is right, by Laplace's rule of succession: in all 5 of the labelled real reports that say so.</summary>
    public const double Probability = 6.0 / 7;

    /// <summary>The first such statement among the passages that state the cause; null if there is none.</summary>
    public static Evidence? Find(Incident incident)
    {
        var stated = incident.Passages.Where(static p => p.Kind == PassageKind.RootCause).Select(static p => p.Span)
            .Concat(incident.Spans["rootCause"]);
        foreach (var span in stated)
        {
            foreach (var match in Occasion().EnumerateMatches(span.Of(incident.Text)))
            {
                var place = new SourceSpan(span.Start + match.Index, span.Start + match.Index + match.Length);
                return new Evidence(place.Of(incident.Text).ToString(), place);
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:during|while|in the course of|throughout|all through|as part of|doing)\s(?:[\w'’-]+\s){0,5}?(?:maint\w+nce|upkeep|routine (?:\w+ )?(?:updates?|upgrades?|tasks?|work)|(?:planned|scheduled) (?:work|upgrade)|migrations?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Occasion();
}
