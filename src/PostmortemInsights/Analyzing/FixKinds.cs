using System.Collections.Immutable;
using PostmortemInsights.Indexing.Words;

namespace PostmortemInsights.Analyzing;

/// <summary>Names what a fix does (rolled back, restarted, capacity added …) by the phrases of <c>Analyzing/fixes.txt</c>.</summary>
internal static class FixKinds
{
    /// <summary>The name of a fix that no phrase tells.</summary>
    public const string Other = "something else";

    private static readonly Lazy<ImmutableArray<FixKind>> All = new(static () => [.. EmbeddedText.Lines("Analyzing/fixes.txt").Select(FixKind.Read)]);

    /// <summary>What the resolution of an incident did; <see cref="Other"/> when no phrase tells.</summary>
    public static ImmutableArray<string> Of(string resolution)
    {
        var words = Stems(resolution);
        ImmutableArray<string> names = [.. All.Value.Where(kind => kind.IsToldBy(words)).Select(kind => kind.Name)];
        return names.IsEmpty ? [Other] : names;
    }

    private static string[] Stems(string text) =>
        [.. Analyzer.Document(text, 0, text.Length).Where(token => token.Kind is TokenKind.Word or TokenKind.Stop).Select(token => token.Term)];

    private sealed record FixKind(string Name, ImmutableArray<string[]> Phrases)
    {
        public static FixKind Read(string line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            return new FixKind(line[..colon], [.. line[(colon + 1)..].Split('|').Select(Stems)]);
        }

        public bool IsToldBy(ReadOnlySpan<string> words)
        {
            foreach (var phrase in Phrases)
            {
                if (words.IndexOf(phrase) >= 0)
                    return true;
            }

            return false;
        }
    }
}
