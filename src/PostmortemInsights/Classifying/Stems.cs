namespace PostmortemInsights.Classifying;

/// <summary>
/// Numbers the stems that a classifier knows, those of its phrases and of its vocabulary: a word of a text is looked up once, and after that
/// all lists are asked by its number. Once words are looked for, by any number of threads, nothing may be added any more.
/// </summary>
internal sealed class Stems
{
    /// <summary>Stands for a stem that no list has.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> known = [];
    private readonly WordMemory<int> found;

    public Stems() => found = new(word => numbers.GetValueOrDefault(Words.StemOf(word), Unknown));

    /// <summary>The stem with a number.</summary>
    public string this[int number] => known[number];

    /// <summary>The number of a stem, which is known from now on.</summary>
    public int Add(string stem)
    {
        if (!numbers.TryGetValue(stem, out var number))
        {
            numbers.Add(stem, number = known.Count);
            known.Add(stem);
        }

        return number;
    }

    /// <summary>The number of a word's stem, which is known from now on.</summary>
    public int Learn(ReadOnlySpan<char> word) => Add(Words.StemOf(word));

    /// <summary>The number of a word's stem, or <see cref="Unknown"/>.</summary>
    public int Find(ReadOnlySpan<char> word) => found.Of(word);
}

/// <summary>What is listed under each stem, in the order given.</summary>
internal sealed class ByStem<T>
{
    private readonly T[]?[] entries;

    public ByStem(IEnumerable<(int Stem, T Entry)> all)
    {
        var groups = all.ToLookup(static e => e.Stem, static e => e.Entry);
        entries = new T[groups.Select(static g => g.Key).DefaultIfEmpty(Stems.Unknown).Max() + 1][];
        foreach (var group in groups)
            entries[group.Key] = [.. group];
    }

    /// <summary>What is listed under a stem; nothing for most.</summary>
    public ReadOnlySpan<T> this[int stem] => stem >= 0 && stem < entries.Length ? entries[stem] : [];
}
