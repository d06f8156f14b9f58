using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>L0: how many gates are expected to be open, of hard concrete gates whose chances are learnt.</summary>
/// <remarks>
/// <code>
/// L = λ Σᵢ σ(aᵢ − β ln(−γ/ζ))        a = ln α of each gate
/// </code>
/// A gate multiplies a parameter, or a unit, by min(1, max(0, (ζ − γ) σ((ln u − ln(1 − u) + a)/β) + γ)), u evenly
/// drawn. Reference: C. Louizos, M. Welling, D. P. Kingma, Learning Sparse Neural Networks through L0 Regularization,
/// 2018, arXiv:1712.01312.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
/// <param name="beta">β, the temperature of the gates; positive.</param>
/// <param name="gamma">γ, how far below 0 they are stretched; negative.</param>
/// <param name="zeta">ζ, how far they are stretched above; above 1.</param>
public readonly struct HardConcretePenalty(double strength, double beta, double gamma, double zeta)
    : IGraphLoss<HardConcretePenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.001, Domain.NonNegative, "what the penalty is multiplied by");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 2.0 / 3, Domain.Positive, "the temperature of the gates");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", -0.1, new Domain(double.NegativeInfinity, 0, false, false),
        "how far below 0 gates are stretched");

    private static readonly ParameterCard ZetaCard = new(
        "zeta", @"\zeta", 1.1, new Domain(1, double.PositiveInfinity, false, false),
        "how far gates are stretched above");

    private readonly double _shift = -BetaCard.Bind(beta).Value * Math.Log(
        -GammaCard.Bind(gamma).Value / ZetaCard.Bind(zeta).Value);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "l0-penalty",
        Title = "L0 by hard concrete gates",
        Use = "Parameters or units that are to be 0 exactly, while they are trained and without shrinking the rest.",
        Avoid = "There are no gates: l1-penalty and group-lasso work on the parameters themselves.",
        Reference = "C. Louizos, M. Welling, D. P. Kingma, Learning Sparse Neural Networks through L0 Regularization, "
            + "2018, arXiv:1712.01312",
        Latex = @"\lambda \sum_i \sigma\left(a_i - \beta \ln \frac{-\gamma}{\zeta}\right)",
        Aliases = ["hard-concrete", "l0"],
        Names = new() { Chinese = "L0正则化" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard, BetaCard, GammaCard, ZetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-alpha", "a", InputKind.Real, "…", "the logarithm of each gate's odds, learnt")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Scale(tape.Sum(tape.Sigmoid(tape.Shift(inputs["log-alpha"], _shift))), Strength.Value));
}
