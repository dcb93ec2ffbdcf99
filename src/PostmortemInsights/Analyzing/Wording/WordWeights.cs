namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// How much a word tells: its inverse document frequency, ln(1 + n / df) (Spärck Jones, "A Statistical Interpretation of Term Specificity",
/// Journal of Documentation 28, 1972), over the sentences at hand.
/// </summary>
internal sealed class WordWeights
{
    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);
    private readonly int _sentences;

    public WordWeights(IReadOnlyCollection<IReadOnlyCollection<string>> sentences)
    {
        _sentences = sentences.Count;
        foreach (var word in sentences.SelectMany(static s => s.Distinct(StringComparer.Ordinal)))
            _frequencies[word] = _frequencies.GetValueOrDefault(word) + 1;
    }

    public double Of(string word) => Math.Log(1 + ((double)_sentences / Math.Max(1, _frequencies.GetValueOrDefault(word))));
}
