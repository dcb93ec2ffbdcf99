using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>The three questions that a classifier answers about an incident.</summary>
public enum Facet
{
    /// <summary>Why it broke: one to three categories.</summary>
    Causes,

    /// <summary>Where it broke: none to three categories.</summary>
    Components,

    /// <summary>What set it off: one category.</summary>
    Triggers,
}

/// <summary>One answer to a <see cref="Facet"/>.</summary>
/// <param name="Id">The name in labels and records: lower-case letters, digits and hyphens.</param>
/// <param name="Description">One sentence: when it is this.</param>
/// <param name="Names">Words and short phrases that name the category itself, and decide where a text states its cause.</param>
/// <param name="Cues">Words and short phrases that speak for the category there.</param>
/// <param name="FormerId">The id that it had before a team renamed it; labels with that one still count. Null if it was never renamed.</param>
public sealed record Category(string Id, string Description, ImmutableArray<string> Names, ImmutableArray<string> Cues, string? FormerId);

/// <summary>The categories that incidents are labelled with: the built-in ones, with what a team adds or renames.</summary>
/// <param name="Causes">Why it broke.</param>
/// <param name="Components">Where it broke.</param>
/// <param name="Triggers">What set it off.</param>
public sealed record Taxonomy(
    ImmutableArray<Category> Causes, ImmutableArray<Category> Components, ImmutableArray<Category> Triggers)
{
    /// <summary>The category that stands for "the text does not say".</summary>
    public const string Unknown = "unknown";

    /// <summary>Where <see cref="Unknown"/> stands among a facet's categories; -1 if it is none of them.</summary>
    internal static int PlaceOfUnknown(ImmutableArray<Category> categories)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            if (categories[i].Id == Unknown)
                return i;
        }

        return -1;
    }

    private static readonly Lazy<Taxonomy> BuiltIn = new(TaxonomyFile.ReadBuiltIn);

    /// <summary>The taxonomy that ships with the library.</summary>
    public static Taxonomy Default => BuiltIn.Value;

    /// <summary>The categories of one facet, in the order of the file.</summary>
    public ImmutableArray<Category> this[Facet facet] => facet switch
    {
        Facet.Causes => Causes,
        Facet.Components => Components,
        _ => Triggers,
    };

    /// <summary>The id under which a label is counted: itself, or the new name of a renamed category; null if there is no such category.</summary>
    public string? Find(Facet facet, string id) =>
        this[facet].FirstOrDefault(c => c.Id == id)?.Id ?? this[facet].FirstOrDefault(c => c.FormerId == id)?.Id;
}
