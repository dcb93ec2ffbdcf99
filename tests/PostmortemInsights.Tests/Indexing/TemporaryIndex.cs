using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;

namespace PostmortemInsights.Tests.Indexing;

/// <summary>An index in a file that goes when the test is over.</summary>
internal sealed class TemporaryIndex : IDisposable
{
    private TemporaryIndex(string path)
    {
        Path = path;
        Engine = SearchIndex.Open(path);
    }

    public string Path { get; }

    public SearchIndex Engine { get; }

    public static TemporaryIndex Of(IEnumerable<Incident> incidents)
    {
        var path = System.IO.Path.GetTempFileName();
        using (var file = File.Create(path))
            SearchIndex.Write(incidents, file);
        return new TemporaryIndex(path);
    }

    public void Dispose()
    {
        Engine.Dispose();
        File.Delete(Path);
    }
}
