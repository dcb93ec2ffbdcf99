using System.CommandLine;

namespace PostmortemInsights.Cli;

/// <summary>The arguments and options that commands share, each declared once.</summary>
internal static class Options
{
    /// <summary>Files and folders, at least one.</summary>
    public static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Files or folders of postmortems: .md, .txt, .rst, .html, or without an ending.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Files and folders, or none to use the store.</summary>
    public static readonly Argument<string[]> OptionalPaths = new("PATH")
    {
        Description = "Files or folders of postmortems; without one the store is used.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>What is looked for.</summary>
    public static readonly Argument<string[]> Query = new("QUERY")
    {
        Description = "What you see, in your own words, or in the query language of the README.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Folder to ask straight away.</summary>
    public static readonly Option<string?> Corpus = new("--corpus")
    {
        Description = "Ask this folder of postmortems straight away; what was read is cached, a second call reads only what changed.",
        HelpName = "DIR",
    };

    /// <summary>Where the store is.</summary>
    public static readonly Option<string?> Store = new("--store")
    {
        Description = "The folder that holds the store. [default: .pmi]",
        HelpName = "DIR",
    };

    /// <summary>How many results.</summary>
    public static readonly Option<int> Limit = Positive(new("--limit", "-n")
    {
        Description = "Show at most so many.",
        HelpName = "N",
        DefaultValueFactory = static _ => 10,
    });

    /// <summary>Where the result goes instead of standard output.</summary>
    public static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write to this file instead of standard output.",
        HelpName = "FILE",
    };

    /// <summary>The index engine.</summary>
    public static readonly Option<string> Engine = new("--engine")
    {
        Description = $"The search engine; there is {string.Join(", ", Engines.SearchEngines)}.",
        HelpName = "NAME",
        DefaultValueFactory = static _ => Engines.BuiltIn,
    };

    /// <summary>The trainer.</summary>
    public static readonly Option<string> Trainer = new("--trainer")
    {
        Description = $"What trains the classifiers; there is {string.Join(", ", Engines.Trainers)}.",
        HelpName = "NAME",
        DefaultValueFactory = static _ => Engines.BuiltIn,
    };

    /// <summary>The labels to learn from.</summary>
    public static readonly Option<string?> Labels = new("--labels")
    {
        Description = "The CSV file of labels. [default: labels.csv in the corpus]",
        HelpName = "FILE",
    };

    /// <summary>The forms in which a result can be had, the first one by default.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "The form of the result.",
            DefaultValueFactory = _ => formats[0],
        };
        return OneOf(option, formats);
    }

    private static Option<string> OneOf(Option<string> option, string[] values)
    {
        option.AcceptOnlyFromAmong(StringComparer.Ordinal, values);
        option.Validators.Clear();
        option.Validators.Add(result =>
        {
            var given = result.Tokens.Select(token => token.Value).FirstOrDefault(value => !values.Contains(value, StringComparer.Ordinal));
            if (given is not null)
                result.AddError($"{option.Name} takes {string.Join(", ", values)}, not '{given}'.");
        });
        return option;
    }

    private static Option<int> Positive(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() > 0)
                return;
            result.AddError($"{option.Name} needs a number above 0.");
        });
        return option;
    }
}
