using System.Collections.Immutable;

namespace PostmortemInsights.Indexing.Words;

/// <summary>
/// Groups of words and phrases that mean the same to somebody who runs systems, read from <c>thesaurus.txt</c>. Each group is a
/// concept with a term of its own in the index, so that a synonym costs one posting list, however many words the group has.
/// </summary>
internal sealed class Thesaurus
{
    private readonly WordForms forms = new();
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stopWords = new(StringComparer.Ordinal);
    private readonly Node root = new();

    private Thesaurus(IEnumerable<string> lines)
    {
        var directed = new List<(string Left, string Right)>();
        foreach (var line in lines)
        {
            var arrow = line.IndexOf("=>", StringComparison.Ordinal);
            if (arrow < 0)
                AddGroup(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            else
                directed.Add((line[..arrow].Trim(), line[(arrow + 2)..].Trim()));
        }

        foreach (var (left, right) in directed)
            AddDirected(left, right);
    }

    /// <summary>The thesaurus that ships with the library.</summary>
    public static Thesaurus Default { get; } = new(EmbeddedText.Lines("Indexing/thesaurus.txt"));

    /// <summary>The number of a word among those of the thesaurus; null if it has none such. The stem of "ups" is not the word "up".</summary>
    public int? WordOf(string term, TokenKind kind) => WordsOf(kind).TryGetValue(term, out var word) ? word : null;

    /// <summary>The concepts of a word by itself, given its stem.</summary>
    public IEnumerable<string> ConceptsOfWord(string stem) =>
        words.TryGetValue(stem, out var word) && root.After(word) is { } node ? node.Concepts : [];

    /// <summary>Adds a concept token for each word and phrase of the thesaurus that a text holds, all overlaps included.</summary>
    /// <param name="words">The words of the text in order.</param>
    /// <param name="wider">Whether to add the concepts that directed lines lead to: wanted of queries, not of documents.</param>
    /// <param name="tokens">Where the concepts are added.</param>
    public void Mark(List<PhraseWord> words, bool wider, List<Token> tokens)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var node = root;
            for (var last = first; last < words.Count && node.After(words[last].Form.PhraseWord) is { } next; last++)
            {
                node = next;
                foreach (var concept in node.Concepts)
                    tokens.Add(Concept(concept, TokenKind.Concept, words[first], words[last]));
                foreach (var concept in wider ? node.Wider : [])
                    tokens.Add(Concept(concept, TokenKind.WiderConcept, words[first], words[last]));
            }
        }
    }

    private static Token Concept(string term, TokenKind kind, PhraseWord first, PhraseWord last) =>
        new(term, first.Position, first.Start, last.End, kind);

    private void AddGroup(string[] members)
    {
        var concept = "#" + members[0];
        foreach (var node in members.Select(NodeOf))
        {
            if (!node.Concepts.Contains(concept))
                node.Concepts = node.Concepts.Add(concept);
        }
    }

    private void AddDirected(string left, string right)
    {
        var node = NodeOf(left);
        node.Wider = [.. node.Wider.Union(ConceptsOf(right), StringComparer.Ordinal)];
    }

    private ImmutableArray<string> ConceptsOf(string term)
    {
        var node = NodeOf(term);
        if (node.Concepts.IsEmpty)
            AddGroup([term]);
        return node.Concepts;
    }

    private Node NodeOf(string term)
    {
        var tokenizer = new Tokenizer(forms);
        tokenizer.Read(term, 0, term.Length);
        return tokenizer.PhraseWords.Aggregate(root, (node, word) => node.AddAfter(NumberOf(word.Form)));
    }

    private int NumberOf(WordForm form)
    {
        var same = WordsOf(form.Kind);
        if (!same.TryGetValue(form.Term, out var number))
            same[form.Term] = number = words.Count + stopWords.Count;
        return number;
    }

    private Dictionary<string, int> WordsOf(TokenKind kind) => kind == TokenKind.Stop ? stopWords : words;

    /// <summary>A place in the tree of all phrases: after some words of a phrase.</summary>
    private sealed class Node
    {
        // Most phrases end where no longer one goes on.
        private Dictionary<int, Node>? next;

        /// <summary>The concepts of the phrase that ends here.</summary>
        public ImmutableArray<string> Concepts { get; set; } = [];

        /// <summary>The concepts that directed lines lead to from here.</summary>
        public ImmutableArray<string> Wider { get; set; } = [];

        public Node? After(int word) => next?.GetValueOrDefault(word);

        public Node AddAfter(int word) => After(word) ?? ((next ??= [])[word] = new Node());
    }
}
