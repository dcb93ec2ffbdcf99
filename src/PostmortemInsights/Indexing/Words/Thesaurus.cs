using System.Collections.Immutable;

namespace PostmortemInsights.Indexing.Words;

/// <summary>
/// Groups of words and phrases that mean the same to somebody who runs systems, read from <c>thesaurus.txt</c>. Each group is a
/// concept with a term of its own in the index, so that a synonym costs one posting list, however many words the group has.
/// </summary>
internal sealed class Thesaurus
{
    private const string Arrow = "=>";
    private const int WordsOfTerm = 4;
    private const int WordsOfAll = 4000;

    private readonly Dictionary<string, int> words = new(WordsOfAll, StringComparer.Ordinal);
    private readonly Dictionary<string, int> stopWords = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Node> beginnings = new(WordsOfAll);
    private readonly Tokenizer tokenizer;
    private readonly bool isRead;

    private Thesaurus(IEnumerable<string> lines)
    {
        Forms = new WordForms(NumberOf);
        tokenizer = new Tokenizer(Forms, WordsOfTerm);
        var directed = new List<string>();
        foreach (var line in lines)
        {
            if (line.Contains(Arrow, StringComparison.Ordinal))
                directed.Add(line);
            else
                AddGroup(line);
        }

        directed.ForEach(AddDirected);
        isRead = true;
    }

    /// <summary>The forms of words, which know those of the thesaurus.</summary>
    public WordForms Forms { get; }

    /// <summary>The thesaurus that ships with the library.</summary>
    public static Thesaurus Default { get; } = new(EmbeddedText.Lines("Indexing/thesaurus.txt"));

    /// <summary>The concepts of a word by itself, given its stem.</summary>
    public IEnumerable<string> ConceptsOfWord(string stem) =>
        words.TryGetValue(stem, out var word) && beginnings.TryGetValue(word, out var node) ? node.Concepts : [];

    /// <summary>Adds a concept token for each word and phrase of the thesaurus that a text holds, all overlaps included.</summary>
    /// <param name="words">The words of the text in order.</param>
    /// <param name="wider">Whether to add the concepts that directed lines lead to: wanted of queries, not of documents.</param>
    /// <param name="tokens">Where the concepts are added.</param>
    public void Mark(List<PhraseWord> words, bool wider, List<Token> tokens)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var node = beginnings.GetValueOrDefault(words[first].Form.PhraseWord);
            for (var last = first; node is not null; node = ++last < words.Count ? node.After(words[last].Form.PhraseWord) : null)
            {
                foreach (var concept in node.Concepts)
                    tokens.Add(Concept(concept, TokenKind.Concept, words[first], words[last]));
                foreach (var concept in wider ? node.Wider : [])
                    tokens.Add(Concept(concept, TokenKind.WiderConcept, words[first], words[last]));
            }
        }
    }

    private static Token Concept(string term, TokenKind kind, PhraseWord first, PhraseWord last) =>
        new(term, first.Position, first.Start, last.End, kind);

    private void AddGroup(string line)
    {
        ImmutableArray<string> concept = ["#" + line.AsSpan(0, EndOfTerm(line, 0)).Trim().ToString()];
        for (var (start, end) = (0, 0); start < line.Length; start = end + 1)
        {
            end = EndOfTerm(line, start);
            var node = NodeOf(line, start, end);
            node.Concepts = Joined(node.Concepts, concept);
        }
    }

    private static int EndOfTerm(string line, int start) => line.IndexOf(',', start) is >= 0 and var comma ? comma : line.Length;

    private void AddDirected(string line)
    {
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        var node = NodeOf(line, 0, arrow);
        node.Wider = Joined(node.Wider, ConceptsOf(line[(arrow + Arrow.Length)..].Trim()));
    }

    private static ImmutableArray<string> Joined(ImmutableArray<string> known, ImmutableArray<string> added)
    {
        if (known.IsEmpty)
            return added;
        foreach (var concept in added)
        {
            if (!known.Contains(concept))
                known = known.Add(concept);
        }

        return known;
    }

    private ImmutableArray<string> ConceptsOf(string term)
    {
        var node = NodeOf(term, 0, term.Length);
        if (node.Concepts.IsEmpty)
            AddGroup(term);
        return node.Concepts;
    }

    private Node NodeOf(string line, int start, int end)
    {
        tokenizer.Clear();
        tokenizer.Read(line, start, end);
        var phrase = tokenizer.PhraseWords;
        var node = Beginning(phrase[0].Form.PhraseWord);
        for (var i = 1; i < phrase.Count; i++)
            node = node.AddAfter(phrase[i].Form.PhraseWord);
        return node;
    }

    private Node Beginning(int word)
    {
        if (!beginnings.TryGetValue(word, out var node))
            beginnings.Add(word, node = new Node(word));
        return node;
    }

    // The stem of "ups" is not the word "up".
    private int NumberOf(string term, TokenKind kind)
    {
        var same = kind == TokenKind.Stop ? stopWords : words;
        if (same.TryGetValue(term, out var number))
            return number;
        return isRead ? WordForms.Unknown : same[term] = words.Count + stopWords.Count;
    }

    /// <summary>A place in the tree of all phrases: after some words of a phrase.</summary>
    private sealed class Node(int word)
    {
        // Few words go on from a place, so they are a chain.
        private readonly int word = word;
        private Node? longer;
        private Node? beside;

        /// <summary>The concepts of the phrase that ends here.</summary>
        public ImmutableArray<string> Concepts { get; set; } = [];

        /// <summary>The concepts that directed lines lead to from here.</summary>
        public ImmutableArray<string> Wider { get; set; } = [];

        public Node? After(int next)
        {
            var node = longer;
            while (node is not null && node.word != next)
                node = node.beside;
            return node;
        }

        public Node AddAfter(int next) => After(next) ?? (longer = new Node(next) { beside = longer });
    }
}
