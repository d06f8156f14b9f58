namespace Lossary.Training;

/// <summary>Momentum that falls while the learning rate rises, and rises while it falls.</summary>
/// <param name="lowest">The momentum at the highest rate; in [0, 1).</param>
/// <param name="highest">The momentum at the lowest rate; in [lowest, 1).</param>
public sealed class MomentumCycle(double lowest = 0.85, double highest = 0.95)
{
    /// <summary>The momentum at the highest rate.</summary>
    public double Lowest { get; } = Setting.RequireShare(lowest, nameof(lowest));

    /// <summary>The momentum at the lowest rate.</summary>
    public double Highest { get; } = Setting.RequireShare(highest, nameof(highest)) >= lowest
        ? highest
        : throw new ArgumentOutOfRangeException(
            nameof(highest), highest, $"Must be at least the lowest momentum, {lowest:R}.");
}
