using System.Collections.Immutable;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Queries;

namespace PostmortemInsights.Tests.Indexing;

/// <summary>Small corpora and queries of few words, so that words meet often; the same seed gives the same.</summary>
internal sealed class RandomCorpus(int seed)
{
    private static readonly string[] Vocabulary =
    [
        "slow", "sluggish", "checkout", "redis", "cache", "timeout", "time", "out", "page", "not", "found", "502", "nginx.conf", "MaxVolumeCount",
        "sign-in", "log", "restarted", "restart", "the", "of", "gives", "kubernetes", "connection", "refused", "users", "a", "third", "most", "db-1.eu",
    ];

    private static readonly string[] Causes = ["configuration", "software-defect", "capacity"];
    private readonly Random random = new(seed);

    public List<Incident> Incidents() => Incidents(random.Next(1, 25));

    public List<Incident> Incidents(int count) => Enumerable.Range(0, count).Select(Incident).ToList();

    public string Query() => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Piece()));

    /// <summary>Incidents with the sources of those given, some of them changed, some gone, and some new ones beside.</summary>
    public List<Incident> Changed(List<Incident> incidents) =>
    [
        .. incidents.Where(_ => random.Next(5) > 0).Select(incident => random.Next(4) > 0 ? incident : Incident(0) with { Source = incident.Source }),
        .. Enumerable.Range(1000 + random.Next(1000), random.Next(5)).Select(Incident),
    ];

    public SearchFilters Filters() => new()
    {
        Causes = [.. Causes.Where(_ => random.Next(3) == 0)],
        DetectedBy = random.Next(4) == 0 ? ["customer", "staff"] : [],
        From = random.Next(2) == 0 ? null : new LocalDate(2024, 1, 1).PlusDays(random.Next(200)),
        To = random.Next(3) > 0 ? null : new LocalDate(2024, 9, 1),
        MinDurationMinutes = random.Next(3) > 0 ? null : random.Next(100),
        MaxDurationMinutes = random.Next(3) > 0 ? null : random.Next(100, 300),
    };

    private Incident Incident(int number)
    {
        var lines = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Words(random.Next(0, 12))).ToList();
        return new Incident
        {
            Source = $"{random.Next(100):D2}/{number}.md",
            Id = "000000000000",
            Text = string.Join('\n', lines),
            IsPostmortem = true,
            Passages = Passages(lines),
            Causes = [.. Causes.Where(_ => random.Next(3) == 0).Select(cause => new Label(cause, 0.9, []))],
            UsersAffectedPercent = random.Next(2) == 0 ? null : random.Next(0, 21) * 5,
            DurationMinutes = random.Next(2) == 0 ? null : random.Next(0, 300),
            DetectionMethod = random.Next(2) == 0 ? null : (DetectionMethod)random.Next(3),
            Components = random.Next(3) > 0 ? [] : [new Label(random.Next(2) == 0 ? "cache" : "load-balancer", 0.9, [])],
            Start = random.Next(3) == 0 ? null : new Moment(new LocalDate(2024, 1, 1).PlusDays(random.Next(366)), null, null),
        };
    }

    private ImmutableArray<Passage> Passages(List<string> lines)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var at = 0;
        foreach (var line in lines)
        {
            if (random.Next(4) > 0)
                passages.Add(new Passage((PassageKind)random.Next(13), new SourceSpan(at, at + line.Length)));
            at += line.Length + 1;
        }

        return passages.ToImmutable();
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private string Word() => Vocabulary[random.Next(Vocabulary.Length)];

    private string Start() => Vocabulary.Where(word => word.Length > 2).ElementAt(random.Next(10))[..2];

    private string Piece() => random.Next(17) switch
    {
        0 => "+" + Word(),
        1 => "-" + Word(),
        2 => $"\"{Words(2)}\"",
        3 => $"+\"{Words(2)}\"",
        4 => Start() + "*",
        5 => "kubernets~",
        6 => $"{Word()} OR {Word()}",
        7 => $"title:{Word()}",
        8 => "cause:" + Causes[random.Next(Causes.Length)],
        9 => $"duration:>{random.Next(300)}m",
        10 => $"date:2024-Q{random.Next(1, 5)}",
        11 => "kubernets",
        12 => $"timeline:{Start()}*",
        13 => $"impact:\"{Words(2)}\"",
        14 => "component:balancer",
        _ => Words(random.Next(1, 5)),
    };
}
