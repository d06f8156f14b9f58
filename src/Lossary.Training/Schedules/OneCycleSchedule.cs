namespace Lossary.Training;

/// <summary>Rises to a high rate once, then falls far below where it began: few epochs, large steps.</summary>
/// <remarks>
/// The optimizer's initial rate is not looked at; after the last step the rate stays. Reference: L. N. Smith, N. Topin,
/// "Super-Convergence", arXiv:1708.07120.
/// </remarks>
/// <param name="highestRate">The peak; finite, positive.</param>
/// <param name="steps">How many steps there are; positive.</param>
public sealed class OneCycleSchedule(double highestRate, int steps) : LearningRateSchedule
{
    /// <summary>The peak.</summary>
    public double HighestRate { get; } = Setting.RequirePositive(highestRate, nameof(highestRate));

    /// <summary>How many steps there are.</summary>
    public int Steps { get; } = Setting.RequirePositive(steps, nameof(steps));

    /// <summary>The share of the steps in which the rate rises; in [0, 1].</summary>
    /// <value>0.3.</value>
    public double RisingShare { get; init => field = Setting.RequireFraction(value, nameof(RisingShare)); } = 0.3;

    /// <summary>How many times lower than the peak the first rate is; finite, positive.</summary>
    /// <value>25.</value>
    public double StartDivisor { get; init => field = Setting.RequirePositive(value, nameof(StartDivisor)); } = 25;

    /// <summary>How many times lower than the first rate the last one is; finite, positive.</summary>
    /// <value>10,000.</value>
    public double EndDivisor { get; init => field = Setting.RequirePositive(value, nameof(EndDivisor)); } = 1e4;

    /// <summary>True to move in lines instead of half cosine waves.</summary>
    public bool IsLinear { get; init; }

    /// <summary>True to fall to the first rate in as many steps as the rise took, and only then to the last.</summary>
    public bool HasThreePhases { get; init; }

    /// <summary>How the momentum mirrors the rate; null to leave momentum alone.</summary>
    /// <value>From 0.95 to 0.85 and back.</value>
    public MomentumCycle? MomentumCycle { get; init; } = new();

    /// <inheritdoc/>
    protected internal override double Rate(int index, double initialRate)
    {
        double first = HighestRate / StartDivisor;
        return At(index, first, HighestRate, HasThreePhases ? first : null, first / EndDivisor);
    }

    /// <inheritdoc/>
    protected internal override double? Momentum(int index) => MomentumCycle is MomentumCycle cycle
        ? At(index, cycle.Highest, cycle.Lowest, HasThreePhases ? cycle.Highest : null, cycle.Highest)
        : null;

    /// <summary>On the way from start over peak, and middle if there is one, to end.</summary>
    private double At(int step, double start, double peak, double? middle, double end)
    {
        double last = Steps - 1, place = Math.Min(step, last);
        double risen = (RisingShare * Steps) - 1;
        if (place <= risen)
        {
            return Anneal(start, peak, 0, risen, place);
        }

        if (middle is not double between)
        {
            return Anneal(peak, end, risen, last, place);
        }

        double fallen = (2 * RisingShare * Steps) - 2;
        return place <= fallen
            ? Anneal(peak, between, risen, fallen, place)
            : Anneal(between, end, fallen, last, place);
    }

    private double Anneal(double start, double end, double from, double to, double place)
    {
        double share = to > from ? (place - from) / (to - from) : 1;
        return IsLinear ? Between(start, end, share) : BetweenByCosine(start, end, share);
    }
}
