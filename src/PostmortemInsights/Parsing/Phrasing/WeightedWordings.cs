using System.Collections.Immutable;
using System.Globalization;

namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>Wordings that say a thing more or less clearly, or speak against it: the section of each is its weight, <c>[3]</c> or <c>[-2]</c>.</summary>
internal sealed class WeightedWordings
{
    private readonly ImmutableArray<Weighed> _lists;

    private WeightedWordings(ImmutableArray<Weighed> lists) => _lists = lists;

    /// <summary>Wordings with the weight of each phrase.</summary>
    private sealed record Weighed(Wordings Wordings, ImmutableArray<int> Weights)
    {
        public Weighed(Wordings wordings)
            : this(wordings, [.. wordings.Kinds.Select(static kind => int.Parse(kind, CultureInfo.InvariantCulture))])
        {
        }

        public int Score(TextWords words)
        {
            Span<bool> counted = stackalloc bool[Weights.Length];
            var score = 0;
            foreach (var wording in Wordings.In(words))
            {
                score += counted[wording.Phrase] ? 0 : Weights[wording.Phrase];
                counted[wording.Phrase] = true;
            }

            return score;
        }
    }

    /// <summary>Reads an embedded list.</summary>
    /// <param name="name">Its path below the library's folder.</param>
    public static WeightedWordings Load(string name) => Of(Wordings.Load(name));

    /// <summary>The wordings of a list.</summary>
    public static WeightedWordings Of(Wordings list) => new([new Weighed(list)]);

    /// <summary>These wordings and those of another embedded list.</summary>
    public WeightedWordings And(string name) => new([.. _lists, .. Load(name)._lists]);

    /// <summary>The weights of the wordings among <paramref name="words"/>, each phrase counted once.</summary>
    public int Score(TextWords words)
    {
        var score = 0;
        foreach (var list in _lists)
            score += list.Score(words);
        return score;
    }
}
