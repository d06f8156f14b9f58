using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Errors of whole periods are none: one minus the cosine of the angle that the residual is.</summary>
/// <remarks>
/// <code>
/// L(r)  = 1 − cos(2πr / c)
/// L′(r) = (2π / c) sin(2πr / c)
/// L″(r) = (2π / c)² cos(2πr / c)
/// </code>
/// Whole periods come off exactly, however many. Half a period off, the gradient vanishes. Reference: K. V. Mardia, P.
/// E. Jupp, Directional Statistics, 2000, doi:10.1002/9780470316979.
/// </remarks>
/// <param name="period">The period, in units of the target; 360 for degrees; positive.</param>
public readonly struct PeriodicLoss(double period) : IDistanceLoss<PeriodicLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PeriodCard = new(
        "period", "c", 1, Domain.Positive, "the period, in units of the target; 360 for degrees")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "periodic",
        Title = "periodic",
        Use = "Angles, hours of the day or headings, predicted as a number.",
        Avoid = "Predictions start anywhere: they can settle half a period or whole periods off. Take von-mises, "
            + "which predicts a direction.",
        Reference = "K. V. Mardia, P. E. Jupp, Directional Statistics, 2000, doi:10.1002/9780470316979",
        Aliases = ["circular"],
        Names = new() { Chinese = "周期损失" },
        Tasks = LossTask.None,
        Parameters = [PeriodCard],
    };

    /// <summary>The period, in units of the target; 360 for degrees.</summary>
    public Parameter Period { get; } = PeriodCard.Bind(period);

    private readonly Parameter _inverse = new("c^{-1}", 1 / period);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        IsBounded = true,
        IsSymmetric = true,
        LipschitzConstant = 2 * Math.PI / Period.Value,
        SmoothnessConstant = 4 * Math.PI * Math.PI / (Period.Value * Period.Value),
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> =>
        Turns.LessCosine(r * _inverse);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane ISampleLoss<PeriodicLoss>.ValueAt<TLane>(PeriodicLoss loss, TLane prediction, TLane target) =>
        loss.Value(loss.Residual(prediction, target));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Dual<TLane> ISampleLoss<PeriodicLoss>.SlopeAt<TLane>(PeriodicLoss loss, TLane prediction, TLane target) =>
        loss.Value(Dual<TLane>.Variable(loss.Residual(prediction, target)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Jet<TLane> ISampleLoss<PeriodicLoss>.CurvatureAt<TLane>(
        PeriodicLoss loss, TLane prediction, TLane target) =>
        loss.Value(Jet<TLane>.Variable(loss.Residual(prediction, target)));

    /// <summary>
    /// Prediction − target; where they are many periods apart, without the whole ones, which would round the rest away.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Residual<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane residual = prediction - target;
        if (typeof(TLane) == typeof(Symbol))
        {
            return residual;
        }

        const double Many = 1024;
        TLane rest = WithoutWhole(prediction) - WithoutWhole(target);
        return TLane.WhereLess(TLane.Abs(residual * _inverse), Many, residual, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane WithoutWhole<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        x - (Period * TLane.Round(x * _inverse));
}
