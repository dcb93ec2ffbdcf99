using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>What a reader says about one document: a row of <c>labels.csv</c>.</summary>
/// <param name="File">The document's path relative to the corpus, with <c>/</c> between folders.</param>
/// <param name="Causes">One to three causes, the primary first.</param>
/// <param name="Components">None to three components, the most central first.</param>
/// <param name="Trigger">What set it off.</param>
public sealed record LabelRow(string File, ImmutableArray<string> Causes, ImmutableArray<string> Components, string Trigger)
{
    /// <summary>The labels of one facet, the most important first.</summary>
    public ImmutableArray<string> this[Facet facet] => facet switch
    {
        Facet.Causes => Causes,
        Facet.Components => Components,
        _ => [Trigger],
    };
}

/// <summary>Something wrong in a labels file.</summary>
/// <param name="File">The labels file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record LabelProblem(string File, int Line, string Message)
{
    /// <summary>The problem as one line: file, line, message.</summary>
    public override string ToString() => $"{File}, line {Line}: {Message}";
}

/// <summary>What a labels file holds. Nothing is trained or evaluated while there are problems.</summary>
/// <param name="Rows">The rows without a problem, in ordinal order of their files.</param>
/// <param name="Problems">What is wrong, in the order of the lines.</param>
public sealed record LabelFileResult(ImmutableArray<LabelRow> Rows, ImmutableArray<LabelProblem> Problems);
