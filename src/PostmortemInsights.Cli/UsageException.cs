namespace PostmortemInsights.Cli;

/// <summary>The command can't be carried out as given. The message says what is wrong and what to do.</summary>
internal sealed class UsageException(string message, int status = ExitStatus.WrongUse) : Exception(message)
{
    /// <summary>The status to end with.</summary>
    public int Status => status;
}
