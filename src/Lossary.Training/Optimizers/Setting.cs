namespace Lossary.Training;

/// <summary>Checks of optimizers' and schedules' settings, so that a range is worded once.</summary>
internal static class Setting
{
    public static double RequireFinite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite.");

    public static double RequireNotNegative(double value, string name) => double.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");

    public static double RequirePositive(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite and positive.");

    /// <summary>In [0, 1).</summary>
    public static double RequireShare(double value, string name) => value >= 0 && value < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be at least 0 and below 1.");

    /// <summary>In [0, 1].</summary>
    public static double RequireFraction(double value, string name) => value >= 0 && value <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be at least 0 and at most 1.");

    public static int RequirePositive(int value, string name) => value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be positive.");

    public static int RequireNotNegative(int value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must not be negative.");

    /// <summary>Numbers of steps, none negative, none below the one before; a copy of its own.</summary>
    public static IReadOnlyList<int> RequireRising(IReadOnlyList<int> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        for (int i = 0; i < values.Count; i++)
        {
            int least = i == 0 ? 0 : values[i - 1];
            if (values[i] < least)
            {
                throw new ArgumentException(
                    $"Milestones must rise from 0 on: number {i + 1} is {values[i]}, at least {least} was expected.",
                    name);
            }
        }

        return [.. values];
    }
}
