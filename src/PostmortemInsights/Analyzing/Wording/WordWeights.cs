using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// How much a word tells: its inverse document frequency, ln(1 + n / df) (Spärck Jones, "A Statistical Interpretation of Term Specificity",
/// Journal of Documentation 28, 1972), over the sentences at hand.
/// </summary>
internal sealed class WordWeights
{
    private readonly int[] _ranks;
    private readonly double[] _weights;

    public WordWeights(IReadOnlyCollection<ImmutableArray<int>> sentences, Vocabulary words)
    {
        var frequencies = Frequencies(sentences, words.Count);
        int[] rarestFirst =
        [
            .. Enumerable.Range(0, words.Count).Where(word => frequencies[word] > 0)
                .OrderBy(word => frequencies[word]).ThenBy(word => words[word], StringComparer.Ordinal)
        ];
        _ranks = new int[words.Count];
        for (var rank = 0; rank < rarestFirst.Length; rank++)
            _ranks[rarestFirst[rank]] = rank;
        _weights = Array.ConvertAll(rarestFirst, word => Math.Log(1 + ((double)sentences.Count / frequencies[word])));
    }

    /// <summary>Number of words that the sentences have; theirs are from 0 to below it.</summary>
    public int Words => _weights.Length;

    /// <summary>A sentence of those at hand, as a vector of length 1.</summary>
    public WeighedSentence Weigh(ImmutableArray<int> words)
    {
        var ranks = new int[words.Length];
        for (var i = 0; i < ranks.Length; i++)
            ranks[i] = _ranks[words[i]];
        Array.Sort(ranks);
        var once = WithoutRepeats(ranks);
        var squares = 0.0;
        foreach (var rank in once)
            squares += _weights[rank] * _weights[rank];
        var length = Math.Sqrt(squares);
        return new WeighedSentence(once, Array.ConvertAll(once, rank => (float)(_weights[rank] / length)));
    }

    /// <summary>In how many sentences each word stands.</summary>
    private static int[] Frequencies(IReadOnlyCollection<ImmutableArray<int>> sentences, int words)
    {
        var frequencies = new int[words];
        var last = new int[words];
        var sentence = 0;
        foreach (var each in sentences)
        {
            sentence++;
            foreach (var word in each)
            {
                if (last[word] != sentence)
                    frequencies[word]++;
                last[word] = sentence;
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
