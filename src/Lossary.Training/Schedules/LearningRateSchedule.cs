namespace Lossary.Training;

/// <summary>How the learning rate changes while a network is trained, by steps or by epochs.</summary>
/// <remarks>
/// A schedule is a formula, not a walk: the rate of any step is computed from its number, so that training can go on
/// from anywhere, and one schedule can serve many trainings. The formulas and conventions are those of
/// <c>torch.optim.lr_scheduler</c>. What depends on scores is a <see cref="Plateau"/>.
/// </remarks>
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">Which step, or epoch: 0 is the first.</param>
    /// <param name="initialRate">The rate that the optimizer was made with; finite, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A step before the first, or no rate.</exception>
    public double RateAt(int step, double initialRate) => Rate(
        Setting.RequireNotNegative(step, nameof(step)),
        Setting.RequireNotNegative(initialRate, nameof(initialRate)));

    /// <summary>The momentum of a step; null where the schedule leaves it alone.</summary>
    /// <param name="step">Which step, or epoch: 0 is the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">A step before the first.</exception>
    public double? MomentumAt(int step) => Momentum(Setting.RequireNotNegative(step, nameof(step)));

    /// <summary>Rises in a line to a schedule's first rate, then follows it from its beginning.</summary>
    /// <param name="steps">How many steps stay below; positive.</param>
    /// <param name="then">What follows.</param>
    /// <param name="startFactor">The first step's share of the initial rate; in (0, 1].</param>
    public static LearningRateSchedule WarmUp(int steps, LearningRateSchedule then, double startFactor = 0.1) =>
        new SequentialSchedule([new LinearSchedule(steps) { StartFactor = startFactor }, then], [steps]);

    /// <summary>The formula, for arguments in range.</summary>
    /// <param name="index">Which step, or epoch; not negative.</param>
    /// <param name="initialRate">Finite, not negative.</param>
    protected internal abstract double Rate(int index, double initialRate);

    /// <summary>The formula of the momentum, for a step in range; null where the schedule has none.</summary>
    /// <param name="index">Which step, or epoch; not negative.</param>
    protected internal virtual double? Momentum(int index) => null;

    /// <summary>The point of a line from one number to another.</summary>
    private protected static double Between(double start, double end, double share) => start + ((end - start) * share);

    /// <summary>The point of half a cosine wave from one number to another.</summary>
    private protected static double BetweenByCosine(double start, double end, double share) =>
        end + ((start - end) * (1 + Math.Cos(Math.PI * share)) / 2);

    /// <summary>xⁿ by squaring: the platform's power function may differ in the last digit.</summary>
    private protected static double Power(double x, int n)
    {
        double power = 1;
        for (; n > 0; n >>= 1)
        {
            power *= (n & 1) == 1 ? x : 1;
            x *= x;
        }

        return power;
    }
}
