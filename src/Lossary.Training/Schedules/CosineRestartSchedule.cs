namespace Lossary.Training;

/// <summary>Falls along half a cosine wave again and again, from the initial rate each time.</summary>
/// <remarks>Reference: I. Loshchilov, F. Hutter, "SGDR", ICLR 2017, arXiv:1608.03983.</remarks>
/// <param name="firstPeriod">How many steps the first fall takes; positive.</param>
public sealed class CosineRestartSchedule(int firstPeriod) : LearningRateSchedule
{
    /// <summary>How many steps the first fall takes.</summary>
    public int FirstPeriod { get; } = Setting.RequirePositive(firstPeriod, nameof(firstPeriod));

    /// <summary>How many times longer each fall is than the one before; positive.</summary>
    /// <value>1.</value>
    public int Growth { get; init => field = Setting.RequirePositive(value, nameof(Growth)); } = 1;

    /// <summary>What each fall approaches; finite, not negative.</summary>
    /// <value>0.</value>
    public double MinimumRate { get; init => field = Setting.RequireNotNegative(value, nameof(MinimumRate)); }

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate)
    {
        long period = FirstPeriod, place = index;
        if (Growth == 1)
        {
            place %= period;
        }

        while (place >= period)
        {
            place -= period;
            period *= Growth;
        }

        return BetweenByCosine(initialRate, MinimumRate, place / (double)period);
    }
}
