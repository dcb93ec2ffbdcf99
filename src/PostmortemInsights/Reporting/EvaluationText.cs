using PostmortemInsights.Classifying;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting;

/// <summary>An evaluation of the classifiers as plain text for a terminal.</summary>
public static class EvaluationText
{
    /// <summary>Writes the evaluation, with <c>\n</c> as line end.</summary>
    /// <param name="evaluation">What to write.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static void Write(Evaluation evaluation, TextWriter writer, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ReviewText.Write(EvaluationPage.Of(evaluation), writer, width, int.MaxValue);
    }
}
