namespace Lossary.Training;

/// <summary>Multiplies the rate by a factor after each step: initial rate · factor^step.</summary>
/// <param name="factor">What the rate is multiplied by; finite, not negative.</param>
public sealed class ExponentialSchedule(double factor) : LearningRateSchedule
{
    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; } = Setting.RequireNotNegative(factor, nameof(factor));

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate) => initialRate * Power(Factor, index);
}
