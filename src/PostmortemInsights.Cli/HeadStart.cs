using PostmortemInsights.Cli.Commands;
using PostmortemInsights.Indexing;

namespace PostmortemInsights.Cli;

/// <summary>What a command needs whatever its options say, loaded by a second processor while the first one reads the command line.</summary>
internal static class HeadStart
{
    /// <summary>Begins with it, if the command is one that searches.</summary>
    public static void For(string[] args)
    {
        if (args is [SearchCommand.Name or SimilarCommand.Name or DiagnoseCommand.Name, ..])
            new Thread(SearchLists.Load) { IsBackground = true }.Start();
    }
}
