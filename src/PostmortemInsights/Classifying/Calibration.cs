namespace PostmortemInsights.Classifying;

/// <summary>Turns a model's raw probability into one that means what it says: <c>σ(Slope × logit(p) + Shift)</c> (Platt 1999).</summary>
/// <param name="Slope">Below 1 where the model is too sure.</param>
/// <param name="Shift">Above 0 where it is too timid.</param>
internal readonly record struct Calibration(double Slope, double Shift)
{
    private const int Steps = 50;
    private const double SmallestStep = 1e-4;
    private const double Enough = 1e-7;
    private const int Decimals = 4;
    private const double Least = 1e-6;

    // Holds the curve near the diagonal while there is little to fit it to.
    private const double Penalty = 1;

    /// <summary>Leaves probabilities as they are.</summary>
    public static Calibration None => new(1, 0);

    /// <summary>The calibrated probability.</summary>
    public double Of(double raw) => Sigmoid((Slope * Logit(raw)) + Shift);

    /// <summary>Fits by Newton's method to what held among predictions for texts that the model had not seen.</summary>
    public static Calibration Fit(IReadOnlyList<(double Raw, bool Held)> predictions)
    {
        var fitted = None;
        var loss = fitted.Loss(predictions);
        for (var step = 0; step < Steps; step++)
        {
            var next = fitted.Towards(fitted.Direction(predictions), predictions, loss);
            var nextLoss = next.Loss(predictions);
            if (loss - nextLoss < Enough)
                break;
            (fitted, loss) = (next, nextLoss);
        }

        return new(Math.Round(fitted.Slope, Decimals), Math.Round(fitted.Shift, Decimals));
    }

    // The longest step, halved as often as it takes, that makes things better.
    private Calibration Towards((double Slope, double Shift) direction, IReadOnlyList<(double Raw, bool Held)> predictions, double loss)
    {
        for (var size = 1.0; size > SmallestStep; size /= 2)
        {
            var next = new Calibration(Slope - (size * direction.Slope), Shift - (size * direction.Shift));
            if (next.Loss(predictions) < loss)
                return next;
        }

        return this;
    }

    private double Loss(IReadOnlyList<(double Raw, bool Held)> predictions)
    {
        var loss = Penalty * (((Slope - 1) * (Slope - 1)) + (Shift * Shift)) / 2;
        foreach (var (raw, held) in predictions)
            loss -= Math.Log(Math.Max(Least, held ? Of(raw) : 1 - Of(raw)));
        return loss;
    }

    // The gradient divided by the matrix of second derivatives.
    private (double Slope, double Shift) Direction(IReadOnlyList<(double Raw, bool Held)> predictions)
    {
        double gradientSlope = Penalty * (Slope - 1), gradientShift = Penalty * Shift, a = Penalty, b = 0, d = Penalty;
        foreach (var (raw, held) in predictions)
        {
            var x = Logit(raw);
            var p = Of(raw);
            var error = p - (held ? 1 : 0);
            gradientSlope += error * x;
            gradientShift += error;
            a += p * (1 - p) * x * x;
            b += p * (1 - p) * x;
            d += p * (1 - p);
        }

        var determinant = (a * d) - (b * b);
        return (((d * gradientSlope) - (b * gradientShift)) / determinant, ((a * gradientShift) - (b * gradientSlope)) / determinant);
    }

    private static double Logit(double p) => Math.Log(Math.Clamp(p, Least, 1 - Least) / (1 - Math.Clamp(p, Least, 1 - Least)));

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
