
namespace PostmortemInsights.Indexing.Words;

/// <summary>
/// Groups of words and phrases that mean the same to somebody who runs systems, read from <c>thesaurus.txt</c>. Each group is a
/// concept with a term of its own in the index, so that a synonym costs one posting list, however many words the group has.
/// </summary>
internal sealed class Thesaurus
{
    private readonly WordForms forms = new();
    private readonly Dictionary<(string Term, bool IsStop), int> words = [];
    private readonly Dictionary<(int Node, int Word), int> edges = [];
    private readonly List<List<string>> conceptsAt = [[]];
    private readonly Dictionary<int, List<string>> widerAt = [];

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
    public int? WordOf(string term, TokenKind kind) => words.TryGetValue((term, kind == TokenKind.Stop), out var word) ? word : null;

    /// <summary>The concepts of a word by itself, given its stem.</summary>
    public IEnumerable<string> ConceptsOfWord(string stem) =>
        words.TryGetValue((stem, false), out var word) && edges.TryGetValue((0, word), out var node) ? conceptsAt[node] : [];

    /// <summary>Adds a concept token for each word and phrase of the thesaurus that a text holds, all overlaps included.</summary>
    /// <param name="words">The words of the text in order.</param>
    /// <param name="wider">Whether to add the concepts that directed lines lead to: wanted of queries, not of documents.</param>
    /// <param name="tokens">Where the concepts are added.</param>
    public void Mark(List<PhraseWord> words, bool wider, List<Token> tokens)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var node = 0;
            for (var last = first; last < words.Count && edges.TryGetValue((node, words[last].Form.PhraseWord), out node); last++)
            {
                foreach (var concept in conceptsAt[node])
                    tokens.Add(Concept(concept, TokenKind.Concept, words[first], words[last]));
                foreach (var concept in wider ? widerAt.GetValueOrDefault(node, []) : [])
                    tokens.Add(Concept(concept, TokenKind.WiderConcept, words[first], words[last]));
            }
        }
    }

    private static Token Concept(string term, TokenKind kind, PhraseWord first, PhraseWord last) =>
        new(term, first.Position, first.Start, last.End, kind);

    private void AddGroup(string[] members)
    {
        foreach (var member in members)
        {
            var at = conceptsAt[NodeOf(member)];
            if (!at.Contains("#" + members[0]))
                at.Add("#" + members[0]);
        }
    }

    private void AddDirected(string left, string right)
    {
        var from = NodeOf(left);
        if (!widerAt.TryGetValue(from, out var list))
            widerAt[from] = list = [];
        list.AddRange(ConceptsOf(right).Except(list));
    }

    private List<string> ConceptsOf(string term)
    {
        var known = conceptsAt[NodeOf(term)];
        if (known.Count == 0)
            AddGroup([term]);
        return known;
    }

    private int NodeOf(string term)
    {
        var tokenizer = new Tokenizer(forms);
        tokenizer.Read(term, 0, term.Length);
        var node = 0;
        foreach (var word in tokenizer.PhraseWords)
        {
            var number = NumberOf(word.Form);
            if (!edges.TryGetValue((node, number), out var next))
            {
                edges[(node, number)] = next = conceptsAt.Count;
                conceptsAt.Add([]);
            }

            node = next;
        }

        return node;
    }

    private int NumberOf(WordForm form)
    {
        var key = (form.Term, form.Kind == TokenKind.Stop);
        if (!words.TryGetValue(key, out var number))
            words[key] = number = words.Count;
        return number;
    }
}
