using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PostmortemInsights.Benchmarks;

/// <summary>The programs as a user installs them, compiled ahead of time for this platform.</summary>
/// <param name="Pmi">The path of <c>pmi</c>.</param>
/// <param name="OneLine">The path of a program that prints one line.</param>
internal sealed record PublishedPrograms(string Pmi, string OneLine)
{
    /// <summary>Publishes them from the sources below the current folder, and trains the classifiers, which each installation does once.</summary>
    /// <param name="work">Where to.</param>
    public static PublishedPrograms Publish(string work)
    {
        var pmi = Publish("src/PostmortemInsights.Cli", Path.Join(work, "pmi"), "pmi");
        MeasuredProcess.Run(pmi, "train");
        return new PublishedPrograms(pmi, Publish("tests/PostmortemInsights.OneLine", Path.Join(work, "one-line"), "PostmortemInsights.OneLine"));
    }

    private static string Publish(string project, string folder, string name)
    {
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "-p:RunAnalyzers=false", "-nodeReuse:false", "-v", "quiet"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Join(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
            : throw new InvalidOperationException($"{project} could not be published; run this from the root of the sources.\n{said}");
    }
}
