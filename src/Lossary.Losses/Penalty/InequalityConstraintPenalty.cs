using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Something is not to exceed 0: a multiplier that is learned step by step, and a parabola beyond.</summary>
/// <remarks>
/// <code>
/// L = (max(0, λ + ρ c)² − λ²) / 2ρ        λ ← max(0, λ + ρ c) after some steps
/// </code>
/// Far below 0 it is constant; see Next. Reference: J. Nocedal, S. J. Wright, Numerical Optimization, 2006,
/// doi:10.1007/978-0-387-40065-5.
/// </remarks>
/// <param name="rho">How steep breaking a constraint is; positive.</param>
public readonly struct InequalityConstraintPenalty(double rho)
    : IFormulaLoss<InequalityConstraintPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard RhoCard = new(
        "rho", @"\rho", 1, Domain.Positive, "how steep breaking a constraint is");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "augmented-lagrangian-inequality",
        Title = "augmented Lagrangian of inequalities",
        Use = "Training under bounds: a rate, a budget, a worst case.",
        Avoid = "The bound must hold at every step, not only at the end: take log-barrier.",
        Reference = "J. Nocedal, S. J. Wright, Numerical Optimization, 2006, doi:10.1007/978-0-387-40065-5",
        Names = new() { Chinese = "不等式增广拉格朗日惩罚" },
        Tasks = LossTask.Regularisation,
        Parameters = [RhoCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("constraint", "c", InputKind.Real, "…", "by how much the constraint is broken") { IsDifferentiable = true },
        new("multiplier", @"\lambda", InputKind.NonNegative, "…", "what it is taken to be worth by now, a constant"),
    ];

    /// <summary>How steep breaking a constraint is.</summary>
    public Parameter Rho { get; } = RhoCard.Bind(rho);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = 1 };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane reached = TLane.AtLeast(x[1] + (Rho * x[0]), 0);
        if (typeof(TLane) == typeof(Symbol))
        {
            return ((reached * reached) - (x[1] * x[1])) / (2 * (TLane)Rho);
        }

        // The difference of squares by its factors, the smaller one without a sum that would round it away.
        TLane step = TLane.Max(Rho * x[0], -x[1]);
        return step / (TLane)Rho * (x[1] + (0.5 * step));
    }

    /// <summary>What the multiplier is after some steps.</summary>
    /// <param name="multiplier">λ so far; not negative.</param>
    /// <param name="constraint">By how much the bound is exceeded by now; negative within it.</param>
    public double Next(double multiplier, double constraint) => Math.Max(0, multiplier + (Rho.Value * constraint));
}
