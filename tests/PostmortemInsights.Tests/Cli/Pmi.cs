using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PostmortemInsights.Cli;

namespace PostmortemInsights.Tests.Cli;

/// <summary>What a run of <c>pmi</c> gave.</summary>
internal sealed record Pmi(int Status, string Output, string Error)
{
    // Commands that run at the same time would each train the classifiers.
    private static readonly Lazy<Pmi> Trained = new(() => RunNow("train"));

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public JsonElement[] JsonLines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs it within this process, with streams instead of a terminal.</summary>
    public static Pmi Run(params string[] args)
    {
        Assert.Equal(ExitStatus.Done, Trained.Value.Status);
        return RunNow(args);
    }

    /// <summary>Starts the built executable, as a user does.</summary>
    public static Process Start(string folder, params string[] args) => Start(folder, "dotnet", [typeof(CommandLine).Assembly.Location, .. args]);

    /// <summary>The same from a shell that redirects its streams, such as <c>2>&amp;-</c>.</summary>
    public static Process StartRedirected(string redirection, string folder, params string[] args) =>
        Start(folder, "sh", ["-c", $"exec \"$@\" {redirection}", "sh", "dotnet", typeof(CommandLine).Assembly.Location, .. args]);

    private static Process Start(string folder, string program, string[] args)
    {
        Assert.Equal(ExitStatus.Done, Trained.Value.Status);
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static Pmi RunNow(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var status = CommandLine.Run(args, new Terminal(output, error, TestContext.Current.CancellationToken));
        return new Pmi(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
