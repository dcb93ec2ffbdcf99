using System.ComponentModel;
using System.Diagnostics;

namespace PostmortemInsights.Benchmarks;

/// <summary>What a process took from its start to its end.</summary>
/// <param name="CpuSeconds">Time of all processors.</param>
/// <param name="Seconds">Time by the clock.</param>
/// <param name="PeakBytes">The most memory that it held, looked at a hundred times a second.</param>
/// <param name="Output">What it wrote to standard output.</param>
internal sealed record MeasuredProcess(double CpuSeconds, double Seconds, long PeakBytes, string Output)
{
    // The system tells nothing of a process that has ended, so it is asked until then.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static MeasuredProcess Run(string program, params string[] args)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (cpu, peak) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(Beat))
        {
            process.Refresh();
            if (Look(process) is var (cpuNow, memory))
                (cpu, peak) = (cpuNow, Math.Max(peak, memory));
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? new MeasuredProcess(cpu.TotalSeconds, watch.Elapsed.TotalSeconds, peak, output.Result)
            : throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', args)} ended with status {process.ExitCode}: {error.Result}");
    }

    private static (TimeSpan Cpu, long Memory)? Look(Process process)
    {
        try
        {
            return (process.TotalProcessorTime, process.WorkingSet64);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
