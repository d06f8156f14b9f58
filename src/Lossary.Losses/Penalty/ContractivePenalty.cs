using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What a network makes of a sample is to change little when the sample does.</summary>
/// <remarks>
/// <code>
/// L = λ Σ J²
/// </code>
/// J is the Jacobian of the outputs by the sample: keep it on the tape. There is one term for each sample. Reference:
/// S. Rifai, P. Vincent, X. Muller, X. Glorot, Y. Bengio, Contractive Auto-Encoders: Explicit Invariance During Feature
/// Extraction, ICML 2011.
/// </remarks>
/// <param name="strength">What it counts; not negative.</param>
public readonly struct ContractivePenalty(double strength) : IGraphLoss<ContractivePenalty>, IDocumentedLoss
{
    private static readonly ParameterCard StrengthCard = new(
        "strength", @"\lambda", 0.1, Domain.NonNegative, "what it counts");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "contractive",
        Title = "contractive",
        Use = "Autoencoders and classifiers that are to be stable against small noise.",
        Avoid = "Outputs are many, so that the Jacobian is large: noise the samples instead.",
        Reference = "S. Rifai, P. Vincent, X. Muller, X. Glorot, Y. Bengio, Contractive Auto-Encoders: Explicit "
            + "Invariance During Feature Extraction, ICML 2011",
        Latex = @"\lambda \lVert J \rVert_F^2",
        Aliases = ["jacobian"],
        Names = new() { Chinese = "收缩惩罚" },
        Tasks = LossTask.Regularisation,
        Parameters = [StrengthCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("jacobian", "J", InputKind.Real, "n, m, d", "the derivative of each output by each number of the sample")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>What it counts.</summary>
    public Parameter Strength { get; } = StrengthCard.Bind(strength);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Scale(tape.Sum(tape.Square(inputs["jacobian"]), [1, 2]), Strength.Value));
}
