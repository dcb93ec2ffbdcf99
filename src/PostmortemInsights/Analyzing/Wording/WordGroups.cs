namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// Groups sentences by the words they share: each joins the group whose first sentence it is most like (cosine of word weights), or
/// opens one of its own. Likeness is asked only of groups that share a word, through a list of groups for each word, and a word that
/// too many groups share is passed over; so the cost grows with the number of sentences and not with its square.
/// </summary>
internal sealed class WordGroups
{
    private const int MostGroupsOfAWord = 1000;

    private readonly WordWeights _weights;
    private readonly double _threshold;
    private readonly Dictionary<string, List<(int Group, double Weight)>> _groupsOf = new(StringComparer.Ordinal);
    private int _groups;

    private WordGroups(WordWeights weights, double threshold) => (_weights, _threshold) = (weights, threshold);

    /// <summary>The number of each sentence's group, from 0 in the order of their first sentences.</summary>
    /// <param name="sentences">The words of each.</param>
    /// <param name="threshold">The least cosine, 0 to 1, at which a sentence joins a group.</param>
    public static int[] Of(IReadOnlyList<IReadOnlyCollection<string>> sentences, double threshold)
    {
        var groups = new WordGroups(new WordWeights(sentences), threshold);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new int[sentences.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            var words = sentences[i].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var text = string.Join(' ', words);
            if (!seen.TryGetValue(text, out numbers[i]))
                seen[text] = numbers[i] = groups.Place(words);
        }

        return numbers;
    }

    private int Place(List<string> words)
    {
        var vector = words.ConvertAll(word => (Word: word, Weight: _weights.Of(word)));
        var length = Math.Sqrt(vector.Sum(static v => v.Weight * v.Weight));
        var (best, likeness) = MostLike(vector, length);
        if (likeness >= _threshold)
            return best;
        foreach (var (word, weight) in vector)
            ListOf(word).Add((_groups, weight / length));
        return _groups++;
    }

    private (int Group, double Likeness) MostLike(List<(string Word, double Weight)> vector, double length)
    {
        var products = new Dictionary<int, double>();
        foreach (var (word, weight) in vector)
        {
            var list = ListOf(word);
            foreach (var (group, other) in list.Count > MostGroupsOfAWord ? [] : list)
                products[group] = products.GetValueOrDefault(group) + (weight / length * other);
        }

        return products.Count == 0 ? (-1, 0) : products.Select(static p => (p.Key, p.Value)).OrderByDescending(static p => p.Value).ThenBy(static p => p.Key).First();
    }

    private List<(int Group, double Weight)> ListOf(string word)
    {
        if (!_groupsOf.TryGetValue(word, out var list))
            _groupsOf[word] = list = [];
        return list;
    }
}
