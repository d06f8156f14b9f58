using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A mixture of absolute and squared parameters, scikit-learn's.</summary>
/// <remarks>
/// <code>
/// L = λ Σᵢ (ρ |θᵢ| + ½ (1 − ρ) θᵢ²)
/// </code>
/// Reference: H. Zou, T. Hastie, Regularization and Variable Selection via the Elastic Net, 2005,
/// doi:10.1111/j.1467-9868.2005.00503.x.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
/// <param name="ratio">The share of the absolute part; 0 to 1.</param>
public readonly struct ElasticNetPenalty(double strength, double ratio) : IGraphLoss<ElasticNetPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.01, Domain.NonNegative, "what the penalty is multiplied by");

    private static readonly ParameterCard RatioCard = new(
        "ratio", @"\rho", 0.5, Domain.Unit, "the share of the absolute part");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "elastic-net",
        Title = "elastic net penalty",
        Use = "Sparse parameters where groups of correlated features are to stay together.",
        Avoid = "Parameters should only be small, not 0: weight decay of the optimizer is simpler.",
        Reference = "H. Zou, T. Hastie, Regularization and Variable Selection via the Elastic Net, 2005, "
            + "doi:10.1111/j.1467-9868.2005.00503.x",
        Latex = @"\lambda \sum_i \left(\rho |\theta_i| + \frac{1 - \rho}{2} \theta_i^2\right)",
        Names = new() { Chinese = "弹性网络正则化" },
        Translations =
        [
            new(
                "sklearn.linear_model.ElasticNet(alpha=1.0, l1_ratio=0.5)",
                "elastic-net:strength={alpha},ratio={l1_ratio}",
                "its penalty; half the mean squared error is added"),
        ],
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard, RatioCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Parameters;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <summary>The share of the absolute part.</summary>
    public Parameter Ratio { get; } = RatioCard.Bind(ratio);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> parameter = inputs["parameter"];
        Tensor<T> sizes = tape.Scale(tape.Sum(tape.Abs(parameter)), Strength.Value * Ratio.Value);
        Tensor<T> squares = tape.Scale(tape.Sum(tape.Square(parameter)), 0.5 * Strength.Value * (1 - Ratio.Value));
        return new(tape.Add(sizes, squares));
    }
}
