namespace PostmortemInsights.Classifying;

/// <summary>Turns a model's raw probability into one that means what it says: <c>σ(Slope × logit(p) + Shift)</c> (Platt 1999).</summary>
/// <param name="Slope">Below 1 where the model is too sure.</param>
/// <param name="Shift">Above 0 where it is too timid.</param>
internal readonly record struct Calibration(double Slope, double Shift)
{
    private const int Steps = 50;
    private const int Decimals = 4;
    private const double Least = 1e-6;

    /// <summary>Leaves probabilities as they are.</summary>
    public static Calibration None => new(1, 0);

    /// <summary>The calibrated probability.</summary>
    public double Of(double raw) => Sigmoid((Slope * Logit(raw)) + Shift);

    /// <summary>Fits by Newton's method to what held among predictions for texts that the model had not seen.</summary>
    public static Calibration Fit(IReadOnlyList<(double Raw, bool Held)> predictions)
    {
        var (slope, shift) = (1.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            double gradientSlope = 0, gradientShift = 0, a = 1e-6, b = 0, d = 1e-6;
            foreach (var (raw, held) in predictions)
            {
                var x = Logit(raw);
                var p = Sigmoid((slope * x) + shift);
                var error = p - (held ? 1 : 0);
                gradientSlope += error * x;
                gradientShift += error;
                a += p * (1 - p) * x * x;
                b += p * (1 - p) * x;
                d += p * (1 - p);
            }

            var determinant = (a * d) - (b * b);
            slope -= ((d * gradientSlope) - (b * gradientShift)) / determinant;
            shift -= ((a * gradientShift) - (b * gradientSlope)) / determinant;
        }

        return new(Math.Round(slope, Decimals), Math.Round(shift, Decimals));
    }

    private static double Logit(double p) => Math.Log(Math.Clamp(p, Least, 1 - Least) / (1 - Math.Clamp(p, Least, 1 - Least)));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
