namespace Lossary.Training;

/// <summary>A factor of the initial rate that moves in a line from one number to another, and stays there.</summary>
/// <param name="steps">How many steps the way takes; positive.</param>
public sealed class LinearSchedule(int steps) : LearningRateSchedule
{
    /// <summary>How many steps the way takes.</summary>
    public int Steps { get; } = Setting.RequirePositive(steps, nameof(steps));

    /// <summary>The first step's factor; in (0, 1].</summary>
    /// <value>1/3.</value>
    public double StartFactor
    {
        get;
        init => field = value > 0 && value <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(StartFactor), value, "Must be above 0 and at most 1.");
    } = 1.0 / 3;

    /// <summary>The factor at the end; in [0, 1].</summary>
    /// <value>1.</value>
    public double EndFactor { get; init => field = Setting.RequireFraction(value, nameof(EndFactor)); } = 1;

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate) =>
        initialRate * Between(StartFactor, EndFactor, Math.Min(index, Steps) / (double)Steps);
}
