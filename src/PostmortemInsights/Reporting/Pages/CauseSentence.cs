using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>A sentence for a repeated cause that says what is common.</summary>
internal static class CauseSentence
{
    public static string Of(RepeatedCause cause)
    {
        var what = cause.What is { } phrase
            ? char.ToUpperInvariant(phrase[0]) + phrase[1..]
            : $"Alike in their words ({string.Join(", ", cause.Words)})";
        var places = cause.Components.Remove(cause.Category, StringComparer.Ordinal);
        var where = places.Length > 0 ? $" in {string.Join(" and ", places)}" : "";
        return $"{what} ({cause.Category}{where}).";
    }
}
