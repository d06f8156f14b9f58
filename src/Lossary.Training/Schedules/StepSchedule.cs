namespace Lossary.Training;

/// <summary>Multiplies the rate by a factor after each so many steps: initial rate · factor^⌊step / period⌋.</summary>
/// <param name="period">How many steps one rate lasts; positive.</param>
/// <param name="factor">What the rate is multiplied by; finite, not negative.</param>
public sealed class StepSchedule(int period, double factor = 0.1) : LearningRateSchedule
{
    /// <summary>How many steps one rate lasts.</summary>
    public int Period { get; } = Setting.RequirePositive(period, nameof(period));

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; } = Setting.RequireNotNegative(factor, nameof(factor));

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate) =>
        initialRate * Power(Factor, index / Period);
}
