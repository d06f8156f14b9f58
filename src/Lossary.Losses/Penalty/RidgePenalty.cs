using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The sum of squared parameters.</summary>
/// <remarks>
/// <code>
/// L = λ Σᵢ θᵢ²        weight decay of w is λ = w/2
/// </code>
/// Reference: A. E. Hoerl, R. W. Kennard, Ridge Regression: Biased Estimation for Nonorthogonal Problems, 1970,
/// doi:10.1080/00401706.1970.10488634.
/// </remarks>
/// <param name="strength">What the penalty is multiplied by; not negative.</param>
public readonly struct RidgePenalty(double strength) : IGraphLoss<RidgePenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.01, Domain.NonNegative, "what the penalty is multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "l2-penalty",
        Title = "L2 penalty",
        Use = "Parameters that are to stay small, all alike.",
        Avoid = "An optimiser with momentum or adaptive rates: decay the weights in its step instead.",
        Reference = "A. E. Hoerl, R. W. Kennard, Ridge Regression: Biased Estimation for Nonorthogonal Problems, "
            + "1970, doi:10.1080/00401706.1970.10488634",
        Latex = @"\lambda \sum_i \theta_i^2",
        Aliases = ["ridge", "tikhonov", "weight-decay"],
        Names = new() { Keras = "L2", Chinese = "L2正则化" },
        Translations =
        [
            new("keras.regularizers.L2(l2=0.01)", "l2-penalty:strength={l2}"),
            new(
                "sklearn.linear_model.Ridge(alpha=1.0)",
                "l2-penalty:strength={alpha}",
                "its penalty; the sum of squared errors is added"),
        ],
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => PenaltyInputs.Parameters;

    /// <summary>What the penalty is multiplied by.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsStrictlyConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.Scale(tape.Sum(tape.Square(inputs["parameter"])), Strength.Value));
    }
}
