using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Falls to 0 as a power of what is left: initial rate · (1 − step / steps)^exponent.</summary>
/// <param name="steps">How many steps the way to 0 takes; positive.</param>
/// <param name="exponent">1 falls in a line, more falls earlier; finite, positive.</param>
public sealed class PolynomialSchedule(int steps, double exponent = 1) : LearningRateSchedule
{
    /// <summary>How many steps the way to 0 takes.</summary>
    public int Steps { get; } = Setting.RequirePositive(steps, nameof(steps));

    /// <summary>1 falls in a line, more falls earlier.</summary>
    public double Exponent { get; } = Setting.RequirePositive(exponent, nameof(exponent));

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate) =>
        index >= Steps ? 0 : initialRate * RealFunctions.Pow(1 - (index / (double)Steps), Exponent);
}
