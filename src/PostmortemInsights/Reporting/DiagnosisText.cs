using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting;

/// <summary>A diagnosis as plain text for a terminal.</summary>
public static class DiagnosisText
{
    /// <summary>Writes the diagnosis, with <c>\n</c> as line end.</summary>
    /// <param name="diagnosis">What to write; of at least one incident.</param>
    /// <param name="symptoms">What was asked.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static void Write(Diagnosis diagnosis, string symptoms, TextWriter writer, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        ReviewText.Write(DiagnosisPage.Of(diagnosis, symptoms), writer, width);
    }
}
