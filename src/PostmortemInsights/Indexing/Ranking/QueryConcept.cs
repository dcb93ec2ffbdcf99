using System.Collections.Immutable;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Indexing.Ranking;

/// <summary>A word or phrase of a query with all that it may be called in a document.</summary>
/// <param name="Word">As typed.</param>
/// <param name="Terms">Index terms that meet it; the one that gives most counts.</param>
/// <param name="Phrase">Words that must stand together instead; null for a concept of terms.</param>
/// <param name="RespelledAs">The stems that a word which no document has was taken for; empty for all others.</param>
public sealed record QueryConcept(string Word, ImmutableArray<WeightedTerm> Terms, Phrase? Phrase = null, ImmutableArray<string> RespelledAs = default);

/// <summary>An index term and how much it counts in a query.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">1 for what was typed, less for what says little or is only part of it.</param>
public sealed record WeightedTerm(string Term, double Weight);
