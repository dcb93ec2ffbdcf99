using System.Runtime.InteropServices;
using NodaTime;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Files;

/// <summary>What ranking and filters need of each document, 32 bytes in the file.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DocumentRow
{
    /// <summary>Stands for a day or a clock time that is not known.</summary>
    public const int Unknown = int.MinValue;

    /// <summary>Number of words.</summary>
    public int Words;

    /// <summary>Number of words, each counted by its zone's weight.</summary>
    public float WeightedWords;

    /// <summary>Place of the source among all sources, in ordinal order: what ties are broken by.</summary>
    public int SourceRank;

    /// <summary>Day of the start, counted from 1970-01-01.</summary>
    public int StartDay;

    /// <summary>Minute of the day of the start, by the clock as written.</summary>
    public int StartMinute;

    /// <summary>1 when the document reports an incident.</summary>
    public int IsPostmortem;

    /// <summary>Duration in minutes; NaN when not known.</summary>
    public float DurationMinutes;

    /// <summary>Share of users affected, 0 to 100; NaN when not known.</summary>
    public float UsersAffectedPercent;
    public static DocumentRow Of(Incident incident, DocumentLength length) => new()
    {
        Words = length.Words,
        WeightedWords = (float)length.Weighted,
        StartDay = incident.Start?.Date is { } day ? DayNumber(day) : Unknown,
        StartMinute = incident.Start?.Time is { } time ? (time.Hour * 60) + time.Minute : Unknown,
        IsPostmortem = incident.IsPostmortem ? 1 : 0,
        DurationMinutes = (float)(incident.DurationMinutes ?? double.NaN),
        UsersAffectedPercent = (float)(incident.UsersAffectedPercent ?? double.NaN),
    };

    public static int DayNumber(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);
}
