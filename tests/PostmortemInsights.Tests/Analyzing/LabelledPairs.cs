using System.Text;
using CsvHelper;

namespace PostmortemInsights.Tests.Analyzing;

/// <summary>Pairs of sentences of the corpus that a person labelled same or different.</summary>
internal static class LabelledPairs
{
    /// <summary>The records of a data file beside this one, without its header.</summary>
    public static IReadOnlyList<string[]> Read(string name) =>
        Csv(Repository.Path("tests", "PostmortemInsights.Tests", "Analyzing", name));

    /// <summary>A file of <c>corpus/</c>.</summary>
    public static string CorpusPath(string name) => Repository.Path("corpus", name);

    /// <summary>The records of a file, without its header.</summary>
    public static IReadOnlyList<string[]> Csv(string path)
    {
        using var reader = CsvReader.Create(File.OpenRead(path));
        var records = new List<string[]>();
        while (reader.Read())
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return records;
    }

    /// <summary>The harmonic mean of precision and recall of the pairs that are said to be the same.</summary>
    public static double F1(IEnumerable<(bool Labelled, bool Found)> pairs)
    {
        var list = pairs.ToList();
        var right = list.Count(static p => p.Labelled && p.Found);
        return 2.0 * right / (list.Count(static p => p.Labelled) + list.Count(static p => p.Found));
    }

    /// <summary>Text with white space as single spaces.</summary>
    public static string Flat(string text)
    {
        var flat = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
                flat.Append(character);
            else if (flat.Length > 0 && flat[^1] != ' ')
                flat.Append(' ');
        }

        return flat.ToString();
    }
}
