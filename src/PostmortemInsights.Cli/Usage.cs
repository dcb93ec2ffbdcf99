using System.CommandLine;
using System.CommandLine.Parsing;

namespace PostmortemInsights.Cli;

/// <summary>What is wrong with a command line.</summary>
internal static class Usage
{
    /// <summary>The problems, a sentence each; empty when the command can run.</summary>
    public static IReadOnlyList<string> Problems(ParseResult parsed)
    {
        if (parsed.Action is { ClearsParseErrors: true })
            return [];
        if (parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens.Count > 0)
            return [UnknownCommand(root, parsed.UnmatchedTokens[0])];
        if (parsed.Errors.Count > 0)
            return [.. parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)];
        return MistypedOptions(parsed);
    }

    /// <summary>The command line that shows the help of the command in question.</summary>
    public static string HelpOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "pmi --help" : $"pmi {parsed.CommandResult.Command.Name} --help";

    // The parser takes a word with two dashes that it does not know for an argument, so a misspelt option would be searched for.
    private static List<string> MistypedOptions(ParseResult parsed)
    {
        var mistyped = new List<string>();
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
                break;
            if (token.Type == TokenType.Argument && LooksLikeOption(token.Value) && IsArgument(parsed, token))
                mistyped.Add(UnknownOption(parsed.CommandResult.Command, token.Value));
        }

        return mistyped;
    }

    private static string UnknownOption(Command command, string word)
    {
        var names = command.Options.Select(option => option.Name);
        return $"There is no option '{word}'{Suggestion(names, word.Split('=', ':')[0])}. (Write -- before words that begin with two dashes.)";
    }

    private static bool IsArgument(ParseResult parsed, Token token) => parsed.CommandResult.Command.Arguments.Any(
        argument => parsed.GetResult(argument)?.Tokens.Any(own => ReferenceEquals(own, token)) == true);

    private static string UnknownCommand(RootCommand root, string word) =>
        $"There is no command '{word}'{Suggestion(root.Subcommands.Select(command => command.Name), word)}.";

    private static bool LooksLikeOption(string word) =>
        word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(word[2]) && !word.Any(char.IsWhiteSpace);

    /// <summary>A question after the name that was probably meant; empty when none is near.</summary>
    public static string Suggestion(IEnumerable<string> names, string word)
    {
        var near = names.Where(name => Distance(name, word) <= 2).OrderBy(name => Distance(name, word)).FirstOrDefault();
        return near is null ? "" : $"; did you mean '{near}'?";
    }

    /// <summary>Levenshtein's edit distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
