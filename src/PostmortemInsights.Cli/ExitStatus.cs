namespace PostmortemInsights.Cli;

/// <summary>What the shell is told at the end.</summary>
internal static class ExitStatus
{
    /// <summary>Something was found, or the work is done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found, or some files could not be read; the others were.</summary>
    public const int NothingOrPartly = 1;

    /// <summary>The command could not be carried out as it was given.</summary>
    public const int WrongUse = 2;

    /// <summary>The user pressed Ctrl-C: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;
}
