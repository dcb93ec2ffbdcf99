namespace PostmortemInsights.Reading;

/// <summary>What the system says when it refuses a file, as a sentence that says what to do.</summary>
internal static class ReadProblem
{
    public const string Gone = "It was there a moment ago and is gone. Run again.";

    public static string Describe(Exception problem) => problem switch
    {
        UnauthorizedAccessException => "There is no permission to read it. Give yourself the right to read it, or leave it out.",
        FileNotFoundException or DirectoryNotFoundException => Gone,
        _ => $"It can't be read: {problem.Message.TrimEnd('.')}. Check the disk or the network share and run again.",
    };
}
