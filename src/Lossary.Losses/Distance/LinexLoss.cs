using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Linear-exponential: one side costs exponentially, the other linearly; for a > 0 overprediction is dear.
/// </summary>
/// <remarks>
/// With x = a r, r = prediction − target:
/// <code>
/// L(r)  = eˣ − 1 − x            by its series near 0, where the three cancel
/// L′(r) = a (eˣ − 1)
/// L″(r) = a² eˣ
/// </code>
/// Near 0 it is ½a²r². It elicits −ln E[e^(−a y)] / a. References: H. R. Varian, "A Bayesian Approach to Real Estate
/// Assessment", 1975; A. Zellner, "Bayesian Estimation and Prediction Using Asymmetric Loss Functions", JASA 81 (1986).
/// </remarks>
/// <param name="a">How fast the dear side grows, per unit of the target; its sign says which side; not 0.</param>
public readonly struct LinexLoss(double a) : IDistanceLoss<LinexLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AsymmetryCard = new(
        "a", "a", 1, Domain.Real,
        "how fast the dear side grows, per unit of the target; not 0; above 0, overprediction is dear")
    {
        UnitPower = -1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "linex",
        Title = "LINEX",
        Use = "Regression where errors to one side are far worse than to the other: a remaining life overestimated.",
        Avoid = "Errors may be large on the dear side: it grows exponentially there. quantile weighs the sides and "
            + "grows linearly.",
        Reference = "A. Zellner, Bayesian Estimation and Prediction Using Asymmetric Loss Functions, 1986, "
            + "doi:10.1080/01621459.1986.10478289",
        Names = new() { Chinese = "LINEX 线性指数损失" },
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [AsymmetryCard],
    };

    /// <summary>How fast the dear side grows, and which it is.</summary>
    public Parameter A { get; } = a == 0
        ? throw new ArgumentOutOfRangeException(nameof(a), "a must not be 0: the loss would be 0 everywhere.")
        : AsymmetryCard.Bind(a);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => Stable.ExpM1LessX(A * r);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(LinexLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane x = loss.A * r;
        return new(Stable.ExpM1LessX(x), loss.A * TLane.ExpM1(x));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(LinexLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane x = loss.A * r;
        return new(Stable.ExpM1LessX(x), loss.A * TLane.ExpM1(x), loss.A * (loss.A * TLane.Exp(x)));
    }
}
