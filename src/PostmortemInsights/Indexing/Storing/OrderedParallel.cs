namespace PostmortemInsights.Indexing.Storing;

/// <summary>Work on all processors whose results come in the order of the input, with a bounded number under way.</summary>
internal static class OrderedParallel
{
    private const int TasksPerProcessor = 8;

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
