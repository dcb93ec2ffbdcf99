using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>Finds the documents that meet a condition.</summary>
internal sealed class ConditionEvaluator(IndexFile file, RankingModel model)
{
    private readonly int documents = file.Footer.Documents;

    public DocumentSet Evaluate(Condition condition) => condition switch
    {
        FreeText words => AnyOf(ConceptReader.Read(words.Text, model).SelectMany(concept => concept.Terms).Select(term => term.Term)),
        Phrase phrase => AnyOf(Attributes.Meant(phrase, file.Statistics).ToList()).Union(DocumentsOf(PhraseMatcher.Find(file, phrase))),
        Prefix prefix => InField(file.Terms.StartingWith(prefix.Start).Select(entry => entry.Term), prefix.Field),
        Fuzzy fuzzy => InField(QueryConcepts.Spelled(fuzzy, file.Statistics), fuzzy.Field),
        Either either => either.Conditions.Select(Evaluate).Aggregate(new DocumentSet(documents), (all, one) => all.Union(one)),
        DurationRange range => DocumentSet.Where(documents, document => Within(file.Rows[document].DurationMinutes, range)),
        DateRange range => DocumentSet.Where(documents, document => Within(file.Rows[document].StartDay, range)),
        HasAttribute attribute => AnyOf([Attributes.Term(attribute.Name, attribute.Value)]),
        _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
    };

    private DocumentSet AnyOf(IEnumerable<string> terms)
    {
        var set = new DocumentSet(documents);
        foreach (var term in terms)
        {
            if (file.Terms.Find(term) is not { } entry)
                continue;
            using var reader = new ScoreReader(file, entry);
            while (reader.Next())
                set.Add(reader.Document);
        }

        return set;
    }

    private DocumentSet InField(IEnumerable<string> terms, Field? field)
    {
        var set = new DocumentSet(documents);
        foreach (var term in terms)
            set.Union(DocumentsOf(PhraseMatcher.Find(file, [(term, 0)], field)));
        return set;
    }

    private DocumentSet DocumentsOf(IEnumerable<PhraseMatch> matches)
    {
        var set = new DocumentSet(documents);
        foreach (var match in matches)
            set.Add(match.Document);
        return set;
    }

    private static bool Within(float minutes, DurationRange range) =>
        !float.IsNaN(minutes) && minutes >= (range.AtLeast ?? 0) && minutes <= (range.AtMost ?? double.MaxValue);

    private static bool Within(int day, DateRange range) =>
        day != DocumentRow.Unknown
        && (range.From is not { } from || day >= DocumentRow.DayNumber(from))
        && (range.To is not { } to || day <= DocumentRow.DayNumber(to));
}
