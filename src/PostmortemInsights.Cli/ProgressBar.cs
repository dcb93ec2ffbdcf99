using Spectre.Console;

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

    /// <summary>Tells how many are done; the total is 0 while nobody knows it.</summary>
    public void Report(int doneNow, int ofTotal)
    {
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
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => Follow(context.AddTask(Markup.Escape(now))));
    }

    private void Follow(ProgressTask bar)
    {
        do
        {
            var known = Volatile.Read(ref total);
            bar.Description = Markup.Escape(now);
            bar.IsIndeterminate(known == 0);
            bar.MaxValue = Math.Max(known, 1);
            bar.Value = Volatile.Read(ref done);
        }
        while (!finished.Wait(Beat));
    }
}
