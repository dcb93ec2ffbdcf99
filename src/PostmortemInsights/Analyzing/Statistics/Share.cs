namespace PostmortemInsights.Analyzing.Statistics;

/// <summary>
/// So many of so many, with the 95% interval of the share by Wilson ("Probable Inference, the Law of Succession, and Statistical Inference",
/// JASA 22, 1927), which stays honest for small numbers and near 0 and 1.
/// </summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
public readonly record struct Share(int Count, int Of)
{
    private const double Z = 1.959964;

    /// <summary>The share, 0 to 1; null of none.</summary>
    public double? Value => Of == 0 ? null : (double)Count / Of;

    /// <summary>Lower end of the interval.</summary>
    public double? Low => Of == 0 ? null : Math.Max(0, Centre - Reach);

    /// <summary>Upper end of the interval.</summary>
    public double? High => Of == 0 ? null : Math.Min(1, Centre + Reach);

    private double Denominator => 1 + (Z * Z / Of);

    private double Centre => (((double)Count / Of) + (Z * Z / (2.0 * Of))) / Denominator;

    private double Reach => Z / Denominator * Math.Sqrt(((double)Count / Of * (1 - ((double)Count / Of)) / Of) + (Z * Z / (4.0 * Of * Of)));
}
