using System.Collections.Immutable;
using NodaTime;

namespace PostmortemInsights.Indexing.Queries;

/// <summary>What somebody asked, taken apart.</summary>
/// <param name="Text">The query as typed.</param>
/// <param name="Clauses">Its parts in order.</param>
public sealed record Query(string Text, ImmutableArray<Clause> Clauses)
{
    /// <summary>A query that is nothing but words, whatever characters they have.</summary>
    public static Query OfWords(string text) => new(text, [new Clause(Occur.Should, new FreeText(text))]);
}

/// <summary>One part of a query.</summary>
/// <param name="Occur">Whether it must, should or must not be met.</param>
/// <param name="Condition">What is looked for.</param>
public sealed record Clause(Occur Occur, Condition Condition);

/// <summary>Whether a clause must be met.</summary>
public enum Occur
{
    /// <summary>Documents that meet it rank higher.</summary>
    Should,

    /// <summary>Documents that don't meet it are no hits.</summary>
    Must,

    /// <summary>Documents that meet it are no hits.</summary>
    MustNot,
}

/// <summary>Something that a document meets or does not.</summary>
public abstract record Condition;

/// <summary>Plain words, ranked with their synonyms.</summary>
/// <param name="Text">The words as typed.</param>
public sealed record FreeText(string Text) : Condition;

/// <summary>Words that stand next to each other in this order: <c>"connection refused"</c>, <c>title:checkout</c>.</summary>
/// <param name="Text">The words as typed.</param>
/// <param name="Field">Where they must stand; null for anywhere.</param>
public sealed record Phrase(string Text, Field? Field) : Condition;

/// <summary>Words that begin so: <c>time*</c>.</summary>
/// <param name="Start">The beginning, in lower case.</param>
/// <param name="Field">Where they must stand; null for anywhere.</param>
public sealed record Prefix(string Start, Field? Field) : Condition;

/// <summary>Words that are spelled like this: <c>kubernets~</c>.</summary>
/// <param name="Word">The word as typed.</param>
/// <param name="Field">Where they must stand; null for anywhere.</param>
public sealed record Fuzzy(string Word, Field? Field) : Condition;

/// <summary>At least one of several: <c>redis OR memcached</c>.</summary>
/// <param name="Conditions">The alternatives.</param>
public sealed record Either(ImmutableArray<Condition> Conditions) : Condition;

/// <summary>How long the incident took: <c>duration:&gt;2h</c>.</summary>
/// <param name="AtLeast">Minutes; null without a lower bound.</param>
/// <param name="AtMost">Minutes; null without an upper bound.</param>
public sealed record DurationRange(double? AtLeast, double? AtMost) : Condition;

/// <summary>When the incident began: <c>date:2024-Q2</c>.</summary>
/// <param name="From">First day; null without a lower bound.</param>
/// <param name="To">Last day, inclusive; null without an upper bound.</param>
public sealed record DateRange(LocalDate? From, LocalDate? To) : Condition;

/// <summary>Documents with a value in a field of a closed set: a cause, a component, a trigger, who noticed.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Value">The value.</param>
public sealed record HasAttribute(string Name, string Value) : Condition;

/// <summary>Why a query could not be read.</summary>
/// <param name="Position">Offset of the part that is wrong.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record QueryError(int Position, string Message);
