using System.Collections.Immutable;
using System.Globalization;

namespace PostmortemInsights.Classifying;

/// <summary>
/// How often each category of a facet is a label. The shipped corpus holds each category often enough to be learned, but of real reports a third
/// are about configuration and few about networks. So a text counts as much more as its labels are more frequent there (Elkan, The Foundations of
/// Cost-Sensitive Learning, IJCAI 2001, section 2), within bounds: a team's own reports may well differ from most.
/// </summary>
internal sealed class LabelRates
{
    private const string ListName = "Classifying/rates.txt";
    private const double MostTimes = 2;

    // Half a text for each category, so that one without texts has a rate.
    private const double Prior = 0.5;

    private readonly ImmutableDictionary<string, double> percent;

    private LabelRates(IEnumerable<string> lines) =>
        percent = lines.Select(static l => l.Split(' ')).ToImmutableDictionary(static l => l[0], static l => double.Parse(l[1], CultureInfo.InvariantCulture));

    /// <summary>The rates in real reports.</summary>
    public static LabelRates AtLarge(Facet facet) => new(EmbeddedText.Sections(ListName)[facet.ToString().ToLowerInvariant()]);

    /// <summary>How much each of the texts with these labels counts.</summary>
    public ImmutableArray<double> Weights(ImmutableArray<Category> categories, ImmutableArray<ImmutableArray<string>> labels)
    {
        var counts = categories.ToDictionary(static c => c.Id, _ => Prior, StringComparer.Ordinal);
        foreach (var of in labels)
        {
            foreach (var label in of)
                counts[label] = counts.GetValueOrDefault(label, Prior) + (1.0 / of.Length);
        }

        var all = counts.Values.Sum();
        var times = categories.ToDictionary(static c => c.Id, c => Times(c, counts[c.Id] / all), StringComparer.Ordinal);
        return [.. labels.Select(of => of.IsEmpty ? 1 : of.Average(label => times.GetValueOrDefault(label, 1)))];
    }

    // A category that a team has added is as frequent as its texts say.
    private double Times(Category category, double rate) =>
        percent.TryGetValue(category.FormerId ?? category.Id, out var atLarge) ? Math.Clamp(atLarge / 100 / rate, 1 / MostTimes, MostTimes) : 1;
}
