using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PostmortemInsights.Cli;

namespace PostmortemInsights.Tests.Cli;

/// <summary>What a run of <c>pmi</c> gave.</summary>
internal sealed record Pmi(int Status, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public IEnumerable<JsonElement> JsonLines =>
        Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>Runs it within this process, with streams instead of a terminal.</summary>
    public static Pmi Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var status = CommandLine.Run(args, new Terminal(output, error, TestContext.Current.CancellationToken));
        return new Pmi(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Starts the built executable, as a user does.</summary>
    public static Process Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
