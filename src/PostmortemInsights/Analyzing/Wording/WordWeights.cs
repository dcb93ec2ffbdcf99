namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// How much a word tells: its inverse document frequency, ln(1 + n / df) (Spärck Jones, "A Statistical Interpretation of Term Specificity",
/// Journal of Documentation 28, 1972), over the sentences at hand.
/// </summary>
internal sealed class WordWeights
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly double[] _weights;

    public WordWeights(IReadOnlyCollection<IReadOnlyCollection<string>> sentences)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(static s => s.Distinct(StringComparer.Ordinal)))
            frequencies[word] = frequencies.GetValueOrDefault(word) + 1;
        var rarestFirst = frequencies.OrderBy(static f => f.Value).ThenBy(static f => f.Key, StringComparer.Ordinal).ToList();
        _weights = new double[rarestFirst.Count];
        for (var number = 0; number < rarestFirst.Count; number++)
        {
            _numbers[rarestFirst[number].Key] = number;
            _weights[number] = Math.Log(1 + ((double)sentences.Count / rarestFirst[number].Value));
        }
    }

    /// <summary>A sentence of those at hand, as a vector of length 1.</summary>
    public WeighedSentence Weigh(IReadOnlyCollection<string> words)
    {
        int[] numbers = [.. words.Select(word => _numbers[word]).Distinct().Order()];
        var length = Math.Sqrt(numbers.Sum(n => _weights[n] * _weights[n]));
        return new WeighedSentence(numbers, Array.ConvertAll(numbers, n => (float)(_weights[n] / length)));
    }
}
