namespace PostmortemInsights.Reading;

/// <summary>Work on all processors whose results come in the order of the input, with a bounded number under way.</summary>
public static class OrderedParallel
{
    private const int TasksPerProcessor = 8;

    /// <summary>The results of <paramref name="work"/> in the order of <paramref name="source"/>.</summary>
    /// <param name="source">What to work on; taken as results are asked for.</param>
    /// <param name="work">Called on several threads.</param>
    /// <param name="cancellation">Stops between two items.</param>
    public static IEnumerable<TResult> SelectInOrder<T, TResult>(this IEnumerable<T> source, Func<T, TResult> work, CancellationToken cancellation)
    {
        var underWay = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in source)
            {
                cancellation.ThrowIfCancellationRequested();
                underWay.Enqueue(Task.Run(() => work(item), cancellation));
                if (underWay.Count >= TasksPerProcessor * Environment.ProcessorCount)
                    yield return underWay.Dequeue().GetAwaiter().GetResult();
            }

            while (underWay.TryDequeue(out var task))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return task.GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Whoever stops early closes the files that these tasks may still read.
            Task.WhenAll(underWay).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }
}
