namespace Lossary.Training;

/// <summary>One schedule after the other, each from its own beginning.</summary>
public sealed class SequentialSchedule : LearningRateSchedule
{
    /// <summary>Makes a schedule of several.</summary>
    /// <param name="schedules">First to last; at least one.</param>
    /// <param name="milestones">The first steps of all but the first schedule, rising.</param>
    /// <exception cref="ArgumentException">The counts do not fit, or the milestones are negative or fall.</exception>
    public SequentialSchedule(IReadOnlyList<LearningRateSchedule> schedules, IReadOnlyList<int> milestones)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        Milestones = Setting.RequireRising(milestones, nameof(milestones));
        if (schedules.Count != milestones.Count + 1)
        {
            throw new ArgumentException(
                $"{schedules.Count} schedules need {schedules.Count - 1} milestones, {milestones.Count} came.",
                nameof(milestones));
        }

        foreach (LearningRateSchedule schedule in schedules)
        {
            ArgumentNullException.ThrowIfNull(schedule, nameof(schedules));
        }

        Schedules = [.. schedules];
    }

    /// <summary>First to last.</summary>
    public IReadOnlyList<LearningRateSchedule> Schedules { get; }

    /// <summary>The first steps of all but the first schedule.</summary>
    public IReadOnlyList<int> Milestones { get; }

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate) =>
        Current(index, out int place).Rate(place, initialRate);

    /// <inheritdoc/>
    protected internal override double? Momentum(int index) => Current(index, out int place).Momentum(place);

    private LearningRateSchedule Current(int step, out int place)
    {
        int index = Milestones.Count;
        while (index > 0 && Milestones[index - 1] > step)
        {
            index--;
        }

        place = index == 0 ? step : step - Milestones[index - 1];
        return Schedules[index];
    }
}
