using System.Diagnostics.CodeAnalysis;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>A store can't be read or written; the message names the folder or file and says what to do.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Only the store makes it, and never without a message that says what to do.")]
public class StoreException : Exception
{
    internal StoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Another process is writing to the store.</summary>
public sealed class StoreBusyException : StoreException
{
    internal StoreBusyException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>A file of the store is missing, cut short or changed, or was written by another version or engine.</summary>
public sealed class StoreDamagedException : StoreException
{
    internal StoreDamagedException(string path, string what, Exception? inner = null)
        : base($"{path} {what}. Run ingest again, or delete the folder first: it holds nothing that is not made from the documents.", inner)
    {
        Path = path;
        What = what;
    }

    /// <summary>The file that does not match.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it.</summary>
    internal string What { get; }
}
