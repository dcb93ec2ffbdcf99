using System.Runtime.InteropServices;

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
        var rarestFirst = Frequencies(sentences).OrderBy(static f => f.Value).ThenBy(static f => f.Key, StringComparer.Ordinal).ToList();
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
        var numbers = new int[words.Count];
        var count = 0;
        foreach (var word in words)
            numbers[count++] = _numbers[word];
        Array.Sort(numbers);
        var once = WithoutRepeats(numbers);
        var length = Math.Sqrt(once.Sum(n => _weights[n] * _weights[n]));
        return new WeighedSentence(once, Array.ConvertAll(once, n => (float)(_weights[n] / length)));
    }

    /// <summary>In how many sentences each word stands.</summary>
    private static Dictionary<string, int> Frequencies(IEnumerable<IReadOnlyCollection<string>> sentences)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        var once = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            once.Clear();
            foreach (var word in sentence)
            {
                if (once.Add(word))
                    CollectionsMarshal.GetValueRefOrAddDefault(frequencies, word, out _)++;
            }
        }

        return frequencies;
    }

    private static int[] WithoutRepeats(int[] ascending)
    {
        var count = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            if (i == 0 || ascending[i] != ascending[i - 1])
                ascending[count++] = ascending[i];
        }

        return count == ascending.Length ? ascending : ascending[..count];
    }
}
