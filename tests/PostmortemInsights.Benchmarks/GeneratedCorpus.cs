using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Benchmarks;

/// <summary>
/// Any number of documents made of a real corpus: each takes its times from one real postmortem and its other sections from a few, so
/// words keep their frequencies and neighbours; figures are drawn anew; made-up service names and request numbers let the vocabulary
/// grow as that of a real corpus does; lengths differ by a factor of about ten; every twentieth document nearly repeats the one before
/// it. The same number gives the same document, whatever was made before.
/// </summary>
internal sealed partial class GeneratedCorpus
{
    private const int NearDuplicateEvery = 20;
    private const int MostDonors = 7;
    private const double NameRate = 0.02;
    private const double UniqueRate = 0.002;

    private static readonly ImmutableArray<(PassageKind Kind, string Heading)> Outline =
    [
        (PassageKind.Summary, "Summary"), (PassageKind.Impact, "Impact"), (PassageKind.Detection, "Detection"),
        (PassageKind.Timeline, "Timeline"), (PassageKind.Misleading, "What misled us"), (PassageKind.RootCause, "Root cause"),
        (PassageKind.Resolution, "Resolution"), (PassageKind.Actions, "Action items"), (PassageKind.Lessons, "Lessons"), (PassageKind.Other, "Notes"),
    ];

    private readonly ImmutableArray<Incident> seeds;
    private readonly ILookup<(Incident Seed, PassageKind Kind), string> passages;

    private GeneratedCorpus(ImmutableArray<Incident> seeds)
    {
        this.seeds = seeds;
        passages = seeds.SelectMany(seed => seed.Passages.Select(passage => (Seed: seed, Passage: passage)))
            .Where(static p => !IsHeading(p.Seed, p.Passage.Span))
            .ToLookup(static p => (p.Seed, p.Passage.Kind), static p => p.Passage.Span.Of(p.Seed.Text).ToString());
    }

    /// <summary>The real postmortems.</summary>
    public IReadOnlyList<Incident> Seeds => seeds;

    /// <summary>A generator over the postmortems of a folder.</summary>
    public static GeneratedCorpus From(string folder) => new(
        [.. Corpus.Read([folder]).OfType<ReadDocument>().Select(static read => PostmortemParser.Parse(read.Document)).Where(static i => i.IsPostmortem)]);

    /// <summary>The path of a document below the folder of the corpus.</summary>
    public static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 1000:D3}/{number:D6}.md");

    /// <summary>Writes the first documents as files.</summary>
    public void WriteTo(string folder, int count)
    {
        for (var thousand = 0; thousand * 1000 < count; thousand++)
            Directory.CreateDirectory(Path.Join(folder, Path.GetDirectoryName(PathOf(thousand * 1000))));
        Parallel.For(0, count, number => File.WriteAllText(Path.Join(folder, PathOf(number)), Record(number).Text));
    }

    /// <summary>The record of a document, with what a parser would take from it where that comes for nothing: passages, day, duration, share.</summary>
    public Incident Record(int number)
    {
        var original = number % NearDuplicateEvery == NearDuplicateEvery - 1 ? number - 1 : number;
        var random = new Random(original);
        var seed = seeds[random.Next(seeds.Length)];
        var (text, found) = Compose(seed, original, random);
        if (original != number)
            text = text.Replace("the ", "that ", StringComparison.Ordinal)[..text.Length];
        return seed with
        {
            Source = PathOf(number),
            Id = number.ToString("x12", CultureInfo.InvariantCulture),
            Text = text,
            Passages = found,
            DurationMinutes = random.Next(5, 600),
            Timeline = [],
            MisleadingPaths = [],
            ActionItems = [],
            Spans = FieldMap.Empty<SourceSpan>(),
        };
    }

    private (string Text, ImmutableArray<Passage> Passages) Compose(Incident seed, int number, Random random)
    {
        var text = new StringBuilder();
        var found = ImmutableArray.CreateBuilder<Passage>();
        var years = random.Next(-6, 7);
        Append(PassageKind.Title, "# " + Vary(seed.Title ?? "Incident", number, years, random));
        var donors = Enumerable.Range(0, (int)(MostDonors * random.NextDouble() * random.NextDouble())).Select(_ => seeds[random.Next(seeds.Length)]).Prepend(seed).ToList();
        foreach (var (kind, heading) in Outline)
        {
            var parts = donors.Take(TellsTimes(kind) ? 1 : donors.Count).SelectMany(donor => passages[(donor, kind)]).ToList();
            if (parts.Count > 0)
                Append(kind, "## " + heading);
            foreach (var part in parts)
                Append(kind, Vary(part, number, years, random));
        }

        return (text.ToString(), found.ToImmutable());

        void Append(PassageKind kind, string part)
        {
            found.Add(new Passage(kind, new SourceSpan(text.Length, text.Length + part.Length)));
            text.Append(part).Append("\n\n");
        }
    }

    // Two postmortems in one would contradict each other.
    private static bool TellsTimes(PassageKind kind) =>
        kind is PassageKind.Summary or PassageKind.Impact or PassageKind.Detection or PassageKind.Timeline;

    // Names are drawn from a stock that grows with the square root of the corpus; request numbers occur once; dates move by whole years.
    private static string Vary(string text, int number, int years, Random random) => Word().Replace(text, match =>
    {
        if (match.Groups["year"].Success)
            return (int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture);
        if (match.Groups["figure"].Success)
            return random.Next(2) == 0 ? match.Value : Digits(match.Length, random);
        var draw = random.NextDouble();
        if (draw < UniqueRate)
            return $"req-{random.Next():x}";
        return draw < NameRate ? Name(random.Next(100 + (int)(40 * Math.Sqrt(number)))) : match.Value;
    });

    private static string Digits(int length, Random random) => string.Create(length, random, static (into, random) =>
    {
        foreach (ref var digit in into)
            digit = (char)('0' + random.Next(10));
    });

    // 0 is "ba", 1 "be", 5 "ca" …: pronounceable, and spread over the alphabet.
    private static string Name(int number)
    {
        var name = new StringBuilder();
        for (var rest = number + 95; rest > 0; rest /= 95)
            name.Append("bcdfghjklmnprstvwxz"[rest % 95 / 5]).Append("aeiou"[rest % 5]);
        return name.Append("svc").ToString();
    }

    private static bool IsHeading(Incident seed, SourceSpan span) => span.Length == 0 || seed.Text[span.Start] == '#';

    // Figures of dates and clocks stay as they are: they would tell of no time any more.
    [GeneratedRegex("(?<![0-9])(?<year>20[0-2][0-9])(?![0-9])|(?<![0-9:/.-])(?<figure>[0-9]+)(?![0-9:/.-])|(?<word>[a-z]{6,})", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
