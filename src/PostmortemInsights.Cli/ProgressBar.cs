using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PostmortemInsights.Cli;

/// <summary>How far a long piece of work has come, shown on a terminal once the work has taken more than a second.</summary>
internal sealed class ProgressBar : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private readonly ManualResetEventSlim finished = new();
    private readonly Task? drawing;
    private volatile string now;
    private int done;
    private int total;

    private ProgressBar(string what, Terminal terminal, bool shown)
    {
        now = what;
        if (shown && terminal.ErrorIsTerminal)
            drawing = Task.Run(() => Draw(terminal.Error));
    }

    /// <summary>Begins; dispose when the work has ended.</summary>
    public static ProgressBar Start(string what, Terminal terminal, bool shown = true) => new(what, terminal, shown);

    /// <summary>Tells how many documents are done; the total is 0 while nobody knows it.</summary>
    /// <param name="doneNow">How many are done.</param>
    /// <param name="ofTotal">Of how many.</param>
    /// <param name="part">The part of the work, if it has begun another one.</param>
    public void Report(int doneNow, int ofTotal, string? part = null)
    {
        now = part ?? now;
        Volatile.Write(ref done, doneNow);
        Volatile.Write(ref total, ofTotal);
    }

    /// <summary>Does a part of the work under a name of its own.</summary>
    public T During<T>(string part, Func<T> work)
    {
        var whole = now;
        now = part;
        try
        {
            return work();
        }
        finally
        {
            now = whole;
        }
    }

    public void Dispose()
    {
        finished.Set();
        drawing?.Wait();
        finished.Dispose();
    }

    private void Draw(TextWriter error)
    {
        if (finished.Wait(Patience))
            return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpeedColumn(), new RemainingTimeColumn())
            .Start(Follow);
    }

    // Each part has a bar of its own, or its speed would be reckoned from the part before.
    private void Follow(ProgressContext context)
    {
        var (part, bar) = (now, context.AddTask(Markup.Escape(now)));
        do
        {
            if (part != now)
            {
                bar.StopTask();
                (part, bar) = (now, context.AddTask(Markup.Escape(now)));
            }

            var known = Volatile.Read(ref total);
            bar.IsIndeterminate(known == 0);
            bar.MaxValue = Math.Max(known, 1);
            bar.Value = Volatile.Read(ref done);
        }
        while (!finished.Wait(Beat));
    }

    private sealed class SpeedColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:N0} documents/s") : "");
    }
}
