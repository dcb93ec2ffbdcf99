using System.Runtime.InteropServices;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// Groups sentences by the words they share: each joins the group whose first sentence it is most like (cosine of word weights), or
/// opens one of its own. No sentence is compared with every group: two that are alike enough share one of their heavy words (see
/// <see cref="WeighedSentence.Heavy"/>), so the groups listed for each heavy word are all that come into question. So the cost grows
/// with the number of sentences and not with its square.
/// </summary>
internal sealed class WordGroups
{
    /// <summary>The most groups that a word leads to; a word that more groups share tells little.</summary>
    private const int MostGroupsOfAWord = 100;

    private const double Rounding = 1e-6;

    private readonly double _threshold;
    private readonly List<WeighedSentence> _first = [];
    private readonly List<int> _lastAsked = [];
    private readonly Dictionary<int, List<Listed>> _listed = [];
    private readonly Dictionary<WeighedSentence, int> _seen = [];

    private WordGroups(double threshold) => _threshold = threshold - Rounding;

    /// <summary>The number of each sentence's group, from 0 in the order of their first sentences.</summary>
    /// <param name="sentences">The words of each.</param>
    /// <param name="threshold">The least cosine, 0 to 1, at which a sentence joins a group.</param>
    public static int[] Of(IReadOnlyList<IReadOnlyCollection<string>> sentences, double threshold)
    {
        var weights = new WordWeights(sentences);
        var groups = new WordGroups(threshold);
        return [.. sentences.AsParallel().AsOrdered().Select(weights.Weigh).AsEnumerable().Select(groups.Place)];
    }

    private int Place(WeighedSentence sentence, int asking)
    {
        if (_seen.TryGetValue(sentence, out var same))
            return same;
        var heavy = sentence.Heavy(_threshold);
        var (best, likeness) = (-1, 0.0);
        foreach (var group in Candidates(heavy, asking))
        {
            var cosine = sentence.Cosine(_first[group]);
            if (cosine > likeness + Rounding || (cosine > likeness - Rounding && group < best))
                (best, likeness) = (group, cosine);
        }

        return _seen[sentence] = likeness >= _threshold ? best : Open(sentence, heavy);
    }

    /// <summary>The groups that share a heavy word and can reach the threshold, each once.</summary>
    private IEnumerable<int> Candidates(HeavyWord[] heavy, int asking)
    {
        foreach (var word in heavy)
        {
            if (!_listed.TryGetValue(word.Number, out var groups))
                continue;
            foreach (var (group, other) in groups)
            {
                if (_lastAsked[group] == asking)
                    continue;
                _lastAsked[group] = asking;
                if (word.MostCosine(other) >= _threshold)
                    yield return group;
            }
        }
    }

    private int Open(WeighedSentence sentence, HeavyWord[] heavy)
    {
        foreach (var word in heavy)
        {
            ref var groups = ref CollectionsMarshal.GetValueRefOrAddDefault(_listed, word.Number, out _);
            groups ??= [];
            if (groups.Count < MostGroupsOfAWord)
                groups.Add(new Listed(_first.Count, word));
        }

        _first.Add(sentence);
        _lastAsked.Add(-1);
        return _first.Count - 1;
    }

    private readonly record struct Listed(int Group, HeavyWord Word);
}
