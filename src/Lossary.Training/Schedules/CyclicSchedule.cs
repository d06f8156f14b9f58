namespace Lossary.Training;

/// <summary>Rises and falls between two rates again and again.</summary>
/// <remarks>
/// The optimizer's initial rate is not looked at. Reference: L. N. Smith, WACV 2017, arXiv:1506.01186.
/// </remarks>
/// <param name="lowestRate">Where each cycle begins and ends; finite, not negative.</param>
/// <param name="highestRate">The first peak; finite, at least the lowest rate.</param>
/// <param name="stepsUp">How many steps a rise takes; positive.</param>
/// <param name="stepsDown">How many steps a fall takes; positive.</param>
public sealed class CyclicSchedule(double lowestRate, double highestRate, int stepsUp, int stepsDown)
    : LearningRateSchedule
{
    /// <summary>Where each cycle begins and ends.</summary>
    public double LowestRate { get; } = Setting.RequireNotNegative(lowestRate, nameof(lowestRate));

    /// <summary>The first peak.</summary>
    public double HighestRate { get; } = double.IsFinite(highestRate) && highestRate >= lowestRate
        ? highestRate
        : throw new ArgumentOutOfRangeException(
            nameof(highestRate), highestRate, $"Must be finite and at least the lowest rate, {lowestRate:R}.");

    /// <summary>How many steps a rise takes.</summary>
    public int StepsUp { get; } = Setting.RequirePositive(stepsUp, nameof(stepsUp));

    /// <summary>How many steps a fall takes.</summary>
    public int StepsDown { get; } = Setting.RequirePositive(stepsDown, nameof(stepsDown));

    /// <summary>How the peaks change.</summary>
    /// <value>They are all alike.</value>
    public CycleShape Shape { get; init; }

    /// <summary>What the height is multiplied by after each step, where the shape is shrinking; in [0, 1].</summary>
    /// <value>1.</value>
    public double Shrinkage { get; init => field = Setting.RequireFraction(value, nameof(Shrinkage)); } = 1;

    /// <summary>The momentum at the lowest and at the highest rate; null to leave momentum alone.</summary>
    public MomentumCycle? MomentumCycle { get; init; }

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate) =>
        Between(LowestRate, HighestRate, Height(index));

    /// <inheritdoc/>
    protected internal override double? Momentum(int index) =>
        MomentumCycle is MomentumCycle cycle ? Between(cycle.Highest, cycle.Lowest, Height(index)) : null;

    /// <summary>0 at the lowest rate, 1 at the highest.</summary>
    private double Height(int step)
    {
        long length = (long)StepsUp + StepsDown;
        int cycle = (int)(step / length);
        long place = step % length;
        double height = place <= StepsUp ? place / (double)StepsUp : (length - place) / (double)StepsDown;
        return height * Shape switch
        {
            CycleShape.Halving => Power(0.5, cycle),
            CycleShape.Shrinking => Power(Shrinkage, step),
            _ => 1,
        };
    }
}
