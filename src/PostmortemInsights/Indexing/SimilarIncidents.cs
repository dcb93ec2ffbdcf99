using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing;

/// <summary>An incident like another one.</summary>
/// <param name="Document">Its number in the index.</param>
/// <param name="Score">How alike, 0 to 1.</param>
/// <param name="Alike">In what, the weightiest first.</param>
public sealed record SimilarIncident(int Document, double Score, ImmutableArray<Likeness> Alike);

/// <summary>Something that two incidents have in common.</summary>
/// <param name="Aspect">What it concerns.</param>
/// <param name="Text">The words, categories or components that they share, with commas between.</param>
public sealed record Likeness(LikenessAspect Aspect, string Text);

/// <summary>What a likeness concerns.</summary>
public enum LikenessAspect
{
    /// <summary>What people saw.</summary>
    Symptoms,

    /// <summary>Why it broke.</summary>
    Cause,

    /// <summary>Where it broke.</summary>
    Component,

    /// <summary>How it was fixed.</summary>
    Fix,
}

/// <summary>Finds incidents like one given: alike in what people saw first of all, then in cause, component and fix.</summary>
public static partial class SimilarIncidents
{
    private static readonly HashSet<string> LayoutWords =
        EmbeddedText.Lines("Indexing/layout-words.txt").SelectMany(static line => line.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);


    private const double SymptomsWeight = 0.6;
    private const double CauseWeight = 0.2;
    private const double ComponentWeight = 0.1;
    private const double FixWeight = 0.1;
    private const int Candidates = 50;
    private const int WordsShown = 6;

    // Characters; what comes later adds nothing to what people saw.
    private const int LongestSymptoms = 20_000;

    // Fixes with less in common are not worth a word.
    private const double LeastFix = 0.2;

    /// <summary>The incidents most like <paramref name="incident"/>, which is left out itself.</summary>
    /// <param name="incident">The record; it need not be in the index.</param>
    /// <param name="engine">The index.</param>
    /// <param name="recordOf">Gives the record of a document by its number.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="filters">What they must have besides; null for nothing.</param>
    public static ImmutableArray<SimilarIncident> Find(
        Incident incident, ISearchEngine engine, Func<int, Incident> recordOf, int limit = 10, SearchFilters? filters = null)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(recordOf);
        var request = new SearchRequest(Query.OfWords(SymptomsOf(incident)))
        {
            Limit = Candidates + 1,
            Explain = true,
            Filters = filters ?? SearchFilters.None,
        };
        var others = engine.Search(request).Hits.Select(hit => (Hit: hit, Record: recordOf(hit.Document)))
            .Where(other => other.Record.Source != incident.Source).ToList();
        var best = others.Select(other => other.Hit.Score).DefaultIfEmpty(1).First();
        return
        [
            .. others.Select(other => Compare(incident, other.Record, other.Hit, other.Hit.Score / best))
                .Select((similar, place) => (similar, place))
                .OrderByDescending(other => other.similar.Score).ThenBy(other => other.place)
                .Take(limit).Select(other => other.similar),
        ];
    }

    private static string SymptomsOf(Incident incident)
    {
        var passages = ZonedText.Read(incident).Where(static zone => IsSymptom(zone.Zone)).Select(zone => zone.Span.Of(incident.Text).ToString());
        var text = string.Join('\n', passages.Where(IsNoHeading));
        return Word().Replace(text[..Math.Min(text.Length, LongestSymptoms)], static word => IsTold(word.Value) ? word.Value : "");
    }

    private static bool IsSymptom(Zone zone) => zone is Zone.Title or Zone.Summary or Zone.Impact or Zone.Detection or Zone.Early;

    private static bool IsNoHeading(string passage) => !passage.StartsWith("##", StringComparison.Ordinal);

    // Figures are other ones every time, but for those of HTTP.
    private static bool IsTold(string word) => char.IsAsciiDigit(word[0]) ? word.Length == 3 && word[0] is '4' or '5' : !LayoutWords.Contains(word);

    private static SimilarIncident Compare(Incident incident, Incident other, Hit hit, double symptoms)
    {
        var words = Telling(hit.Explanation.OrderByDescending(static term => term.Score).Select(static term => term.Word.ToLowerInvariant())).Take(WordsShown).ToList();
        var causes = Shared(incident.Causes, other.Causes);
        var components = Shared(incident.Components, other.Components);
        var (fix, fixWords) = FixLikeness(incident.Resolution, other.Resolution);
        var score = (SymptomsWeight * symptoms) + (causes.Count > 0 ? CauseWeight : 0) + (components.Count > 0 ? ComponentWeight : 0) + (FixWeight * fix);
        return new SimilarIncident(hit.Document, Math.Round(score, 4),
        [
            .. Alike(LikenessAspect.Symptoms, words),
            .. Alike(LikenessAspect.Cause, causes),
            .. Alike(LikenessAspect.Component, components),
            .. Alike(LikenessAspect.Fix, fix < LeastFix ? [] : fixWords),
        ]);
    }

    // "timed out" tells all that "timed" does.
    private static IEnumerable<string> Telling(IEnumerable<string> words)
    {
        var told = words.Where(static word => word.Length > 2 && !WeakWords.Contains(word)).Distinct(StringComparer.Ordinal).ToList();
        return told.Where(word => !told.Exists(other => other.Length > word.Length && other.Contains(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<Likeness> Alike(LikenessAspect aspect, List<string> shared) =>
        shared.Count == 0 ? [] : [new Likeness(aspect, string.Join(", ", shared))];

    private static List<string> Shared(ImmutableArray<Label> ours, ImmutableArray<Label> theirs) =>
        ours.Select(label => label.Category).Intersect(theirs.Select(label => label.Category), StringComparer.Ordinal).ToList();

    // Cosine of the sets of words.
    private static (double Likeness, List<string> Words) FixLikeness(string? ours, string? theirs)
    {
        var (first, second) = (FixWords(ours), FixWords(theirs));
        var shared = first.Keys.Where(second.ContainsKey).ToList();
        var likeness = shared.Count == 0 ? 0 : shared.Count / Math.Sqrt((double)first.Count * second.Count);
        return (likeness, shared.Take(WordsShown).Select(stem => first[stem]).ToList());
    }

    private static Dictionary<string, string> FixWords(string? text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in text is null ? [] : Analyzer.Document(text, 0, text.Length))
        {
            var word = text![token.Start..token.End].ToLowerInvariant();
            if (token.Kind is TokenKind.Word or TokenKind.Identifier && !WeakWords.Contains(word))
                words.TryAdd(token.Term, word);
        }

        return words;
    }

    [GeneratedRegex(@"\b([0-9][0-9.,:/T-]*[a-z%]{0,3}|[A-Za-z]+)\b%?", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
