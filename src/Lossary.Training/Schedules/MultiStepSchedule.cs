namespace Lossary.Training;

/// <summary>Multiplies the rate by a factor at each milestone.</summary>
public sealed class MultiStepSchedule : LearningRateSchedule
{
    /// <summary>Makes a schedule.</summary>
    /// <param name="milestones">
    /// From which steps on a further factor counts, rising; one that stands twice counts twice.
    /// </param>
    /// <param name="factor">What the rate is multiplied by; finite, not negative.</param>
    /// <exception cref="ArgumentException">The milestones are negative or fall.</exception>
    public MultiStepSchedule(IReadOnlyList<int> milestones, double factor = 0.1)
    {
        Milestones = Setting.RequireRising(milestones, nameof(milestones));
        Factor = Setting.RequireNotNegative(factor, nameof(factor));
    }

    /// <summary>From which steps on a further factor counts.</summary>
    public IReadOnlyList<int> Milestones { get; }

    /// <summary>What the rate is multiplied by.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate)
    {
        int passed = 0;
        while (passed < Milestones.Count && Milestones[passed] <= index)
        {
            passed++;
        }

        return initialRate * Power(Factor, passed);
    }
}
