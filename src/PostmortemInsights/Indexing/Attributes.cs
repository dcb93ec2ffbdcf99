using System.Globalization;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Indexing;

/// <summary>Fields of a record with a closed set of values, indexed as terms <c>=field:value</c> so that filters and facets need no record.</summary>
public static class Attributes
{
    internal const char Mark = '=';

    /// <summary>The attribute terms of a record, each once.</summary>
    public static IEnumerable<string> Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return All(incident).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The term for a value of a field.</summary>
    public static string Term(string field, string value) => $"{Mark}{field}:{value}";

    /// <summary>The attribute terms of a collection that a phrase in a field means: <c>cause:defect</c> means software-defect, by one of its parts.</summary>
    internal static IEnumerable<string> Meant(Phrase phrase, ITermStatistics statistics)
    {
        var wanted = phrase.Text.ToLowerInvariant().Replace(' ', '-');
        var stem = EnglishStemmer.Stem(phrase.Text.ToLowerInvariant());
        return from name in phrase.Field?.Attributes ?? []
               let prefix = Term(name, "")
               from term in statistics.StartingWith(prefix)
               let given = term.Term[prefix.Length..].ToLowerInvariant()
               where given == wanted || given == stem || given.Split('-').Contains(wanted, StringComparer.Ordinal)
               select term.Term;
    }

    private static IEnumerable<string> All(Incident incident)
    {
        foreach (var label in incident.Causes)
            yield return Term("cause", label.Category);
        foreach (var label in incident.Components)
            yield return Term("component", label.Category);
        if (incident.Trigger is { } trigger)
            yield return Term("trigger", trigger.Category);
        if (incident.DetectionMethod is { } method)
            yield return Term("detected", IncidentJson.Name(method));
        if (incident.Start?.Date is { } day)
            yield return Term("quarter", string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-Q{(day.Month + 2) / 3}"));
        foreach (var (key, values) in incident.Metadata.Fields)
        {
            foreach (var term in values.SelectMany(TermsOf))
                yield return Term(key, term);
        }
    }

    // The value as a whole and each of its words.
    private static IEnumerable<string> TermsOf(string value) => Analyzer.Document(value, 0, value.Length)
        .Where(token => token.Kind is TokenKind.Word or TokenKind.Identifier).Select(token => token.Term)
        .Prepend(value.ToLowerInvariant().Replace(' ', '-'));
}
