namespace Lossary.Training;

/// <summary>Falls along half a cosine wave, and swings back if training goes on.</summary>
/// <remarks>
/// minimum + (initial rate − minimum) · (1 + cos(π · step / steps)) / 2. Reference: I. Loshchilov, F. Hutter, "SGDR",
/// ICLR 2017, arXiv:1608.03983, without restarts.
/// </remarks>
/// <param name="steps">How many steps the fall takes; positive.</param>
public sealed class CosineSchedule(int steps) : LearningRateSchedule
{
    /// <summary>How many steps the fall takes.</summary>
    public int Steps { get; } = Setting.RequirePositive(steps, nameof(steps));

    /// <summary>The lowest rate; finite, not negative.</summary>
    /// <value>0.</value>
    public double MinimumRate { get; init => field = Setting.RequireNotNegative(value, nameof(MinimumRate)); }

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate)
    {
        // Within one wave, so that the cosine's argument stays small and exact.
        int place = (int)(index % (2L * Steps));
        return BetweenByCosine(initialRate, MinimumRate, place / (double)Steps);
    }
}
