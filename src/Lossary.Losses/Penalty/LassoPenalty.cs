using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The sum of absolute parameters.</summary>
/// <remarks>
/// <code>
/// L = λ Σᵢ |θᵢ|        the subgradient at 0 is 0
/// </code>
/// Reference: R. Tibshirani, Regression Shrinkage and Selection via the Lasso, 1996,
/// doi:10.1111/j.2517-6161.1996.tb02080.x.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct LassoPenalty(double strength) : IGraphLoss<LassoPenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.01, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "l1-penalty",
        Title = "L1 penalty",
        Use = "Parameters of which most are to be exactly 0.",
        Avoid = "Features are strongly correlated: it keeps one of them by chance; the elastic net keeps them "
            + "together.",
        Reference = "R. Tibshirani, Regression Shrinkage and Selection via the Lasso, 1996, "
            + "doi:10.1111/j.2517-6161.1996.tb02080.x",
        Latex = @"\lambda \sum_i |\theta_i|",
        Aliases = ["lasso"],
        Names = new() { Keras = "L1", Chinese = "L1正则化" },
        Translations =
        [
            new("keras.regularizers.L1(l1=0.01)", "l1-penalty:strength={l1}"),
            new(
                "sklearn.linear_model.Lasso(alpha=1.0)",
                "l1-penalty:strength={alpha}",
                "its penalty; half the mean squared error is added"),
        ],
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Parameters;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.Scale(tape.Sum(tape.Abs(inputs["parameter"])), Strength.Value));
    }
}
