using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Tests.Parsing.Narrative;

/// <summary>Small documents for the tests of what the narrative tells.</summary>
internal static class Parsed
{
    public static Incident Text(string text) => PostmortemParser.Parse(new SourceDocument("a.md", text, DocumentFormat.Markdown, "utf-8", null));

    /// <summary>A report of 3 March 2024 with these timeline entries and this root cause.</summary>
    public static Incident Timeline(string rootCause, params string[] entries) => Text(
        $"""
        # Shop down

        ## Summary

        On March 3, 2024 the shop was down from 10:00 to 12:00 UTC.

        ## Timeline

        {string.Join('\n', entries.Select(static entry => "- " + entry))}

        ## Root Cause

        {rootCause}
        """);
}
