using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>Numbers for words, so that sentences are compared as numbers. Which number a word has means nothing. Words may be added on any number of threads.</summary>
internal sealed class Vocabulary
{
    // The words of a document and more.
    private const int Expected = 127;

    // One thread at a time adds.
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers =
        new ConcurrentDictionary<string, int>(concurrencyLevel: 1, Expected, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<string> _words = [];

    /// <summary>Number of words; theirs are from 0 to below it.</summary>
    public int Count => _words.Count;

    /// <summary>All words in the order of their numbers, once no more are added.</summary>
    public ImmutableArray<string> All => [.. _words];

    /// <summary>The word with this number, once no more are added.</summary>
    public string this[int number] => _words[number];

    /// <summary>The number of a word, a new one when it has none.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        if (_numbers.TryGetValue(word, out var number))
            return number;
        lock (_words)
        {
            if (_numbers.TryGetValue(word, out number))
                return number;
            number = _words.Count;
            _words.Add(word.ToString());
            _numbers[word] = number;
            return number;
        }
    }

    /// <summary>The numbers of words in their order.</summary>
    public ImmutableArray<int> NumbersOf(IEnumerable<string> words) => [.. words.Select(word => NumberOf(word))];
}
