namespace Lossary.Training;

/// <summary>A factor of the initial rate for some steps, then the initial rate itself.</summary>
/// <param name="steps">How many steps the factor holds; not negative.</param>
/// <param name="factor">What the rate is multiplied by; finite, not negative.</param>
public sealed class ConstantSchedule(int steps, double factor) : LearningRateSchedule
{
    /// <summary>How many steps the factor holds.</summary>
    public int Steps { get; } = Setting.RequireNotNegative(steps, nameof(steps));

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; } = Setting.RequireNotNegative(factor, nameof(factor));

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate) =>
        index < Steps ? initialRate * Factor : initialRate;
}
