namespace PostmortemInsights.Analyzing.Wording;

/// <summary>A sentence as a vector of length 1 over its words. Two are equal when they have the same words.</summary>
/// <param name="Words">The numbers of its words in ascending order: the rarest, which weigh most, first.</param>
/// <param name="Weights">The weight of each.</param>
internal sealed record WeighedSentence(int[] Words, float[] Weights)
{
    /// <summary>
    /// The words that any sentence with at least this cosine must share one of: the first ones, as far as what is left is shorter than the
    /// threshold (prefix filtering: Bayardo, Ma and Srikant, "Scaling Up All Pairs Similarity Search", WWW 2007).
    /// </summary>
    public HeavyWord[] Heavy(double threshold)
    {
        var heavy = new List<HeavyWord>();
        var rest = 1f;
        for (var i = 0; i < Words.Length && rest >= threshold * threshold; i++)
        {
            rest -= Weights[i] * Weights[i];
            heavy.Add(new HeavyWord(Words[i], Weights[i], Math.Max(0, rest)));
        }

        return [.. heavy];
    }

    /// <summary>The cosine of the angle between this and another sentence, 0 to 1.</summary>
    /// <param name="other">For each word its weight in the other sentence, 0 where it does not stand there.</param>
    public double Cosine(ReadOnlySpan<float> other)
    {
        var sum = 0.0;
        for (var i = 0; i < Words.Length; i++)
            sum += Weights[i] * other[Words[i]];
        return sum;
    }

    /// <summary>Puts the weight of each word where <see cref="Cosine"/> looks for it.</summary>
    public void SpreadTo(Span<float> weights)
    {
        for (var i = 0; i < Words.Length; i++)
            weights[Words[i]] = Weights[i];
    }

    /// <summary>Takes back what <see cref="SpreadTo"/> did.</summary>
    public void ClearFrom(Span<float> weights)
    {
        foreach (var word in Words)
            weights[word] = 0;
    }

    public bool Equals(WeighedSentence? other) => other is not null && Words.AsSpan().SequenceEqual(other.Words);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in Words)
            hash.Add(word);
        return hash.ToHashCode();
    }
}

/// <summary>One of the words of a <see cref="WeighedSentence"/> that weigh most.</summary>
/// <param name="Number">The word.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Rest">The squares of the weights after it, together.</param>
internal readonly record struct HeavyWord(int Number, float Weight, float Rest)
{
    /// <summary>The most that the cosine of two sentences can be whose first common word is this one, by Cauchy and Schwarz for the words after it.</summary>
    public double MostCosine(HeavyWord other) => (Weight * other.Weight) + Math.Sqrt(Rest * other.Rest);
}
