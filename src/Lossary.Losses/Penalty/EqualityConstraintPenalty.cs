using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Something is to be exactly 0: a multiplier that is learned step by step, and a parabola.</summary>
/// <remarks>
/// <code>
/// L = λ c + ½ ρ c²        λ ← λ + ρ c after some steps
/// </code>
/// The multiplier makes it exact without a steep parabola; see Next. Reference: J. Nocedal, S. J. Wright, Numerical
/// Optimization, 2006, doi:10.1007/978-0-387-40065-5.
/// </remarks>
/// <param name="rho">How steep breaking a constraint is; positive.</param>
public readonly struct EqualityConstraintPenalty(double rho) : IFormulaLoss<EqualityConstraintPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard RhoCard = new(
        "rho", @"\rho", 1, Domain.Positive, "how steep breaking a constraint is");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "augmented-lagrangian",
        Title = "augmented Lagrangian of equalities",
        Use = "Training under conditions that must hold exactly: sums, balances, equal rates.",
        Avoid = "A condition must only not be exceeded: take augmented-lagrangian-inequality.",
        Reference = "J. Nocedal, S. J. Wright, Numerical Optimization, 2006, doi:10.1007/978-0-387-40065-5",
        Names = new() { Chinese = "等式增广拉格朗日惩罚" },
        Tasks = LossTask.Regularisation,
        Parameters = [RhoCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("constraint", "c", InputKind.Real, "…", "by how much the constraint is broken") { IsDifferentiable = true },
        new("multiplier", @"\lambda", InputKind.Real, "…", "what it is taken to be worth by now, a constant"),
    ];

    /// <summary>How steep breaking a constraint is.</summary>
    public Parameter Rho { get; } = RhoCard.Bind(rho);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        (x[1] * x[0]) + (0.5 * (Rho * (x[0] * x[0])));

    /// <summary>What the multiplier is after some steps.</summary>
    /// <param name="multiplier">λ so far.</param>
    /// <param name="constraint">By how much the constraint is broken by now.</param>
    public double Next(double multiplier, double constraint) => multiplier + (Rho.Value * constraint);
}
