using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Benchmarks;

/// <summary>What somebody on call might type: what people saw, in the words of real postmortems.</summary>
internal sealed partial class Questions(IEnumerable<Incident> seeds)
{
    private const int Count = 400;

    /// <summary>Sentences of summaries and impacts.</summary>
    public List<string> Sentences()
    {
        var told = seeds
            .SelectMany(static seed => seed.Passages.Where(static p => p.Kind is PassageKind.Summary or PassageKind.Impact).Select(p => p.Span.Of(seed.Text).ToString()))
            .SelectMany(static text => Sentence().Matches(text)).Select(static match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        return [.. Enumerable.Range(0, Count).Select(i => told[i * 7919 % told.Count])];
    }

    /// <summary>The longest words of each sentence.</summary>
    public List<string> Keywords() => Sentences().ConvertAll(static sentence => string.Join(
        ' ', sentence.Split(' ').Where(static word => word.Length > 4).OrderByDescending(static word => word.Length).Take(4)));

    [GeneratedRegex(@"[A-Z][A-Za-z0-9 ,'%-]{40,160}\.", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}
