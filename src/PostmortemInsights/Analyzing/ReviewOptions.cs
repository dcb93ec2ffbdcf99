using System.Collections.Immutable;
using System.Reflection;
using NodaTime;

namespace PostmortemInsights.Analyzing;

/// <summary>What a review covers.</summary>
public sealed record ReviewOptions
{
    /// <summary>The quarter to review, as <see cref="FiscalQuarter.Parse"/> reads it; null for all dates or for <see cref="From"/> and <see cref="To"/>.</summary>
    public string? Quarter { get; init; }

    /// <summary>The first day; null for no limit.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day, itself included; null for no limit.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The month in which fiscal years start, 1 to 12.</summary>
    public int FiscalYearStarts { get; init; } = 1;

    /// <summary>Documents that could not be read; the report counts and names them.</summary>
    public ImmutableArray<UnreadDocument> Unread { get; init; } = [];

    /// <summary>The version that the report names.</summary>
    public string ToolVersion { get; init; } = AssemblyVersion();

    private static string AssemblyVersion()
    {
        var version = typeof(ReviewOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return version.Split('+')[0];
    }
}

/// <summary>A document that could not be read.</summary>
/// <param name="Source">Its path.</param>
/// <param name="Error">What is wrong.</param>
public sealed record UnreadDocument(string Source, string Error);
