using System.Collections.Immutable;
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

    // The weights of the sentence that is being placed, by word.
    private readonly float[] _asking;

    private WordGroups(int words, double threshold) => (_asking, _threshold) = (new float[words], threshold);

    /// <summary>The number of each sentence's group, from 0 in the order of their first sentences.</summary>
    /// <param name="sentences">The words of each.</param>
    /// <param name="words">All words.</param>
    /// <param name="threshold">The least cosine, 0 to 1, at which a sentence joins a group.</param>
    public static int[] Of(IReadOnlyCollection<ImmutableArray<int>> sentences, Vocabulary words, double threshold)
    {
        var weights = new WordWeights(sentences, words);
        var groups = new WordGroups(weights.Words, threshold);
        return [.. sentences.Select(weights.Weigh).Select(groups.Place)];
    }

    /// <summary>A name for the group of each item: the one that a table knows, else <see cref="WordedAction.Unnamed"/> and a number among items of like words.</summary>
    /// <param name="items">The items.</param>
    /// <param name="known">The name that a table knows; null if it knows none.</param>
    /// <param name="wordsOf">The words of an item.</param>
    /// <param name="words">All words.</param>
    /// <param name="threshold">The least cosine, 0 to 1, at which an item joins a group.</param>
    public static List<string> NamesOf<T>(List<T> items, Func<T, string?> known, Func<T, ImmutableArray<int>> wordsOf, Vocabulary words, double threshold)
    {
        var groups = Of([.. items.Where(item => known(item) is null).Select(wordsOf)], words, threshold);
        string[] names = [.. Enumerable.Range(0, groups.Append(-1).Max() + 1).Select(static number => $"{WordedAction.Unnamed}{number}")];
        var next = 0;
        return items.ConvertAll(item => known(item) ?? names[groups[next++]]);
    }

    private int Place(WeighedSentence sentence, int asking)
    {
        if (_seen.TryGetValue(sentence, out var same))
            return same;
        var heavy = sentence.Heavy(_threshold - Rounding);
        sentence.SpreadTo(_asking);
        var likest = Likest(heavy, asking);
        sentence.ClearFrom(_asking);
        return _seen[sentence] = likest ?? Open(sentence, heavy);
    }

    /// <summary>The group whose first sentence is most like the one at hand, the first of several; null when none reaches the threshold.</summary>
    private int? Likest(HeavyWord[] heavy, int asking)
    {
        int? best = null;
        var likeness = _threshold;
        var lastAsked = CollectionsMarshal.AsSpan(_lastAsked);
        foreach (var word in heavy)
        {
            foreach (var (group, other) in GroupsOf(word.Number))
            {
                if (lastAsked[group] == asking)
                    continue;
                lastAsked[group] = asking;
                if (word.MostCosine(other) < likeness - Rounding)
                    continue;
                var cosine = _first[group].Cosine(_asking);
                if (cosine > likeness + Rounding || (cosine > likeness - Rounding && !(best < group)))
                    (best, likeness) = (group, cosine);
            }
        }

        return best;
    }

    private ReadOnlySpan<Listed> GroupsOf(int word) =>
        _listed.TryGetValue(word, out var groups) ? CollectionsMarshal.AsSpan(groups) : [];

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
